import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { FeedItem } from '../fetching/feed.js';
import { dayOf } from '../fetching/dates.js';
import { Subscription, SubscriptionItem } from './subscription.entity.js';

/** How often an entry that was edited is read again. */
const MOST_EDITS = 3;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entries of what is watched, each once. */
@Injectable()
export class ItemBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes up the entries that are new, and those that were edited; returns how many are new. Within an act. */
  async takeUp({ id, items: before }: Subscription, found: readonly FeedItem[]): Promise<number> {
    return this.database.unseen(async (rows) => {
      let added = 0;
      for (const item of found) {
        const where = { subscriptionId: id, keyHash: hashOf(item.key) };
        const known = await rows.findOneBy(SubscriptionItem, where);
        const said = saidBy(item);
        if (known === null) {
          const fresh = { state: 'waiting' as const, lastError: null, ingestionId: null, attempts: 0, edits: 0 };
          await rows.insert(SubscriptionItem, { ...where, ...said, ...fresh, seenAt: this.clock.now() });
          added += 1;
        } else if (known.contentHash !== said.contentHash && known.edits < MOST_EDITS) {
          const anew = { ...said, state: 'waiting' as const, attempts: 0, edits: known.edits + 1 };
          await rows.update(SubscriptionItem, where, anew);
        }
      }
      if (added > 0) await rows.update(Subscription, { id }, { items: before + added });
      return added;
    });
  }

  /** The entries that were not read yet, the oldest first, at most so many. */
  waiting(subscriptionId: string, most: number): Promise<SubscriptionItem[]> {
    const where = { subscriptionId, state: 'waiting' as const };
    return this.database.rows.find(SubscriptionItem, {
      where,
      order: { publishedOn: 'ASC', seenAt: 'ASC', keyHash: 'ASC' },
      take: most,
    });
  }

  /** Writes down what became of an entry, and forgets its words unless it still waits. Within an act. */
  async settle(
    { subscriptionId, keyHash }: SubscriptionItem,
    change: Pick<SubscriptionItem, 'state' | 'attempts' | 'lastError'> & { ingestionId?: string },
  ): Promise<void> {
    const words = change.state === 'waiting' ? {} : { text: null, title: null, author: null };
    await this.database.unseen(async (rows) => {
      await rows.update(SubscriptionItem, { subscriptionId, keyHash }, { ...words, ...change });
    });
  }

  /** Counts an entry that was proposed. Within an act. */
  async count(id: string): Promise<void> {
    await this.database.unseen(async (rows) => {
      const row = await rows.findOneByOrFail(Subscription, { id });
      await rows.update(Subscription, { id }, { proposed: row.proposed + 1 });
    });
  }
}

function saidBy(item: FeedItem) {
  const { url, title, text, author } = item;
  const contentHash = hashOf(`${title ?? ''}\n${text}`);
  return { url, title, text, author, publishedOn: dayOf(item.publishedAt), contentHash };
}
