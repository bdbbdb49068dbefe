import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { RetryLater } from '../platform/retry-later.js';
import { MOST_PATIENCE_MS } from './poll-timing.js';
import { PollBook } from './poll-book.service.js';
import { Poller, type Step } from './poller.service.js';
import type { Subscription } from './subscription.entity.js';
import { Subscriptions } from './subscriptions.service.js';

/** How long after a poll nobody is asked again, in milliseconds, whoever wants it: the shortest interval that there is. */
const LEAST_MS = 5 * 60_000;

/** What a poll that somebody asked for came to. */
export interface AskedPoll {
  /** Entries that were seen for the first time. */
  readonly items: number;
  /** Articles that were proposed. */
  readonly proposed: number;
  /** What went wrong when it was asked; null where nothing did. */
  readonly error: Subscription['lastError'];
}

const NOTHING_NEW: AskedPoll = { items: 0, proposed: 0, error: null };

/** Polls of one subscription that somebody asks for, between those that its interval brings. */
@Injectable()
export class AskedPolls {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly book: PollBook,
    private readonly poller: Poller,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes sure that a subscription may be polled now: it is asked at all, was not within the last five minutes, and its
   * host does not want to be left alone.
   *
   * @throws Fault not found `unknown-subscription`, conflict `inactive-subscription`; RetryLater exhausted `polled-lately`
   */
  async assertPollable(id: string): Promise<void> {
    const { status, polledAt, quietUntil } = await this.subscriptions.get(id);
    if (status !== 'active') {
      const detail = status === 'gone' ? 'its host says that it is there no more' : 'it is paused';
      throw new Fault('conflict', 'inactive-subscription', `${id} is not asked: ${detail}.`);
    }
    const now = this.clock.now();
    const quietMs = quietUntil !== null && quietUntil <= now + MOST_PATIENCE_MS ? quietUntil - now : 0;
    const pauseMs = polledAt !== null && polledAt <= now ? polledAt + LEAST_MS - now : 0; // later is no moment of ours
    if (quietMs <= 0 && pauseMs <= 0) return;
    const seconds = Math.ceil(Math.max(quietMs, pauseMs) / 1000);
    const why = quietMs > 0 ? 'Its host wants to be left alone' : 'It was asked a moment ago';
    throw new RetryLater(seconds, 'exhausted', 'polled-lately', `${why}: ask again in ${seconds} s.`);
  }

  /**
   * Polls a subscription and reads what is new, unless it was polled since an instant (epoch milliseconds) anyway. `step`
   * is as that of `Poller.poll`.
   *
   * @throws Fault not found `unknown-subscription`, conflict `inactive-subscription` or `already-polled` where it, or
   *   another one of its host, is being asked; RetryLater `polled-lately`; what `Poller.poll` and `step` throw
   */
  async poll(id: string, since: number, step: Step): Promise<AskedPoll> {
    const before = await this.subscriptions.get(id);
    if ((before.polledAt ?? -Infinity) >= since) return NOTHING_NEW;
    await this.assertPollable(id);
    const asked = await this.book.claimOne(id);
    if (asked === null) throw new Fault('conflict', 'already-polled', `${id}, or its host, is being asked just now.`);
    await this.poller.poll(asked, step);
    const { items, proposed, lastError } = await this.subscriptions.get(id);
    return { items: items - before.items, proposed: proposed - before.proposed, error: lastError };
  }
}
