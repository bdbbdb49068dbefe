import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Frames } from '../frame/frames.service.js';
import { activityPage } from './activity-page.js';
import { ActivityQueryDto } from './activity-query.dto.js';
import { ActivityReader } from './activity-reader.service.js';

/** The page of what changed. */
@ApiExcludeController()
@Roles('reader')
@Controller('activity')
export class ActivityPageController {
  constructor(
    private readonly activity: ActivityReader,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showActivity(
    @Query() query: ActivityQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const body = activityPage(await this.activity.read(query, actor));
    return this.frames.send({ title: 'What changed', body, feed: 'all' }, request, reply);
  }
}
