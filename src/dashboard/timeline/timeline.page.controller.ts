import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { Clock } from '../../platform/clock.js';
import { Frames } from '../frame/frames.service.js';
import { timelinePage } from './timeline-page.js';
import { TimelineQueryDto } from './timeline-query.dto.js';
import { TimelineReader } from './timeline-reader.service.js';

/** The page of everything that is expected. */
@ApiExcludeController()
@Roles('reader')
@Controller('timeline')
export class TimelinePageController {
  constructor(
    private readonly timeline: TimelineReader,
    private readonly clock: Clock,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showTimeline(@Query() query: TimelineQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = timelinePage(await this.timeline.read(query, this.clock.now()));
    return this.frames.send({ title: 'When it is expected', body }, request, reply);
  }
}
