import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Afterwards } from '../platform/http/afterwards.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { RumorBoard } from './rumor-board.service.js';
import { RumorReview } from './rumor-review.service.js';
import { RumorAnswer } from './rumor.answer.js';
import { OpenRumorDto, ReviseRumorDto } from './rumor.dto.js';
import { viewRumor } from './rumor.view.js';
import { Rumors } from './rumors.service.js';

/** Rumors, as editors open and change them. */
@Roles('editor')
@Controller('v1/rumors')
export class RumorsController {
  constructor(
    private readonly rumors: Rumors,
    private readonly review: RumorReview,
    private readonly board: RumorBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Start to follow a claim' })
  @Answers(RumorAnswer)
  async openRumor(@Body() act: OpenRumorDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { id } = await this.rumors.open(act, actor);
    created(reply, `/v1/rumors/${id}`);
    return this.shown(id, reply);
  }

  @Patch(':rumor')
  @ApiOperation({ summary: 'Correct or withdraw a rumor' })
  @Answers(RumorAnswer)
  async reviseRumor(
    @Param('rumor', identifier('rum')) id: string,
    @Body() act: ReviseRumorDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.review.revise(id, act, seen, actor);
    return this.shown(id, reply);
  }

  private shown(id: string, reply: FastifyReply) {
    return new Afterwards(async () => {
      const row = await this.board.get(id);
      showVersion(reply, row.version);
      return viewRumor(row);
    });
  }
}
