import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import { Outbound } from '../platform/outbound/outbound.service.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { readInterval, sayInterval, USUAL_MS } from './interval.js';
import type { ReviseSubscriptionDto, WatchDto } from './subscription.dto.js';
import { MOST_ADDRESS, Subscription, SubscriptionItem } from './subscription.entity.js';

const NOTHING_YET = {
  title: null,
  etag: null,
  lastModified: null,
  polledAt: null,
  changedAt: null,
  lastStatus: null,
  lastError: null,
  failures: 0,
  movedTo: null,
  movedTimes: 0,
  polls: 0,
  items: 0,
  proposed: 0,
  fence: 0,
  claimedUntil: null,
  quietUntil: null,
  version: 1,
} as const;

/** Feeds and pages that are watched, as editors choose them. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly outbound: Outbound,
  ) {}

  /**
   * Watches a feed or a page; it is asked within a minute.
   *
   * @throws Fault invalid `blocked-url` or `invalid-input` for an address that is too long, conflict
   *   `duplicate-subscription`
   */
  watch(act: WatchDto, actor: Actor): Promise<Subscription> {
    this.outbound.assertAskable(act.url);
    const address = new URL(act.url);
    address.hash = ''; // a place within the same feed
    const { href: url, hostname: host } = address;
    if (url.length > MOST_ADDRESS) throw tooLong();
    const now = this.clock.now();
    const { kind = null, source = null, auto_commit: autoCommit = false } = act;
    const intervalMs = (act.interval === undefined ? null : readInterval(act.interval)) ?? USUAL_MS;
    const times = { intervalMs, delayMs: intervalMs, nextPollAt: now, createdAt: now, updatedAt: now };
    return this.database.transaction(async (rows) => {
      const same = await rows.findOneBy(Subscription, { url });
      if (same) throw duplicate(same.id);
      const row = { id: newId('sub', now), url, host, kind, status: 'active' as const, source, autoCommit };
      const subscription = { ...NOTHING_YET, ...row, ...times, createdBy: actor.name };
      await rows.insert(Subscription, subscription);
      const after = { url, kind, interval: sayInterval(intervalMs), auto_commit: autoCommit };
      await this.journal.record(actor, { action: 'add', thing: row.id, after, event: null });
      return rows.create(Subscription, subscription);
    });
  }

  /**
   * Changes how something is watched.
   *
   * @throws Fault not found `unknown-subscription`, StaleVersion
   */
  revise(id: string, act: ReviseSubscriptionDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await this.get(id);
      assertUnchanged(former.version, seen);
      const change = this.changeOf(former, act);
      const now = this.clock.now();
      const version = former.version + 1;
      await rows.update(Subscription, { id }, { ...change, version, updatedAt: now });
      const before = {
        status: former.status,
        interval: sayInterval(former.intervalMs),
        auto_commit: former.autoCommit,
      };
      await this.journal.record(actor, {
        ...{ action: 'revise', thing: id, before, after: { ...before, ...act } },
        event: null,
      });
    });
  }

  /**
   * Watches something no more, and forgets its entries. What was read in them stays.
   *
   * @throws Fault not found `unknown-subscription`, StaleVersion
   */
  stop(id: string, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const { version, url } = await this.get(id);
      assertUnchanged(version, seen);
      await rows.delete(SubscriptionItem, { subscriptionId: id });
      await rows.delete(Subscription, { id });
      await this.journal.record(actor, {
        ...{ action: 'remove', thing: id, before: { url }, after: {} },
        event: null,
      });
    });
  }

  /** @throws Fault not found `unknown-subscription` */
  async get(id: string): Promise<Subscription> {
    const subscription = await this.database.rows.findOneBy(Subscription, { id });
    if (subscription) return subscription;
    throw new Fault('not_found', 'unknown-subscription', `There is no subscription ${id}.`);
  }

  private changeOf(former: Subscription, act: ReviseSubscriptionDto): Partial<Subscription> {
    const { status = former.status, auto_commit: autoCommit = former.autoCommit } = act;
    const intervalMs = (act.interval === undefined ? null : readInterval(act.interval)) ?? former.intervalMs;
    const isWoken = status === 'active' && former.status !== 'active';
    const since = former.polledAt ?? former.createdAt;
    const soonest = Math.max(this.clock.now(), since + intervalMs, former.quietUntil ?? 0);
    const again = isWoken ? { nextPollAt: soonest, failures: 0 } : {};
    const isOther = intervalMs !== former.intervalMs && former.failures === 0;
    const later = isOther && former.polledAt !== null ? { nextPollAt: since + intervalMs, delayMs: intervalMs } : {};
    return { status, autoCommit, intervalMs, ...later, ...again };
  }
}

function tooLong(): Fault {
  const detail = `is longer than ${MOST_ADDRESS} letters as it is written out`;
  return new Fault('invalid', 'invalid-input', `The address ${detail}.`, [
    { pointer: '#/url', code: 'is-length', detail },
  ]);
}

function duplicate(id: string): Fault {
  const detail = `is watched already, as ${id}`;
  const errors = [{ pointer: '#/url', code: 'duplicate-subscription', detail }];
  return new Fault('conflict', 'duplicate-subscription', `That address ${detail}.`, errors);
}
