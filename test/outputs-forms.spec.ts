import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { atomOf } from '../src/outputs/atom.js';
import { badgeSvg } from '../src/outputs/badge.js';
import { csvLine } from '../src/outputs/csv.js';
import type { Feed } from '../src/outputs/feed-item.js';
import { calendarOf, type CalendarEntry } from '../src/outputs/icalendar.js';
import { jsonFeedOf } from '../src/outputs/json-feed.js';

/** Texts as they come from anybody: any letters, and often those that mean something to one of the forms. */
const PIECES = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  ',',
  ';',
  ':',
  '\\',
  "'",
  '<',
  '&',
  ']]>',
  '🦊',
  'é',
  '=cmd()',
  '＝1',
  '\u0001',
  ' ',
];
const TEXT = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 8 })
  .map((parts) => parts.join('').replaceAll('\0', ''));
const RUNS = { numRuns: 300 };

/** What the forms that cannot hold signs of control show in their place. */
const plain = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
const TRIGGER = /^[=+\-@\t\r\n＝＋－＠]/u;

describe('CSV', () => {
  const read = (text: string) => parse(text);

  it('gives every text back, and no cell that a spreadsheet would reckon', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { minLength: 1, maxLength: 5 }), (texts) => {
        const [cells = []] = read(csvLine(['first', ...texts], true));
        for (const cell of cells) expect(cell).not.toMatch(TRIGGER);
        const back = cells.slice(1).map((cell) => (/^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell));
        expect(back).toEqual(texts);
        expect(read(csvLine(['first', ...texts], false))[0]).toEqual(['first', ...texts]);
      }),
      RUNS,
    );
  });

  it.each([
    [[-0.11, 3, null, true], '-0.11,3,,true\r\n'],
    [['', 'a b', 'a,b', 'say "so"'], '"",a b,"a,b","say ""so"""\r\n'],
    [['=1+1', '-0.11', "'=1"], "'=1+1,'-0.11,''=1\r\n"],
  ])('tells numbers from texts: %j', (cells, line) => {
    expect(csvLine(cells, true)).toBe(line);
  });
});

describe('a calendar', () => {
  const entry: CalendarEntry = {
    ...{ uid: 'rum_1', sequence: 3, changedAt: Date.UTC(2026, 0, 1), firstOn: '2026-03-01', endsBefore: '2026-03-02' },
    ...{ status: 'TENTATIVE', summary: '', description: '', url: 'https://rumors.example/rumors/rum_1' },
  };

  it('gives every text back, in lines of at most 75 octets that end as they must', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (summary, description) => {
        const text = calendarOf('Rumored launches', [{ ...entry, summary, description }]);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        const isWrong = (line: string) =>
          Buffer.byteLength(line) > 75 || /[\r\n]/.test(line) || Buffer.from(line).toString() !== line;
        expect(lines.filter(isWrong)).toEqual([]);
        const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!);
        const told = (said: string) => plain(said.replace(/\r\n?/g, '\n')).replaceAll('\u007f', '\u{fffd}');
        expect([event.summary, event.description]).toEqual([told(summary), told(description)]);
      }),
      RUNS,
    );
  });

  it('has an entry with what every reader needs', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarOf('Rumored launches', [entry])));
    const [event] = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT6H');
    expect([calendar.getFirstPropertyValue('name'), calendar.getFirstPropertyValue('x-wr-calname')]).toEqual([
      'Rumored launches',
      'Rumored launches',
    ]);
    expect([event!.uid, event!.sequence, event!.startDate.isDate]).toEqual(['rum_1', 3, true]);
    expect([String(event!.startDate), String(event!.endDate)]).toEqual(['2026-03-01', '2026-03-02']);
    expect(event!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(event!.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });
});

describe('feeds', () => {
  const feedOf = (title: string, text: string): Feed => ({
    scope: 'all',
    title,
    at: Date.UTC(2026, 0, 1),
    items: [
      {
        ...{ id: 'urn:hearsay:rum_1:opened', title, text, path: '/rumors/rum_1', at: Date.UTC(2026, 0, 1) },
        ...{ rumorId: 'rum_1', device: title, previous: 0.61, current: 0.72 },
      },
    ],
  });
  const trimmed = (text: string) => text.replaceAll('\r\n', '\n').trim();

  const said = (part: unknown) => (part as { value?: string } | undefined)?.value ?? '';

  it('give every text back, and hold nothing that is not XML', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (title, text) => {
        const atom = atomOf(feedOf(title, text), 'https://rumors.example');
        expect(atom).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        const [item] = parseAtomFeed(atom).entries ?? [];
        expect(trimmed(said(item?.title))).toBe(trimmed(plain(title)));
        expect(trimmed(said(item?.content))).toBe(trimmed(plain(text)));
        const json = JSON.parse(jsonFeedOf(feedOf(title, text), 'https://rumors.example')) as { items: object[] };
        expect(json.items[0]).toMatchObject({ title, content_text: text });
      }),
      { numRuns: 300 },
    );
  });

  it('are read by others', () => {
    const feed = feedOf('Orvane Halo', 'About Orvane Halo.');
    const atom = parseAtomFeed(atomOf(feed, 'https://rumors.example'));
    expect(atom).toMatchObject({
      id: 'urn:hearsay:feed:all',
      title: { value: 'Orvane Halo' },
      updated: '2026-01-01T00:00:00.000Z',
    });
    expect(atom.entries?.[0]).toMatchObject({ id: 'urn:hearsay:rum_1:opened' });
    const json = parseJsonFeed(jsonFeedOf(feed, 'https://rumors.example'));
    expect(json).toMatchObject({ title: 'Orvane Halo', feed_url: 'https://rumors.example/feeds/all.json' });
    expect(json.items?.[0]).toMatchObject({
      id: 'urn:hearsay:rum_1:opened',
      url: 'https://rumors.example/rumors/rum_1',
    });
  });
});

it('a badge shows any name, and runs nothing', () => {
  fc.assert(
    fc.property(TEXT, (label) => {
      const svg = badgeSvg({ label, value: '72 % likely', probability: 0.72 });
      expect(svg).not.toMatch(/<(?!\/?(?:svg|title|rect|g|text)\b)/);
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }),
    { numRuns: 300 },
  );
});
