import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, type Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Clock } from '../../platform/clock.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { AsOfDayDto } from '../device/as-of-query.dto.js';
import { instantOf } from '../device/as-of.js';
import { Frames } from '../frame/frames.service.js';
import { dayAt } from '../wording.js';
import { rumorPage } from './rumor-page.js';
import { RumorReader } from './rumor-reader.service.js';

/** The pages of rumors, by which they are cited. */
@ApiExcludeController()
@Roles('reader')
@Controller('rumors')
export class RumorPageController {
  constructor(
    private readonly rumors: RumorReader,
    private readonly clock: Clock,
    private readonly frames: Frames,
  ) {}

  @Get(':rumor')
  async showRumor(
    @Param('rumor', identifier('rum')) id: string,
    @Query() query: AsOfDayDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.clock.now();
    const asOf = query.as_of || null;
    const instant = asOf === null ? null : instantOf(asOf, now);
    const found = await this.rumors.read(id, instant);
    const mayVerify = asOf === null && may(actor, 'editor');
    const body = rumorPage({ ...found, now: instant ?? now, asOf, today: dayAt(now), mayVerify });
    return this.frames.send(
      { title: `${found.story.rumor.device.name}: ${found.story.rumor.text}`, body },
      request,
      reply,
    );
  }
}
