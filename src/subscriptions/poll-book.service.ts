import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { PollOutcome } from './poll-outcome.js';
import { delayAfter, shareOf } from './poll-timing.js';
import { Subscription, type SubscriptionStatus } from './subscription.entity.js';

/** How long somebody who took a subscription up is waited for; each step of the work renews it. */
const CLAIM_MS = 5 * 60_000;
/** From how many due at once on those who are more than so large a share of all are put off. */
const HERD = { least: 100, share: 0.05 } as const;
/** After how many polls that agree a new address is believed. */
const AGREEING = 3;

/** One that is gone is taken up as long as entries of it wait, which are read without asking it again. */
const DUE = `(s.status = 'active' or (s.status = 'gone' and exists (select 1 from subscription_items i
    where i.subscription_id = s.id and i.state = 'waiting'))) and (s.next_poll_at <= ? or s.next_poll_at > ? + 2 * s.delay_ms)
  and (s.claimed_until is null or s.claimed_until <= ? or s.claimed_until > ?)`;

/** Who is to be asked now, by which process, and what came of it. Changes nothing that raises a revision. */
@Injectable()
export class PollBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Takes up what is due, at most so many and one of each host among all processes. The next poll is planned before this
   * one begins, so that no end of a process makes it come twice.
   */
  claim(most: number): Promise<Subscription[]> {
    return this.database.unseen(async (rows) => {
      const found = await this.due(5 * most);
      const hosts = new Set<string>((await this.busyHosts()).map(({ host }) => host));
      const claimed: Subscription[] = [];
      for (const { id, host } of found) {
        if (hosts.has(host) || claimed.length >= most) continue;
        hosts.add(host);
        const row = await rows.findOneByOrFail(Subscription, { id });
        claimed.push(await this.takeUp(row));
      }
      return claimed;
    });
  }

  /** Takes up one alone, due or not; null where it is not active, or it or another one of its host is being asked. */
  claimOne(id: string): Promise<Subscription | null> {
    return this.database.unseen(async (rows) => {
      const row = await rows.findOneBy(Subscription, { id, status: 'active' });
      if (row === null || (await this.busyHosts()).some(({ host }) => host === row.host)) return null;
      return this.takeUp(row);
    });
  }

  /**
   * Puts off most of those that have become due at once, such as while nothing ran: evenly over their interval.
   *
   * @returns how many
   */
  spread(): Promise<number> {
    return this.database.unseen(async (rows) => {
      const now = this.clock.now();
      const [all] = await this.database.read<{ n: number }>(
        "select count(*) as n from subscriptions where status = 'active'",
      );
      const most = Math.max(HERD.least, Math.ceil(Number(all?.n ?? 0) * HERD.share));
      const late = (await this.due(100_000)).slice(most);
      for (const { id, interval_ms: interval } of late) {
        const nextPollAt = now + Math.round(Number(interval) * shareOf(`${id} spread`));
        await rows.update(Subscription, { id }, { nextPollAt, delayMs: Number(interval) });
      }
      return late.length;
    });
  }

  /** @throws Fault conflict `lease-lost` where another process has taken it up since; to be called within an act */
  async confirm({ id, fence }: Subscription): Promise<void> {
    const claimedUntil = this.clock.now() + CLAIM_MS;
    await this.database.unseen(async (rows) => {
      const held = await rows.update(Subscription, { id, fence }, { claimedUntil });
      if (held.affected !== 1) throw new Fault('conflict', 'lease-lost', `Another process has taken up ${id}.`);
    });
  }

  /** Writes down what came of a poll: nothing but its own row where nothing has changed. Within an act. */
  async note(asked: Subscription, outcome: PollOutcome): Promise<void> {
    const now = this.clock.now();
    const failures = outcome.error === null ? 0 : asked.failures + 1;
    const delayMs = delayAfter({ ...asked, failures, retryAfterMs: outcome.retryAfterMs });
    const moved = movedBy(asked, outcome);
    await this.database.unseen(async (rows) => {
      await this.confirm(asked);
      await rows.update(
        Subscription,
        { id: asked.id },
        {
          ...moved,
          ...outcome.kept,
          ...{ failures, delayMs, nextPollAt: now + delayMs, polledAt: now },
          quietUntil: outcome.retryAfterMs > 0 ? now + outcome.retryAfterMs : null,
          ...{ lastStatus: outcome.status, lastError: outcome.error, polls: asked.polls + 1 },
        },
      );
    });
    if (outcome.isGone) await this.announce(asked, { status: 'gone' });
    if (moved.movedTimes >= AGREEING && moved.movedTo !== null) await this.move(asked, moved.movedTo);
  }

  /** Lets others take it up again. */
  release({ id, fence }: Subscription): Promise<void> {
    return this.database.unseen(async (rows) => {
      await rows.update(Subscription, { id, fence }, { claimedUntil: null });
    });
  }

  private due(most: number) {
    const now = this.clock.now();
    return this.database.read<{ id: string; host: string; interval_ms: number }>(
      `select s.id, s.host, s.interval_ms from subscriptions s where ${DUE} order by s.next_poll_at, s.id limit ?`,
      [now, now, now, now + 2 * CLAIM_MS, most],
    );
  }

  private busyHosts() {
    const now = this.clock.now();
    return this.database.read<{ host: string }>(
      'select host from subscriptions where claimed_until > ? and claimed_until <= ?',
      [now, now + 2 * CLAIM_MS],
    );
  }

  private takeUp(row: Subscription): Promise<Subscription> {
    const now = this.clock.now();
    const delayMs = delayAfter({ ...row, retryAfterMs: 0 });
    const taken = { fence: row.fence + 1, claimedUntil: now + CLAIM_MS, nextPollAt: now + delayMs, delayMs };
    return this.database.unseen(async (rows) => {
      await rows.update(Subscription, { id: row.id }, taken);
      return rows.create(Subscription, { ...row, ...taken });
    });
  }

  private async move(asked: Subscription, url: string): Promise<void> {
    const taken = await this.database.rows.findOneBy(Subscription, { url });
    if (taken === null) await this.announce(asked, { url, host: new URL(url).hostname });
  }

  private announce({ id, url, status }: Subscription, after: Change): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const { version } = await rows.findOneByOrFail(Subscription, { id });
      const moved = { movedTo: null, movedTimes: 0, version: version + 1, updatedAt: now };
      await rows.update(Subscription, { id }, { ...after, ...moved });
      const entry = { action: 'revise', thing: id, before: { url, status }, after: { ...after } } as const;
      await this.journal.record(SYSTEM, { ...entry, event: null });
    });
  }
}

interface Change {
  readonly status?: SubscriptionStatus;
  readonly url?: string;
  readonly host?: string;
}

/** Where it is said to have moved for good, and how often that was said one time after the other. */
function movedBy({ movedTo, movedTimes }: Subscription, outcome: PollOutcome) {
  if (outcome.error !== null) return { movedTo, movedTimes };
  const to = outcome.movedTo;
  return { movedTo: to, movedTimes: to === null ? 0 : to === movedTo ? movedTimes + 1 : 1 };
}
