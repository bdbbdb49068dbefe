import type { RawFeed, RawItem } from './feed.js';
import { addressIn, Unreadable } from './markup.js';

/** The most that is read of a feed, in UTF-16 units. */
const MOST_LETTERS = 5_000_000;
const MOST_ITEMS = 20_000;

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members => (typeof value === 'object' && value !== null ? (value as Members) : {});
const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
};
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function authorOf(item: Members): string {
  const [first] = listIn(item['authors']);
  return textIn(membersOf(first ?? item['author'])['name']);
}

function itemOf(value: unknown, address: string): RawItem {
  const item = membersOf(value);
  const html = textIn(item['content_html']);
  const id = textIn(item['id']);
  const named = textIn(item['url']) || textIn(item['external_url']) || (/^https?:/i.test(id) ? id : '');
  return {
    id: id.slice(0, 4_000),
    url: addressIn(named, address),
    title: textIn(item['title']),
    content: html || textIn(item['content_text']) || textIn(item['summary']),
    isHtml: html !== '',
    date: textIn(item['date_published']) || textIn(item['date_modified']),
    author: authorOf(item),
  };
}

/** Reads a JSON Feed that was found at an address. @throws Unreadable where it is none */
export function readJsonFeed(text: string, address: string): RawFeed {
  if (text.length > MOST_LETTERS) throw new Unreadable('It is larger than any feed that is read.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unreadable('It is no JSON.');
  }
  const feed = membersOf(value);
  if (!Array.isArray(feed['items'])) throw new Unreadable('It is no JSON Feed.');
  const items = listIn(feed['items']).slice(0, MOST_ITEMS);
  return {
    kind: 'jsonfeed',
    title: textIn(feed['title']),
    home: addressIn(textIn(feed['home_page_url']), address),
    items: items.filter((item) => typeof item === 'object' && item !== null).map((item) => itemOf(item, address)),
  };
}
