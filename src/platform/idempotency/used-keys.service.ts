import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Fault } from '../fault.js';
import { seal, unseal } from './sealing.js';
import { UsedKey } from './used-key.entity.js';

/** How long an answer is repeated. */
const KEPT_MS = 24 * 60 * 60_000;

/** A request under an Idempotency-Key. */
export interface Asked {
  /** What tells it from every other one: SHA-256 of who asks, for what, under which key. */
  readonly scope: string;
  readonly fingerprint: string;
  /** What only who asks knows. */
  readonly secret: string;
}

/** How an act was answered. */
export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Keeps how acts under an Idempotency-Key were answered, for whoever asks the same again within a day. */
@Injectable()
export class UsedKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * How the same request was answered before, which from now on is its only answer; null where it is the first one.
   *
   * @throws Fault invalid `idempotency-key-reused` for a key that was used for something else, or by another secret
   */
  async find(asked: Asked): Promise<GivenAnswer | null> {
    const used = await this.database.rows.findOneBy(UsedKey, { scope: asked.scope });
    if (used === null || used.createdAt <= this.clock.now() - KEPT_MS) return null;
    const answer = used.fingerprint === asked.fingerprint ? opened(used, asked) : null;
    if (answer === null) throw reused();
    return used.settledAt === null ? this.settle(asked, answer) : answer;
  }

  /** Keeps the answer to an act, to be called within the act. One that is not final can still be replaced. */
  keep(asked: Asked, answer: GivenAnswer, isFinal: boolean): Promise<void> {
    const now = this.clock.now();
    const { scope, fingerprint } = asked;
    const row = { scope, fingerprint, createdAt: now, status: answer.status, answer: closed(answer, asked) };
    return this.database.unseen(async (rows) => {
      await this.forgetOld();
      await rows.insert(UsedKey, { ...row, settledAt: isFinal ? now : null });
    });
  }

  /** Makes an answer the final one, unless another one became it before; returns the one that stands. */
  settle(asked: Asked, answer: GivenAnswer): Promise<GivenAnswer> {
    const { scope } = asked;
    const final = { status: answer.status, answer: closed(answer, asked), settledAt: this.clock.now() };
    return this.database.unseen(async (rows) => {
      await rows.update(UsedKey, { scope, settledAt: IsNull() }, final);
      return opened(await rows.findOneByOrFail(UsedKey, { scope }), asked) ?? answer;
    });
  }

  /** Forgets what was kept for a day. */
  forgetOld(): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.delete(UsedKey, { createdAt: LessThanOrEqual(this.clock.now() - KEPT_MS) });
    });
  }
}

const closed = ({ headers, body }: GivenAnswer, { secret, scope }: Asked): string =>
  seal(JSON.stringify([headers, body]), secret, scope);

function opened({ status, answer }: UsedKey, { secret, scope }: Asked): GivenAnswer | null {
  const text = unseal(answer, secret, scope);
  if (text === null) return null;
  const [headers, body] = JSON.parse(text) as [Record<string, string>, unknown];
  return { status, headers, body };
}

const reused = (): Fault =>
  new Fault('invalid', 'idempotency-key-reused', 'This key was used for another request already: make a new one.', [
    { header: 'Idempotency-Key', code: 'idempotency-key-reused', detail: 'was used for another request already' },
  ]);
