import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../../platform/database/database.js';
import { Fault, type FaultKind } from '../../platform/fault.js';
import { askedUnder } from '../../platform/idempotency/asked-under.js';
import { UsedKeys } from '../../platform/idempotency/used-keys.service.js';
import { Frames, type Leaf } from '../frame/frames.service.js';

/** A request with the reply to it. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** How a form is answered. */
export interface Answered<Result> {
  /** What it asks for; what comes of it is kept as JSON. */
  readonly act: () => Promise<Result>;
  /** Where the browser goes afterwards, or the page that shows what came of it. */
  readonly then: (result: Result) => string | Promise<string | Leaf>;
  /** The page with the form, which says what is wrong with it. */
  readonly again: (fault: Fault) => Promise<Leaf>;
}

/** What whoever sent a form can mend; anything else has a page of its own. */
const MENDABLE: Partial<Record<FaultKind, true>> = { invalid: true, conflict: true, stale: true, exhausted: true };

/** Answers forms: does what they ask for once, and shows one that is refused again, with what was typed and why. */
@Injectable()
export class Forms {
  constructor(
    private readonly database: Database,
    private readonly keys: UsedKeys,
    private readonly frames: Frames,
  ) {}

  /** @param once the key that the form brought along; without one it is done as often as it is sent */
  async answer<Result>(exchange: Exchange, once: string | undefined, how: Answered<Result>): Promise<FastifyReply> {
    const { request, reply } = exchange;
    try {
      const next = await how.then(await this.once(request, once, how.act));
      return typeof next === 'string' ? reply.redirect(next, 303) : this.frames.send(next, request, reply);
    } catch (error) {
      if (!(error instanceof Fault) || !MENDABLE[error.kind]) throw error;
      return this.frames.send(await how.again(error), request, reply, 422);
    }
  }

  /**
   * Does what a form asks for in one act; who sends the same form again, such as by a double click, is told what came of
   * it then (docs/decisions/0010).
   *
   * @throws Fault invalid `form-sent` for a form that was sent before with something else in it; what the act throws
   */
  async once<Result>(request: FastifyRequest, key: string | undefined, act: () => Promise<Result>): Promise<Result> {
    const asked = key ? askedUnder(key, request) : null;
    if (asked === null) return act();
    return this.database.unseen(async () => {
      const given = await this.keys.find(asked).catch(inOtherWords);
      if (given !== null) return given.body as Result;
      const result = await act();
      await this.keys.keep(asked, { status: 200, headers: {}, body: result ?? null }, true);
      return result;
    });
  }
}

function inOtherWords(error: unknown): never {
  if (!(error instanceof Fault) || error.code !== 'idempotency-key-reused') throw error;
  throw new Fault(
    'invalid',
    'form-sent',
    'This form was sent before, with something else in it. Here it is anew: look at it, and send it again.',
  );
}
