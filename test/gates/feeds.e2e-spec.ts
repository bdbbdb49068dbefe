import fc from 'fast-check';
import { Unreadable } from '../../src/fetching/markup.js';
import { readThing } from '../../src/fetching/reading.js';
import { seedFeeds } from './seed-feeds.js';

/** How many feeds are read that were damaged: a few with each change, many before a release. */
const MUTATIONS = Number(process.env['FEED_MUTATIONS'] ?? (process.env['GATES'] ? 200_000 : 3_000));
const SEED = Number(process.env['FEED_SEED'] ?? 1);
const NOW = Date.UTC(2026, 10, 24);
/** How long one may take to be read, in milliseconds. */
const PATIENCE_MS = 2_500;

/** What is put into a feed where it does not belong. */
const SPLINTERS = [
  ...['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '</', '/>', '\u0000', '\ufeff', '\ufffd'],
  ...['<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#x0;', '&#99999999;', '&amp;amp;', '<item>', '</item>', '<entry>'],
  ...['xmlns:a="b"', '__proto__', 'constructor', '{"items":', '[[[[[[', '9'.repeat(400), '🦉', '‮', '\ud83d'],
  ...[
    '<item '.repeat(50),
    '<b>'.repeat(300),
    ' '.repeat(5_000),
    'Thu, 32 Foo 20266 99:99:99 +9999',
    'http://[::1]:99999/',
  ],
];

interface Change {
  readonly kind: 'cut' | 'double' | 'swap' | 'splinter' | 'byte' | 'end';
  readonly at: number;
  readonly length: number;
  readonly what: number;
}

const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('cut', 'double', 'swap', 'splinter', 'byte', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(400),
  what: fc.nat(255),
});

function changed(bytes: Buffer, { kind, at, length, what }: Change): Buffer {
  const place = Math.floor(at * bytes.length);
  const [head, part, tail] = [
    bytes.subarray(0, place),
    bytes.subarray(place, place + length),
    bytes.subarray(place + length),
  ];
  if (kind === 'cut') return Buffer.concat([head, tail]);
  if (kind === 'double') return Buffer.concat([head, part, part, tail]);
  if (kind === 'swap') return Buffer.concat([tail, head, part]);
  if (kind === 'splinter') return Buffer.concat([head, Buffer.from(SPLINTERS[what % SPLINTERS.length]!), part, tail]);
  if (kind === 'end') return head;
  return Buffer.concat([head, Buffer.from([what]), tail]);
}

/** Reads a feed; returns how long that took. What is refused in words is no fault. */
function readIn(bytes: Buffer, contentType: string, kind: 'feed' | 'either' | 'page'): number {
  const begun = performance.now();
  try {
    readThing({ kind, bytes, contentType, url: 'https://a.example/feed', now: NOW });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return performance.now() - begun;
}

describe('feeds that were damaged', () => {
  const seeds = seedFeeds();

  it('are thirty, and each is read as long as it is whole', () => {
    expect(seeds).toHaveLength(30);
    for (const { name, bytes, contentType } of seeds) {
      const read = () => readThing({ kind: 'feed', bytes, contentType, url: 'https://a.example/feed', now: NOW });
      expect([name, read()]).toMatchObject([name, { kind: 'feed', feed: { items: Array(6).fill(expect.anything()) } }]);
    }
  });

  it(`are read or refused in words, and none takes long`, () => {
    let slowest = { took: 0, name: '' };
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(changes, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('feed', 'either', 'page'),
        ({ name, bytes, contentType }, all, kind) => {
          const took = readIn(all.reduce(changed, bytes), contentType, kind);
          if (took > slowest.took) slowest = { took, name };
          return took <= PATIENCE_MS;
        },
      ),
      { numRuns: MUTATIONS, seed: SEED },
    );
    if (process.env['GATES'])
      console.info(`${MUTATIONS} damaged feeds; the slowest: ${slowest.name}, ${slowest.took} ms`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, 3_600_000);
});
