import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Fetching } from '../fetching/fetching.service.js';
import type { HandInArticleDto } from '../ingestion/article.dto.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import type { Subscription, SubscriptionItem } from './subscription.entity.js';

/** From how many letters on an entry is taken for the whole of its article. */
const WHOLE = 600;
/** How often a page that cannot be had is asked for before the entry alone is read. */
const MOST_ATTEMPTS = 3;
const PASSING = new Set(['unreachable-url', 'page-too-large']);

/** An entry as it is handed in, and by whom: who fetched it from its own host is believed where it stood. */
export interface ItemArticle {
  readonly article: HandInArticleDto;
  readonly actor: Actor;
  /** Whether the words stand where the entry says. */
  readonly isSeen: boolean;
}

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** Whether an entry belongs to the host of its feed, or to a part of it; a part says nothing for the whole. */
export function isOwn({ host }: Subscription, url: string): boolean {
  const [feed, page] = [bare(host), bare(new URL(url).hostname)];
  return page === feed || page.endsWith(`.${feed}`);
}

/**
 * The article behind an entry: the entry itself where it is the whole of it and stands at its own host, else its page. A
 * feed that says what stands elsewhere is not believed: that page is read, or the feed's own words count as its own.
 */
@Injectable()
export class ItemArticles {
  constructor(
    private readonly fetching: Fetching,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Fault invalid `unreachable-url` or `page-too-large` where its page is to be asked for again, unavailable
   *   `shutting-down`
   */
  async of(subscription: Subscription, item: SubscriptionItem): Promise<ItemArticle> {
    const { url } = item;
    const words = item.text ?? '';
    const isOurs = subscription.kind === 'page' || (url !== null && isOwn(subscription, url));
    if (url !== null && subscription.kind !== 'page' && !(isOurs && words.length >= WHOLE)) {
      const page = await this.page(url, item);
      if (page !== null) return this.seen(subscription, page);
    }
    const text = words.trim() === '' ? (item.title ?? '') : words;
    const article = { text, title: item.title, published_on: item.publishedOn };
    const isLater = subscription.kind === 'page' && subscription.items > 0; // its address is that of its first words
    if (isOurs && !isLater) return this.seen(subscription, { ...article, url });
    if (isOurs) return this.seen(subscription, { ...article, source: { name: subscription.host, vetted: false } });
    const source = subscription.source ?? { name: subscription.title ?? subscription.host, vetted: false };
    return { article: { ...article, source }, actor: actorOf(subscription, 'contributor'), isSeen: false };
  }

  private seen(subscription: Subscription, article: HandInArticleDto): ItemArticle {
    const source = subscription.source;
    const whole = { ...article, ...(source !== null && { source }) };
    return { article: whole, actor: actorOf(subscription, 'editor'), isSeen: true };
  }

  private async page(url: string, item: SubscriptionItem): Promise<HandInArticleDto | null> {
    try {
      const page = await this.fetching.page(url, this.clock.now());
      const published_on = item.publishedOn ?? page.publishedOn;
      return { text: page.text, title: item.title ?? page.title, url: page.url, published_on };
    } catch (error) {
      if (!(error instanceof Fault) || error.kind === 'unavailable') throw error;
      if (PASSING.has(error.code) && item.attempts + 1 < MOST_ATTEMPTS) throw error;
      return null;
    }
  }
}

const actorOf = ({ id }: Subscription, role: Actor['role']): Actor => ({ keyId: null, name: id, role });
