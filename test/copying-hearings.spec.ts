import fc from 'fast-check';
import { Hearings, type HeardRow, type HeardSource } from '../src/calibration/hearings.js';
import { copiersIn, finished } from '../src/engine/learning/index.js';
import { DAY, NOW, source } from './support/questions.js';

const NAMES = ['daily', 'echo', 'ledger', 'weekly', 'gazette'];
const sources = (shift: number): Map<string, HeardSource> =>
  new Map(
    NAMES.map((slug, at) => {
      const id = `src_${(at + shift) % NAMES.length}`;
      return [id, { slug, standing: { ...source(slug), id } }];
    }),
  );

interface Said {
  readonly device: number;
  readonly by: number;
  readonly value: number;
  readonly day: number;
}

/** What is said of twelve devices; the second source repeats the first a day later, whatever that said. */
const said: fc.Arbitrary<Said[]> = fc
  .array(fc.tuple(...NAMES.map(() => fc.option(fc.constantFrom(0, 0, 0, 1, 2, 3), { freq: 6 })), fc.nat(9)), {
    minLength: 12,
    maxLength: 12,
  })
  .map((devices) =>
    devices.flatMap((all, device) => {
      const day = all.at(-1)!;
      const values = all.slice(0, -1);
      values[1] = values[0]!;
      return values.flatMap((value, by): Said[] =>
        value === null ? [] : [{ device, by, value, day: day + (by === 1 ? 1 : by) }],
      );
    }),
  );

/** The rows of what was said, with ids in the order in which it came to be known. */
function found(all: readonly Said[], order: readonly number[], shift: number, traits: Partial<HeardRow> = {}) {
  const known = sources(shift);
  const idOf = new Map([...known].map(([id, { slug }]) => [slug, id]));
  const rows = all.map(({ device, by, value, day }): HeardRow => ({
    ...{
      rumor_id: `rum_${device}_${order[value]}`,
      device_id: `dev_${device}`,
      question: 'chipset',
      subject: 'chipset',
    },
    ...{ value: `Chip ${value}`, company_slug: 'orvane', category: null, window_ends_on: null },
    outcome: device % 3 === 0 ? null : value === 0 ? 'true' : 'false',
    happened_on: device % 3 === 0 ? null : '2022-05-23',
    ...{ source_id: idOf.get(NAMES[by]!)!, stance: 'supports', certainty: 'reported', independence: 1 },
    published_at: NOW - (30 - day) * DAY,
    ...traits,
  }));
  const hearings = new Hearings(known);
  const devices = [...new Set(rows.map((row) => row.device_id))].sort(
    (a, b) => (order[0] === 0 ? 1 : -1) * (a < b ? -1 : 1),
  );
  for (const device of devices) {
    const own = rows.filter((row) => row.device_id === device);
    hearings.hear(own.sort((a, b) => (a.rumor_id < b.rumor_id ? -1 : 1)));
  }
  const { reports, settled } = hearings.all();
  return finished(copiersIn(reports, settled));
}

describe('what was heard', () => {
  it('shows who copies, and the same whatever the order in which it came to be known', () => {
    let times = 0;
    fc.assert(
      fc.property(said, fc.nat(4), (all, shift) => {
        const pairs = found(all, [0, 1, 2, 3], 0);
        expect(found([...all].reverse(), [3, 1, 0, 2], shift)).toEqual(pairs);
        times += pairs.filter(({ first, second }) => first === 'daily' && second === 'echo').length;
      }),
      { numRuns: 40, seed: 5 },
    );
    expect(times).toBeGreaterThan(20);
  });

  it('shows nothing where the copies are recorded, or where it came when the answer was known', () => {
    const everything = fc.sample(said, { numRuns: 10, seed: 5 });
    expect(everything.flatMap((all) => found(all, [0, 1, 2, 3], 0))).not.toEqual([]);
    for (const all of everything) {
      expect(found(all, [0, 1, 2, 3], 0, { independence: 0 })).toEqual([]);
      const late = { published_at: NOW + DAY, outcome: 'false', happened_on: '2022-05-23' } as const;
      expect(found(all, [0, 1, 2, 3], 0, late)).toEqual([]);
      expect(found(all, [0, 1, 2, 3], 0, { subject: 'partner' })).toEqual([]);
    }
  });
});
