import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { EventLogAnswer } from './event.answer.js';
import { EventLog } from './event-log.service.js';
import { EventsQueryDto } from './events.dto.js';
import { hearingOf } from './wanted.js';

const USUAL_LIMIT = 25;

/** The log of events, for whoever asks for it from time to time. */
@Roles('reader')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly log: EventLog) {}

  @Get()
  @ApiOperation({ summary: 'List what happened, in the order in which it did' })
  @Answers(EventLogAnswer)
  async listEvents(@Query() query: EventsQueryDto, @ActorOf() actor: Actor) {
    const { after = 0, limit = USUAL_LIMIT } = query;
    const part = await this.log.heard(await hearingOf(query, actor, this.log), after, limit);
    const page = { limit, has_more: part.hasMore, next_after: part.nextAfter, reset: part.isReset };
    return { data: part.events.map((event) => this.log.view(event)), page };
  }
}
