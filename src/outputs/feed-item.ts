/** Something worth reading in a feed reader. */
export interface FeedItem {
  /** Stable, and the same in every feed that has it: an URN. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The path of its page. */
  readonly path: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  readonly rumorId: string | null;
  readonly device: string;
  /** The probability before and after, of a confidence that moved; null of everything else. */
  readonly previous: number | null;
  readonly current: number | null;
}

/** A feed: what it is of, and its items, the latest first. */
export interface Feed {
  /** `all`, or the slug of a device or of a company. */
  readonly scope: string;
  readonly title: string;
  readonly items: readonly FeedItem[];
  /** When anything in it last changed, epoch milliseconds. */
  readonly at: number;
}
