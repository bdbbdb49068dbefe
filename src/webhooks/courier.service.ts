import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Attempts, type Attempt } from './attempts.service.js';
import { LONGEST_RETRY_AFTER_MS, nextAttemptAt, retryAfterMs } from './retry-clock.js';
import { Delivery, Webhook } from './webhook.entity.js';
import { WebhookFigures } from './webhook-figures.service.js';

/** How long a process has a receiver to itself without saying so again, in milliseconds; longer than any attempt. */
const CLAIM_MS = 60_000;
/** How many messages one receiver is sent in a row, before it is looked anew whether it still wants any. */
const MESSAGES_AT_ONCE = 50;
/** Answers of a receiver that is overburdened: all that is meant for it waits, at least this long. */
const OVERBURDENED: ReadonlySet<number | null> = new Set([429, 502, 504]);
const QUIET_MS = 60_000;
const GONE = 410;
/** Nothing is planned farther ahead, in milliseconds: what is was planned by a clock that was wrong, and is due. */
const FARTHEST_MS = 2 * LONGEST_RETRY_AFTER_MS;

/** A receiver in hand: its number tells who has it from whoever had it before. */
interface Claim {
  readonly id: string;
  readonly fence: number;
}

/** What is sent, and to whom. */
interface Message {
  readonly webhook: Webhook;
  readonly delivery: Delivery;
}

const DUE = '(d.next_attempt_at <= ? or d.next_attempt_at > ?)';

const hasCome = (planned: number, now: number): boolean => planned <= now || planned > now + FARTHEST_MS;

/**
 * Brings what waits to the receivers: to each one message at a time, to all of them at once, so that one who is slow or
 * dead delays nobody else. What happened to one thing arrives in its order. At least once, never in two processes at once.
 */
@Injectable()
export class Courier {
  private isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly figures: WebhookFigures,
  ) {}

  /** Begins with no further message; what is under way is let go of by the way out. */
  end(): void {
    this.isEnding = true;
  }

  /** Brings everything that is due. Returns how many attempts there were. */
  async bring(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.read<{ id: string }>(
      `select w.id from webhooks w where w.enabled and (w.quiet_until <= ? or w.quiet_until > ?)
         and (w.claimed_until <= ? or w.claimed_until > ?) and exists
           (select 1 from deliveries d where d.webhook_id = w.id and d.status = 'pending' and ${DUE})
       order by w.id`,
      [now, now + FARTHEST_MS, now, now + FARTHEST_MS, now, now + FARTHEST_MS],
    );
    const tried = await Promise.all(due.map(({ id }) => this.serve(id)));
    return tried.reduce((sum, each) => sum + each, 0);
  }

  private async serve(id: string): Promise<number> {
    const claim = await this.claim(id);
    if (claim === null) return 0;
    let tried = 0;
    try {
      for (; tried < MESSAGES_AT_ONCE && !this.isEnding; tried += 1) {
        const message = await this.next(claim);
        if (message === null) break;
        const { webhook, delivery } = message;
        const attempt = await this.attempts.post(webhook, { id: delivery.eventId, body: delivery.body });
        if (!(await this.note(claim, message, attempt))) break;
      }
      return tried;
    } catch (error) {
      if (this.isEnding) return tried; // it is brought by whichever process is there then
      throw error;
    } finally {
      await this.renew(claim, 0);
    }
  }

  /**
   * The next message for a receiver: none where it is switched off, wants to be left alone, or was taken up by another
   * process; and none while an earlier one about the same thing is still to be received.
   */
  private async next(claim: Claim): Promise<Message | null> {
    const now = this.clock.now();
    const webhook = await this.database.rows.findOneBy(Webhook, { id: claim.id });
    if (!webhook?.enabled || !hasCome(webhook.quietUntil, now)) return null;
    const found = await this.waitingFor(claim.id, now);
    if (found === null || !(await this.renew(claim, now + CLAIM_MS))) return null;
    const delivery = await this.database.rows.findOneBy(Delivery, { id: found });
    return delivery && { webhook, delivery };
  }

  private async waitingFor(webhookId: string, now: number): Promise<string | null> {
    const found = await this.database.readOne<{ id: string }>(
      `select d.id from deliveries d where d.webhook_id = ? and d.status = 'pending' and ${DUE}
         and not exists (select 1 from deliveries o where o.webhook_id = d.webhook_id and o.subject = d.subject
           and o.status = 'pending' and o.sequence < d.sequence)
       order by d.sequence, d.id limit 1`,
      [webhookId, now, now + FARTHEST_MS],
    );
    return found?.id ?? null;
  }

  /** Takes a receiver up; null where another process has it. */
  private claim(id: string): Promise<Claim | null> {
    const now = this.clock.now();
    return this.database.unseen(async (rows) => {
      const webhook = await rows.findOneBy(Webhook, { id });
      if (!webhook || !hasCome(webhook.claimedUntil, now)) return null;
      const fence = (webhook.fence ?? 0) + 1;
      await rows.update(Webhook, { id }, { claimedUntil: now + CLAIM_MS, fence });
      return { id, fence };
    });
  }

  /** Keeps a receiver until an instant, 0 to let go of it; false where another process has taken it up since. */
  private renew({ id, fence }: Claim, claimedUntil: number): Promise<boolean> {
    return this.database.unseen(async (rows) => {
      return (await rows.update(Webhook, { id, fence }, { claimedUntil })).affected === 1;
    });
  }

  /**
   * Notes what came of an attempt, for the message and for its receiver, and keeps the receiver; nothing, and false,
   * where another process has taken it up since: that one brings the message again, and notes what comes of it.
   */
  private note(claim: Claim, { webhook, delivery }: Message, attempt: Attempt): Promise<boolean> {
    const now = this.clock.now();
    const attempts = delivery.attempts + 1;
    const { isReceived, status: lastStatus, error } = attempt;
    const asked = retryAfterMs(attempt.retryAfter, now);
    const next = isReceived ? null : nextAttemptAt(delivery.id, attempts, now, asked);
    const isGivenUp = !isReceived && (next === null || lastStatus === GONE);
    const status = isReceived ? 'delivered' : isGivenUp ? 'failed' : 'pending';
    this.figures.attempted(status);
    return this.database.unseen(async (rows) => {
      if (!(await this.renew(claim, now + CLAIM_MS))) return false;
      const tried = { attempts, lastStatus, lastError: error?.slice(0, 300) ?? null, lastAttemptAt: now };
      const ended = { deliveredAt: isReceived ? now : null, nextAttemptAt: next ?? now };
      await rows.update(Delivery, { id: delivery.id }, { status, ...tried, ...ended });
      await rows.update(Webhook, { id: webhook.id }, standing(webhook, attempt, now));
      if (isGivenUp) await rows.update(Webhook, { id: webhook.id }, disabled(lastStatus, now));
      return true;
    });
  }
}

/** How a receiver stands after an attempt; one that is overburdened is left alone. */
function standing(webhook: Webhook, { isReceived, status, retryAfter }: Attempt, now: number): Partial<Webhook> {
  if (isReceived) return { failuresInRow: 0, lastSuccessAt: now };
  const quietMs = Math.max(Math.min(retryAfterMs(retryAfter, now), LONGEST_RETRY_AFTER_MS), QUIET_MS);
  const quiet = OVERBURDENED.has(status) ? { quietUntil: now + quietMs } : {};
  return { failuresInRow: webhook.failuresInRow + 1, lastFailureAt: now, ...quiet };
}

const disabled = (status: number | null, now: number): Partial<Webhook> => ({
  enabled: false,
  disabledReason: status !== GONE ? 'failing' : 'gone',
  disabledAt: now,
});
