/** What a feed is written in; RDF is an RSS. */
export const FEED_KINDS = ['rss', 'atom', 'jsonfeed'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** An entry of a feed as it was read. */
export interface FeedItem {
  /** What tells it from every other entry of the feed, whatever else of it changes. */
  readonly key: string;
  readonly url: string | null;
  readonly title: string | null;
  /** Its words, without markup; empty where it has none. */
  readonly text: string;
  /** Epoch milliseconds; null where nobody said, or said what cannot be. */
  readonly publishedAt: number | null;
  readonly author: string | null;
}

/** A feed as it was read: at most 200 entries, the newest. */
export interface Feed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** The page that it belongs to. */
  readonly home: string | null;
  readonly items: readonly FeedItem[];
}

/** An entry before anything was made of it: the texts of its parts. */
export interface RawItem {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  /** The whole of it or its summary: HTML, or plain words. */
  readonly content: string;
  readonly isHtml: boolean;
  readonly date: string;
  readonly author: string;
}

/** A feed before anything was made of its entries. */
export interface RawFeed {
  readonly kind: FeedKind;
  readonly title: string;
  readonly home: string | null;
  readonly items: readonly RawItem[];
}
