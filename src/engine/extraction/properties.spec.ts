import fc from 'fast-check';
import { findSubject, readValue } from '../subjects/index.js';
import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { Article, Reading, Span } from './reading.js';

const KNOWLEDGE = prepareKnowledge({
  companies: [
    { name: 'Orvane', aliases: ['Orvane Group', '奥凡'], lines: ['Stella'] },
    { name: 'Halden', aliases: [], lines: [] },
  ],
  devices: [{ id: 'd1', company: 'Orvane', name: 'Orvane 9 Max', aliases: ['9 Max'] }],
});

const PIECES = [
  'Orvane 12 Ultra',
  'Orvane',
  'Halden',
  '9 Max',
  'Stella Watch',
  '奥凡12',
  'the phone',
  'it',
  ' will launch in July',
  ' on July 5, 2022',
  ' next month',
  ' 5000mAh',
  ' 50MP main camera',
  ' 8/12 GB',
  ' $499',
  ' CNY 5,999',
  '“',
  '”',
  '"',
  '«',
  '»',
  "'",
  ' said Ann Lee, CEO of Orvane',
  ' according to @leaker',
  'Source: X',
  ' partnership with ',
  ' not ',
  ' officially',
  ' rumored',
  ' could be the ',
  ', ',
  '. ',
  '\n',
  ' ',
  '? ',
  ';',
  'İ',
  'ß',
  '😀',
  '\u0301',
  '\ud800',
  '2022-13-45',
  'date 2022-06-08 ',
  '(',
  ')',
  '-',
  '…',
  'May',
  ' codenamed Thor',
  ' Snapdragon 8 Gen 1+',
  '万像素',
];
const text = fc.oneof(
  fc.string({ maxLength: 400, unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);
const article: fc.Arbitrary<Article> = fc.record({
  text,
  title: fc.option(text),
  url: fc.option(fc.constantFrom('https://a.example/2022/06/14/x', 'x', '//')),
  publishedOn: fc.option(fc.constantFrom('2022-05-23', '2022-05', 'never', '')),
});

const spans = (reading: Reading): Span[] => [
  ...reading.claims.map(({ span }) => span),
  ...reading.statements.map(({ span }) => span),
  ...reading.credits.map(({ span }) => span),
];

describe('any text', () => {
  it('is read, and every span is a passage of it', () => {
    fc.assert(
      fc.property(article, (given) => {
        for (const { where, start, end, exact } of spans(extract(given, KNOWLEDGE))) {
          const source = where === 'title' ? (given.title ?? '') : given.text;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(source.slice(start, end)).toBe(exact);
          expect(exact).toHaveLength(end - start);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('yields claims that the catalogue can read, about one of its devices', () => {
    fc.assert(
      fc.property(article, (given) => {
        const { claims, devices, statements } = extract(given, KNOWLEDGE);
        for (const claim of claims) {
          expect(devices.map(({ name }) => name)).toContain(claim.device);
          expect(() => readValue(findSubject(claim.subject)!, claim.value)).not.toThrow();
        }
        for (const { index } of statements.flatMap((statement) => statement.claims))
          expect(claims[index]).toBeDefined();
        expect(devices.filter(({ primary }) => primary)).toHaveLength(Math.min(1, devices.length));
      }),
      { numRuns: 400 },
    );
  });

  it('yields the same whenever it is read', () => {
    fc.assert(
      fc.property(article, (given) => {
        expect(extract(given, KNOWLEDGE)).toEqual(extract(given, KNOWLEDGE));
      }),
      { numRuns: 100 },
    );
  });
});

describe('long and strange texts', () => {
  it.each([
    'Orvane 12 ',
    '“a ',
    '"',
    '.',
    '...a',
    'John Smith said ',
    '1,',
    '(',
    'July 5 or ',
    '$499 or ',
    '小',
    ' ',
    '\n',
    'reports the ',
    "'a ",
  ])('of nothing but "%s" are read to the end', (piece) => {
    const long = piece.repeat(Math.ceil(60_000 / piece.length));
    expect(extract({ text: long, title: 'Orvane 12' }, KNOWLEDGE).claims.length).toBeLessThanOrEqual(400);
  });
});
