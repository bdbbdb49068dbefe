import { Injectable } from '@nestjs/common';
import { Outbound, type OutsideAnswer } from '../platform/outbound/outbound.service.js';
import { Unreachable } from '../platform/outbound/outbound-faults.js';
import { HostTurns } from './host-turns.service.js';
import { Unreadable } from './markup.js';
import { Manners } from './manners.service.js';
import { reservationIn, type Page } from './page.js';
import { ReaderThread } from './reader-thread.service.js';
import type { ReadingTask, ReadThing } from './reading.js';
import { Unwelcome } from './robots.service.js';

/** What a feed said of itself when it was last read; told back to it, untouched. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An answer, and how to read it. */
export interface Fetched {
  readonly answer: OutsideAnswer;
  /** @throws Unreadable, Unwelcome `text-reserved` */
  readonly read: (kind: ReadingTask['kind']) => Promise<ReadThing>;
}

const PAGES = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const FEEDS =
  'application/atom+xml,application/rss+xml,application/feed+json,application/json;q=0.9,application/xml;q=0.8,text/html;q=0.5,*/*;q=0.1';
/** What is neither a page nor a feed, whatever it holds. */
const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|octet-stream|msword|vnd\.)/i;
const CODES: Readonly<Record<number, string>> = {
  401: 'wants a password',
  403: 'refuses',
  404: 'has no such page',
  410: 'has that page no more',
};

/** Fetches pages and feeds, politely: as its host lets programs do, one at a time from each, and says who asks. */
@Injectable()
export class Fetching {
  constructor(
    private readonly outbound: Outbound,
    private readonly manners: Manners,
    private readonly turns: HostTurns,
    private readonly thread: ReaderThread,
  ) {}

  /**
   * The article at an address.
   *
   * @throws Blocked, Unreachable, TooLarge; Unwelcome `robots-disallowed` or `text-reserved`; Unreadable, also where
   *   there are no words
   */
  async page(url: string, now: number): Promise<Page> {
    const { answer, read } = await this.fetch(url, now, { accept: PAGES });
    assertGiven(answer);
    const thing = await read('page');
    if (thing.kind !== 'page' || thing.page.text === '')
      throw new Unreadable('There are no words to read on that page.');
    return thing.page;
  }

  /** Asks for a feed or a page that is watched, unless it is as it was. Throws as `page` does, but for its status. */
  feed(url: string, now: number, { etag, lastModified }: Validators): Promise<Fetched> {
    return this.fetch(url, now, {
      accept: FEEDS,
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    });
  }

  private fetch(url: string, now: number, headers: Readonly<Record<string, string>>): Promise<Fetched> {
    this.outbound.assertAskable(url);
    const { robots, reservations } = this.manners;
    return this.turns.take(new URL(url).hostname, async () => {
      await robots.assertWelcome(url);
      const answer = await this.outbound.ask(url, { headers });
      if (answer.hops.length > 0) await robots.assertWelcome(answer.url);
      const isFiled = answer.status === 200 && (await reservations.reserves(answer.url));
      const contentType = answer.headers['content-type'] ?? '';
      const read = async (kind: ReadingTask['kind']): Promise<ReadThing> => {
        if (NO_TEXT.test(contentType)) throw new Unreadable(`It is ${contentType.slice(0, 60)}, which is not read.`);
        const thing = await this.thread.read({ kind, bytes: answer.body, contentType, url: answer.url, now });
        const ofPage = thing.kind === 'page' ? thing.page.isReserved : null;
        if (ofPage ?? reservationIn(answer.headers['tdm-reservation']) ?? isFiled)
          throw new Unwelcome('text-reserved', `${new URL(answer.url).host} reserves the mining of its texts.`);
        return thing;
      };
      return { answer, read };
    });
  }
}

/** @throws Unreachable for an answer that brings nothing */
export function assertGiven({ status, url }: OutsideAnswer): void {
  if (status === 200) return;
  const words = CODES[status] ?? (status >= 500 ? 'is in trouble' : 'answers otherwise');
  throw new Unreachable(`${new URL(url).host} ${words} (${status}).`);
}
