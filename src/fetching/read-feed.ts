import { canonicalUrl } from '../engine/similarity/index.js';
import { momentOf } from './dates.js';
import type { Feed, FeedItem, RawFeed, RawItem } from './feed.js';
import { readJsonFeed } from './json-feed.js';
import { plain, Unreadable } from './markup.js';
import { readFragment } from './page.js';
import { readXmlFeed } from './xml-feed.js';

/** How many entries are taken, the newest: a feed that was empty yesterday may bring its whole archive today. */
export const MOST_ITEMS = 200;
/** The most that is kept of the words of an entry, in UTF-16 units. */
const MOST_TEXT = 60_000;
const MOST_KEY = 2_000;
/** Control characters and halves of letters, which no text holds; breaks of lines and tabs it may. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/gu;

/** Reads a feed of any kind that was found at an address. `now` is the present. @throws Unreadable */
export function readFeed(text: string, address: string, now: number): Feed {
  const start = text.trimStart().slice(0, 1);
  const raw = start === '{' || start === '[' ? readJsonFeed(text, address) : readXmlFeed(text, address);
  const keyed = withKeys(raw, now);
  const items = newest(keyed).map(({ item, key, at }) => itemOf(item, key, at));
  return { kind: raw.kind, title: wordsOf(raw.title, 300), home: raw.home, items };
}

interface Keyed {
  readonly item: RawItem;
  readonly key: string;
  readonly at: number | null;
}

/**
 * Each entry with what tells it from the others: its address, so that a feed may renumber its entries; its number where
 * several entries share an address, or have that of the home page; else its words. One that stands there twice is one.
 */
function withKeys({ items, home }: RawFeed, now: number): Keyed[] {
  const ids = new Map<string, Set<string>>();
  const addressOf = ({ url }: RawItem): string | null => (url === null ? null : canonicalUrl(url));
  for (const item of items) {
    const address = addressOf(item);
    if (address !== null) ids.set(address, (ids.get(address) ?? new Set()).add(item.id));
  }
  const page = home === null ? null : canonicalUrl(home);
  const found = new Map<string, Keyed>();
  for (const item of items) {
    const address = addressOf(item);
    const isOwn = address !== null && address !== page && ids.get(address)!.size === 1;
    const key = isOwn ? address : item.id || address;
    const known = (key ?? `${item.title}\n${item.content}`.trim()).slice(0, MOST_KEY);
    if (known !== '' && !found.has(known)) found.set(known, { item, key: known, at: momentOf(item.date, now) });
  }
  return [...found.values()];
}

/** Those with a day by that day, the others where they stand in the feed. */
function newest(items: readonly Keyed[]): Keyed[] {
  if (items.length <= MOST_ITEMS) return [...items];
  const dated = items.filter(({ at }) => at !== null).toSorted((a, b) => b.at! - a.at!);
  return [...dated, ...items.filter(({ at }) => at === null)].slice(0, MOST_ITEMS);
}

function itemOf(item: RawItem, key: string, publishedAt: number | null): FeedItem {
  const author = /\(([^()]{2,100})\)\s*$/.exec(item.author)?.[1] ?? item.author.replace(/^\S+@\S+$/, '');
  return {
    key,
    url: item.url,
    title: wordsOf(item.title, 300),
    text: (item.isHtml ? fragment(item.content) : item.content.replaceAll(UNREADABLE, ' ').trim()).slice(0, MOST_TEXT),
    publishedAt,
    author: wordsOf(author, 100),
  };
}

/** A short text that may hold markup, as titles of feeds do. */
const wordsOf = (text: string, mostLetters: number): string | null =>
  plain(/[<&]/.test(text) ? fragment(text.slice(0, 4 * mostLetters)).replaceAll('\n', ' ') : text, mostLetters);

/** The words of an entry; markup that nobody would write is left out, and the entry stays. */
function fragment(html: string): string {
  try {
    return readFragment(html.replaceAll(/<!\[CDATA\[|\]\]>/g, ' '));
  } catch (error) {
    if (error instanceof Unreadable) return '';
    throw error;
  }
}
