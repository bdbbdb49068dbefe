import { Injectable } from '@nestjs/common';
import { Ingestions } from '../ingestion/ingestions.service.js';
import { Fault } from '../platform/fault.js';
import { ItemArticles, type ItemArticle } from './item-article.service.js';
import { ItemEdits, NothingAnew } from './item-edits.service.js';
import { ItemBooks } from './item-books.service.js';
import type { Subscription, SubscriptionItem } from './subscription.entity.js';

/** Whether an error ends the work on a subscription: nobody who was asked is to blame for it. */
export const endsWork = (error: unknown): boolean =>
  error instanceof Fault && (error.kind === 'unavailable' || error.code === 'lease-lost');
const PASSING = new Set(['unreachable-url', 'page-too-large']);

/** Hands an entry in as any article is, once: what became of it stands in the same act. */
@Injectable()
export class ItemIntake {
  constructor(
    private readonly books: ItemBooks,
    private readonly articles: ItemArticles,
    private readonly edits: ItemEdits,
    private readonly ingestions: Ingestions,
  ) {}

  /** @throws Fault unavailable, or conflict `lease-lost`; what is wrong with the entry alone is written down */
  async take(subscription: Subscription, item: SubscriptionItem): Promise<void> {
    try {
      const found = await this.articles.of(subscription, item);
      await this.books.database.transaction(() => this.handIn(subscription, item, found));
    } catch (error) {
      if (endsWork(error)) throw error;
      if (error instanceof NothingAnew) return this.settleAsKnown(subscription, item);
      await this.refuse(subscription, item, error);
    }
  }

  private async handIn(subscription: Subscription, item: SubscriptionItem, found: ItemArticle): Promise<void> {
    await this.books.polls.confirm(subscription);
    const intake = subscription.autoCommit && found.isSeen ? 'commit' : 'review';
    const former = await this.edits.former(item);
    const article = former === null ? found.article : await this.edits.article(former, found);
    const present = await this.ingestions.handIn(article, found.actor, intake);
    if (former !== null) this.edits.assertAnew(former, present);
    const { ingestion, recognised } = present;
    const state = recognised ? ('known' as const) : ('proposed' as const);
    const settled = { state, attempts: item.attempts + 1, lastError: null, ingestionId: ingestion.id };
    await this.books.items.settle(item, settled);
    if (!recognised) await this.books.items.count(subscription.id);
  }

  /** What an edit brought is what is known of the entry already. */
  private settleAsKnown(subscription: Subscription, item: SubscriptionItem): Promise<void> {
    return this.books.database.unseen(async () => {
      await this.books.polls.confirm(subscription);
      await this.books.items.settle(item, { state: 'known', attempts: item.attempts + 1, lastError: null });
    });
  }

  private refuse(subscription: Subscription, item: SubscriptionItem, error: unknown): Promise<void> {
    const code = error instanceof Fault ? error.code : 'internal';
    const state = PASSING.has(code) ? 'waiting' : code === 'no-claims' ? 'nothing' : 'refused';
    const lastError = error instanceof Error ? `${code}: ${error.message}`.slice(0, 500) : code;
    return this.books.database.unseen(async () => {
      await this.books.polls.confirm(subscription);
      await this.books.items.settle(item, { state, attempts: item.attempts + 1, lastError });
    });
  }
}
