import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedItem } from '../fetching/feed.js';
import { assertGiven, Fetching, type Fetched } from '../fetching/fetching.service.js';
import type { ReadThing } from '../fetching/reading.js';
import { Fault } from '../platform/fault.js';
import type { OutsideAnswer } from '../platform/outbound/outbound.service.js';
import { ItemBooks } from './item-books.service.js';
import { endsWork, ItemIntake } from './item-intake.service.js';
import { PollDesk } from './poll-desk.service.js';
import { failedBy, givenBy, type PollOutcome } from './poll-outcome.js';
import type { Subscription } from './subscription.entity.js';

/** How many entries of a feed are read after one poll; the others wait for the next. */
const ITEMS_A_POLL = 30;
const NOT_MODIFIED = 304;

/** Is told before an entry is read how many are read after this poll; ends the work by throwing. */
export type Step = (toRead: number) => Promise<void>;

/** What came of a poll, and the entries that it brought. */
interface Polled {
  readonly outcome: PollOutcome;
  readonly items: readonly FeedItem[];
}

/** Asks those who are watched whether there is anything new, and reads what is. */
@Injectable()
export class Poller {
  constructor(
    private readonly fetching: Fetching,
    private readonly books: ItemBooks,
    private readonly intake: ItemIntake,
    private readonly desk: PollDesk,
  ) {}

  /**
   * Asks one that was taken up unless it is gone, and reads its new entries. `step` is told before each how many there are, and may throw
   * to end it.
   *
   * @throws Fault conflict `lease-lost` where another process has taken it over, unavailable `shutting-down`
   */
  async poll(asked: Subscription, step: Step = () => Promise.resolve()): Promise<void> {
    try {
      const kept = asked.status === 'gone' ? {} : (await this.keep(asked, await this.asking(asked))).kept;
      const now = { ...asked, kind: kept.kind ?? asked.kind, title: kept.title ?? asked.title };
      const waiting = await this.books.items.waiting(asked.id, ITEMS_A_POLL);
      for (const item of waiting) {
        await step(waiting.length);
        await this.intake.take(now, item);
      }
    } finally {
      await this.books.polls.release(asked);
    }
  }

  /** Writes down what came of a poll; where that cannot be kept, it is what came of it. */
  private async keep(asked: Subscription, { outcome, items }: Polled): Promise<PollOutcome> {
    try {
      await this.desk.database.unseen(async () => {
        await this.books.polls.note(asked, outcome);
        await this.books.items.takeUp(asked, items);
      });
      return outcome;
    } catch (error) {
      const failed = this.failed(asked, error, null);
      await this.books.polls.note(asked, failed);
      return failed;
    }
  }

  private async asking(asked: Subscription): Promise<Polled> {
    const now = this.desk.clock.now();
    let fetched: Fetched | null = null;
    try {
      fetched = await this.fetching.feed(asked.url, now, asked);
      const { answer } = fetched;
      if (answer.status === NOT_MODIFIED) return { outcome: givenBy(answer, {}), items: [] };
      assertGiven(answer);
      const thing = await fetched.read(asked.kind === 'page' ? 'page' : asked.kind === null ? 'either' : 'feed');
      const { etag = null, 'last-modified': lastModified = null } = answer.headers;
      const kept = { ...factsOf(thing), etag, lastModified, changedAt: now };
      return { outcome: givenBy(answer, kept), items: itemsOf(thing) };
    } catch (error) {
      return { outcome: this.failed(asked, error, fetched?.answer ?? null), items: [] };
    }
  }

  /** @throws what ends the work on it, and is no failure of whoever was asked */
  private failed({ id }: Subscription, error: unknown, answer: OutsideAnswer | null): PollOutcome {
    if (endsWork(error)) throw error;
    if (!(error instanceof Fault)) this.desk.log.error(error, `Poll ${id}`);
    return failedBy(error, answer, this.desk.clock.now());
  }
}

const factsOf = (thing: ReadThing) =>
  thing.kind === 'feed'
    ? { kind: thing.feed.kind, title: thing.feed.title }
    : { kind: 'page' as const, title: thing.page.title };

/** The entries of a feed; of a page each state of its words is one. */
function itemsOf(thing: ReadThing): readonly FeedItem[] {
  if (thing.kind === 'feed') return thing.feed.items;
  const { text, title, url, publishedOn, author } = thing.page;
  if (text === '') return [];
  const key = createHash('sha256').update(text).digest('hex');
  const publishedAt = publishedOn === null ? null : Date.parse(`${publishedOn}T00:00:00Z`);
  return [{ key, url, title, text, publishedAt, author }];
}
