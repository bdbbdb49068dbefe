import type { SearchType } from '../platform/database/found.js';

/** A thing with the texts by which it is found. */
export interface Findable {
  readonly id: string;
  readonly type: SearchType;
  readonly title: string;
  /** Whether only lists show it any more, not the search: it was withdrawn, merged or taken down. */
  readonly isHidden: boolean;
  /** The address of its page on this server. */
  readonly address: string;
  /** Every name that it goes by; of what has none, its title. */
  readonly names: readonly string[];
  /** What else is said of it. */
  readonly passages: readonly string[];
  /** Since when there is news of it, epoch milliseconds. */
  readonly at: number;
}
