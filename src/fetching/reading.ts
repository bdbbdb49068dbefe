import { textOf } from './charset.js';
import type { Feed } from './feed.js';
import { readPage, type Page } from './page.js';
import { readFeed } from './read-feed.js';

/** Something that was fetched and is to be read. */
export interface ReadingTask {
  readonly kind: 'page' | 'feed' | 'either';
  readonly bytes: Uint8Array;
  /** As the header says it. */
  readonly contentType: string;
  /** Where it was found. */
  readonly url: string;
  /** The present, epoch milliseconds. */
  readonly now: number;
}

/** What was read: a feed, or a page. */
export type ReadThing = { readonly kind: 'feed'; readonly feed: Feed } | { readonly kind: 'page'; readonly page: Page };

const PAGE = /^\s{0,99}(?:<!--[^>]{0,2000}-->\s{0,99})?<(?:!doctype\s+html|html)/i;

/** Reads what was fetched; of `either` markup that begins as a page is one, all else a feed. @throws Unreadable */
export function readThing({ kind, bytes, contentType, url, now }: ReadingTask): ReadThing {
  const text = textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), contentType);
  const isPage = kind === 'page' || (kind === 'either' && PAGE.test(text.slice(0, 4_000)));
  if (isPage) return { kind: 'page', page: readPage(text, url, now) };
  return { kind: 'feed', feed: readFeed(text, url, now) };
}
