import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Fault } from '../platform/fault.js';
import { Answers } from '../platform/http/answers.js';
import { addressOf } from '../platform/http/client-address.js';
import { StreamedAnswer } from './event.answer.js';
import { EventLog } from './event-log.service.js';
import { MOST_PLACES, StreamQueryDto } from './events.dto.js';
import { Outlet } from './outlet.js';
import { EventStream } from './stream.service.js';
import { hearingOf } from './wanted.js';

const FIELDS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};

/** What happens, as it happens. */
@Roles('reader')
@Controller('v1/stream')
export class StreamController {
  constructor(
    private readonly stream: EventStream,
    private readonly log: EventLog,
  ) {}

  /** The bytes go straight to the connection: one copy of each event for all who hear it. */
  @Get()
  @RouteConfig({ produces: ['text/event-stream', 'application/problem+json'], isUnkept: true })
  @ApiOperation({ summary: 'Stream what happens, as it happens (server-sent events)' })
  @Answers(StreamedAnswer)
  async streamEvents(
    @Query() query: StreamQueryDto,
    @Headers('last-event-id') lastEventId: string | undefined,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const hearing = await hearingOf(query, actor, this.log);
    const after = placeIn(lastEventId) ?? query.last_event_id ?? null;
    if (request.method === 'HEAD') return void reply.headers(FIELDS).send();
    const leave = this.stream.admit(actor.keyId === null ? addressOf(request) : actor.keyId);
    void this.stream.follow(hearing, after, outletOf(reply, leave));
  }
}

/** Answers by hand: whatever other headers the answer has, and then bytes without an end. */
function outletOf(reply: FastifyReply, leave: () => void): Outlet {
  const { raw } = reply.headers(FIELDS).hijack();
  raw.useChunkedEncodingByDefault = false; // it ends with the connection: nothing is written around each event
  raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  if (raw.destroyed)
    leave(); // gone before it began: that is not told twice
  else raw.once('close', leave);
  raw.on('error', () => raw.destroy());
  return new Outlet(raw);
}

/** @throws Fault malformed `invalid-parameter` for an id that no event of ours has */
function placeIn(lastEventId: string | undefined): number | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  if (/^\d{1,10}$/.test(lastEventId) && Number(lastEventId) <= MOST_PLACES) return Number(lastEventId);
  const [code, detail] = ['invalid', 'is the id of no event'];
  throw new Fault('malformed', 'invalid-parameter', `Last-Event-ID ${detail}.`, [
    { header: 'Last-Event-ID', code, detail },
  ]);
}
