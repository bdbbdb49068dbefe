import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { Outbound } from '../platform/outbound/outbound.service.js';
import { signatureOf } from './signing.js';
import type { Webhook } from './webhook.entity.js';

/** What came of one attempt to tell a receiver something. */
export interface Attempt {
  readonly isReceived: boolean;
  /** What it answered; null where it did not. */
  readonly status: number | null;
  readonly error: string | null;
  /** The header `Retry-After` of its answer. */
  readonly retryAfter: string | undefined;
  readonly durationMs: number;
}

/** How long a receiver may take to answer, in milliseconds. */
const PATIENCE_MS = 15_000;

/** Posts signed messages to receivers (Standard Webhooks 1.0), through the one door out. */
@Injectable()
export class Attempts {
  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** @throws Fault invalid `blocked-url` where a receiver there would not be on the public internet */
  assertReachable(url: string): void {
    this.outbound.assertAskable(url);
  }

  /**
   * Posts a message once, signed as of now; a redirect is a failure, and nobody is followed.
   *
   * @throws Fault unavailable `shutting-down` where the program ends, which is no failure of the receiver
   */
  async post(webhook: Webhook, message: { readonly id: string; readonly body: string }): Promise<Attempt> {
    const now = this.clock.now();
    const timestamp = Math.floor(now / 1000);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ ...message, timestamp }, secretsOf(webhook, now)),
    };
    const begun = performance.now();
    const took = (): number => Math.round(performance.now() - begun);
    try {
      const asking = { method: 'POST', headers, body: message.body, totalMs: PATIENCE_MS } as const;
      const { status, headers: said } = await this.outbound.ask(webhook.url, asking);
      const isReceived = status >= 200 && status < 300;
      const error = isReceived ? null : `it answered ${status}`;
      return { isReceived, status, error, retryAfter: said['retry-after'], durationMs: took() };
    } catch (error) {
      if (!(error instanceof Fault) || error.kind === 'unavailable') throw error;
      return { isReceived: false, status: null, error: error.message, retryAfter: undefined, durationMs: took() };
    }
  }
}

const secretsOf = ({ secret, formerSecret, formerSecretUntil }: Webhook, now: number): string[] =>
  formerSecret !== null && (formerSecretUntil ?? 0) > now ? [secret, formerSecret] : [secret];
