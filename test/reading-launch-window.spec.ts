import fc from 'fast-check';
import { dayAt, launchWindowOf, probabilityBy } from '../src/assessments/launch-window.js';
import { slipsOf } from '../src/assessments/slips.js';
import { pointsOf, type Interval } from '../src/assessments/history.js';
import type { AssessmentRow } from '../src/assessments/explanations.service.js';
import { fromDay, massBetween, type DateDistribution } from '../src/engine/confidence/index.js';
import { dayNumber, dayOf } from '../src/engine/subjects/index.js';
import type { RumorRow } from '../src/rumors/rumor.view.js';

const JULY: DateDistribution = {
  buckets: [{ earliestOn: '2022-07-01', latestOn: '2022-07-31', probability: 0.54 }],
  other: 0.46,
};

/** Disjoint stretches of days in order, and what is left. */
const anyDistribution: fc.Arbitrary<DateDistribution> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
    ),
    { maxLength: 6 },
  )
  .chain((parts) => fc.double({ min: 1e-6, max: 1, noNaN: true }).map((rest) => ({ parts, rest })))
  .map(({ parts, rest }) => {
    const whole = parts.reduce((sum, [, , weight]) => sum + weight, rest);
    let day = 19_000;
    const buckets = parts.map(([days, gap, weight]) => {
      const first = day + gap;
      day = first + days;
      return { earliestOn: dayOf(first), latestOn: dayOf(day - 1), probability: weight / whole };
    });
    return { buckets, other: rest / whole };
  });

describe('a launch window', () => {
  it('of one month at .54 reaches the half on its 29th day', () => {
    const { quantiles, notByHorizon, horizonOn, dots } = launchWindowOf(JULY, 50);
    // .05 ÷ .54 of 31 days = 2.9; .25 ÷ .54 = 14.4; .5 ÷ .54 = 28.7
    expect(quantiles).toEqual({ p05: '2022-07-03', p25: '2022-07-15', p50: '2022-07-29', p75: null, p95: null });
    expect([notByHorizon, horizonOn, dots.filter((dot) => dot === null)]).toEqual([
      0.46,
      '2022-07-31',
      Array(23).fill(null),
    ]);
  });

  it('without any day left names none', () => {
    const { quantiles, horizonOn, dots } = launchWindowOf({ buckets: [], other: 1 }, 20);
    expect([quantiles.p50, horizonOn, dots]).toEqual([null, null, Array(20).fill(null)]);
  });

  it('takes a range without an end for a year', () => {
    const open = { buckets: [{ earliestOn: '2025-01-01', latestOn: null, probability: 0.5 }], other: 0.5 };
    expect([dayAt(open, 0.25), launchWindowOf(open, 20).horizonOn]).toEqual(['2025-07-02', '2025-12-31']);
  });

  it('names the first day by which its share has passed', () => {
    fc.assert(
      fc.property(anyDistribution, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (distribution, share) => {
        const day = dayAt(distribution, share);
        const all = 1 - distribution.other;
        if (day === null) return expect(share).toBeGreaterThan(all - 1e-9);
        const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
        expect(probabilityBy(distribution, day)).toBeGreaterThanOrEqual(share - 1e-9);
        expect(probabilityBy(distribution, before)).toBeLessThan(share + 1e-9);
      }),
    );
  });

  it('has dots in order, of which as many are left out as lie beyond the horizon', () => {
    fc.assert(
      fc.property(anyDistribution, (distribution) => {
        const { dots, notByHorizon } = launchWindowOf(distribution, 50);
        const known = dots.filter((dot) => dot !== null);
        expect(known).toEqual([...known].sort());
        expect(Math.abs((50 - known.length) / 50 - notByHorizon)).toBeLessThanOrEqual(0.01 + 1e-9);
      }),
    );
  });
});

const HOUR = 3_600_000;
const at = (hours: number): number => Date.UTC(2029, 4, 21) + hours * HOUR; // a Monday
const assessed = (hours: number): AssessmentRow =>
  ({
    id: `asm ${hours}`,
    at: at(hours),
    causes: JSON.stringify([{ kind: 'evidence', ids: [`ev ${hours}`] }]),
  }) as AssessmentRow;
const HISTORY = [0, 0.5, 1, 5, 23, 24, 30, 24 * 7 - 1, 24 * 7].map(assessed);

describe('a history', () => {
  const hours = (interval: Interval, change: { from?: number; to?: number; maxPoints?: number } = {}): number[] => {
    const span = { from: 0, to: Infinity, maxPoints: 1000, ...change, interval };
    return pointsOf(HISTORY, span).map(({ assessment }) => (assessment.at - at(0)) / HOUR);
  };

  it.each<[Interval, number[]]>([
    ['raw', [0, 0.5, 1, 5, 23, 24, 30, 167, 168]],
    ['1h', [0.5, 1, 5, 23, 24, 30, 167, 168]],
    ['1d', [23, 30, 167, 168]],
    ['1w', [167, 168]],
  ])('by %s keeps the last of each', (interval, expected) => {
    expect(hours(interval)).toEqual(expected);
  });

  it('is cut at both ends, which are within', () => {
    expect(hours('raw', { from: at(1), to: at(24) })).toEqual([1, 5, 23, 24]);
  });

  it.each([1, 2, 3, 5, 9])('of at most %d points ends with the last and loses no cause', (maxPoints) => {
    const points = pointsOf(HISTORY, { from: 0, to: Infinity, interval: 'raw', maxPoints });
    expect(points.length).toBeLessThanOrEqual(maxPoints);
    expect(points.at(-1)!.assessment).toBe(HISTORY.at(-1));
    const causes = points.flatMap((point) => point.causes.flatMap(({ ids }) => ids));
    expect(causes.sort()).toEqual(
      HISTORY.map((row) => (JSON.parse(row.causes) as { ids: string[] }[])[0]!.ids[0]).sort(),
    );
  });
});

describe('a window once days are over', () => {
  const OF_JULY = dayNumber('2022-07-11')!;

  it.each<[string, DateDistribution, DateDistribution]>([
    [
      'keeps the probability of a stretch that has begun',
      JULY,
      { buckets: [{ earliestOn: '2022-07-11', latestOn: '2022-07-31', probability: 0.54 }], other: 0.46 },
    ],
    [
      'gives that of one that is over to all others in proportion', // .3 ÷ .6 and .3 ÷ .6
      {
        buckets: [
          { earliestOn: '2022-06-01', latestOn: '2022-06-30', probability: 0.4 },
          { earliestOn: '2022-08-01', latestOn: '2022-08-31', probability: 0.3 },
        ],
        other: 0.3,
      },
      { buckets: [{ earliestOn: '2022-08-01', latestOn: '2022-08-31', probability: 0.5 }], other: 0.5 },
    ],
    [
      'has no days left where all are over',
      { buckets: [{ earliestOn: null, latestOn: '2022-06-30', probability: 1 }], other: 0 },
      { buckets: [], other: 1 },
    ],
  ])('%s', (_case, whole, expected) => {
    const left = fromDay(whole, OF_JULY);
    expect(
      left.buckets.map(({ probability, ...days }) => ({ ...days, probability: Number(probability.toFixed(12)) })),
    ).toEqual(expected.buckets);
    expect(left.other).toBeCloseTo(expected.other, 12);
  });

  it('never shows a day that is over, sums to 1, and stays as it is on the same day', () => {
    fc.assert(
      fc.property(anyDistribution, fc.integer({ min: 18_900, max: 20_500 }), (whole, today) => {
        const left = fromDay(whole, today);
        const sum = left.buckets.reduce((total, { probability }) => total + probability, left.other);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        expect(massBetween(left, null, dayOf(today - 1))).toBe(0);
        expect(launchWindowOf(left, 20).dots.every((day) => day === null || day >= dayOf(today))).toBe(true);
        expect(fromDay(left, today)).toEqual(left);
      }),
    );
  });
});

describe('the slips of a window', () => {
  const told = (...values: string[]): RumorRow[] =>
    values.map((value, index) => {
      const row: Partial<RumorRow> = { id: `rum_${index}`, subject: 'launch.date', value, created_at: index };
      return { ...row, supporting_count: 1 } as RumorRow;
    });

  it.each<[string, string[], [string, string, number][]]>([
    ['are none where nobody moved it', ['2022-03'], []],
    [
      'count each move to days that lie wholly after',
      ['2022-03', '2022-04-01/2022-06-30', '2022-07'],
      [
        ['March 2022', 'Q2 2022', 31],
        ['Q2 2022', 'July 2022', 91],
      ],
    ],
    [
      'count a part of the window once it was told',
      ['2022-07-01/2022-09-30', '2022-07', '2022-09'],
      [['July 2022', 'September 2022', 62]],
    ],
    [
      'count no wider window around it',
      ['2022-03', '2022-01-01/2022-12-31', '2022-04'],
      [['March 2022', 'April 2022', 31]],
    ],
    ['count none that is brought forward', ['2022-07', '2022-05'], []],
  ])('%s', (_case, values, expected) => {
    expect(slipsOf(told(...values)).map(({ from, to, days }) => [from, to, days])).toEqual(expected);
  });

  it('pass over what nobody supports', () => {
    const [first, second] = told('2022-03', '2022-07');
    expect(slipsOf([first!, { ...second!, supporting_count: 0 }])).toEqual([]);
  });
});
