import { readFeed } from '../../src/fetching/read-feed.js';
import { readPage } from '../../src/fetching/page.js';
import { Unreadable } from '../../src/fetching/markup.js';
import { HTML_BOMBS, XML_BOMBS } from './bombs.js';

const NOW = Date.UTC(2026, 10, 24);

/** What became of it: it was read, or refused in words. Anything else is thrown on. */
function outcomeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

const NESTED = 'It is nested more deeply than is read.';
const TYPED = 'It brings a document type with rules of its own.';
const DRESSED = 'A tag has more attributes than are read.';

describe('what is built to be costly', () => {
  it.each(XML_BOMBS)('does no harm as a feed: %s', (_name, xml) => {
    expect(outcomeOf(() => readFeed(xml, 'https://a.example/feed', NOW))).toMatch(/./);
  });

  it.each(HTML_BOMBS)('does no harm as a page: %s', (_name, html) => {
    expect(outcomeOf(() => readPage(html, 'https://a.example/page', NOW))).toMatch(/./);
  });

  it.each([...XML_BOMBS, ...HTML_BOMBS])('does no harm as the other: %s', (_name, text) => {
    outcomeOf(() => readPage(text, 'https://a.example/page', NOW));
    outcomeOf(() => readFeed(text, 'https://a.example/feed', NOW));
  });

  it.each([
    ['a billion laughs', TYPED],
    ['an entity from a file', TYPED],
    ['a document type from elsewhere', TYPED],
    ['a hundred thousand levels', NESTED],
    ['a hundred thousand attributes', DRESSED],
    ['a page in place of a feed', 'It is no feed.'],
    ['nothing', 'It is no feed.'],
  ])('is refused for what it is: %s', (wanted, words) => {
    const [, xml] = XML_BOMBS.find(([name]) => name === wanted)!;
    expect(outcomeOf(() => readFeed(xml, 'https://a.example/feed', NOW))).toBe(words);
  });

  it('leaves what every object has as it was', () => {
    for (const [, xml] of XML_BOMBS) outcomeOf(() => readFeed(xml, 'https://a.example/feed', NOW));
    for (const [, html] of HTML_BOMBS) outcomeOf(() => readPage(html, 'https://a.example/page', NOW));
    const names = Object.getOwnPropertyNames(Object.prototype).toSorted();
    expect(names).toEqual(
      [
        ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__'],
        ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable'],
        ...['toLocaleString', 'toString', 'valueOf'],
      ].toSorted(),
    );
  });
});
