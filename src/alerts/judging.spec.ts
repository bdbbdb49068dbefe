import { array, assert, double, property } from 'fast-check';
import { judge, startOf, type Mark, type Standing } from './judging.js';

const HOUR = 3_600_000;
const MARK: Mark = { kind: 'crosses', threshold: 0.8, hysteresis: 0.02, minOrigins: 2, cooldownMs: HOUR };

/** What a rule tells of a series of numbers, each an hour and a half after the one before: `[previous, current]`. */
function tell(mark: Mark, series: readonly (number | readonly [value: number, origins: number, afterMs: number])[]) {
  let standing: Standing | null = null;
  let [at, previous]: [number, number | null] = [0, null];
  const told: (number | null)[][] = [];
  for (const each of series) {
    const [current, origins, afterMs] = typeof each === 'number' ? ([each, 9, 1.5 * HOUR] as const) : each;
    at += afterMs;
    const judged = judge(mark, standing, { previous, current, origins, at });
    if (judged.told) told.push([judged.told.previous, current]);
    standing = judged.standing;
    previous = current;
  }
  return { told, standing };
}

describe('a rule about a mark', () => {
  it.each<[string, Parameters<typeof tell>[1], (number | null)[][]]>([
    [
      'tells of both directions, down only from below the hysteresis',
      [0.7, 0.82, 0.79, 0.81, 0.77, 0.79, 0.8],
      [
        [0.7, 0.82],
        [0.81, 0.77],
        [0.79, 0.8],
      ],
    ],
    ['tells of what begins above it', [0.85, 0.9], [[null, 0.85]]],
    ['waits for origins, and tells then', [0.7, [0.85, 1, HOUR], [0.86, 2, HOUR]], [[0.7, 0.86]]],
    [
      'waits for no origins to tell of a fall',
      [0.7, 0.85, [0.5, 0, 2 * HOUR]],
      [
        [0.7, 0.85],
        [0.85, 0.5],
      ],
    ],
    [
      'is silent for a while, and tells of what still holds then',
      [0.7, 0.85, [0.5, 9, 60_000], [0.5, 9, HOUR]],
      [
        [0.7, 0.85],
        [0.85, 0.5],
      ],
    ],
    ['never tells of what has passed meanwhile', [0.7, 0.85, [0.5, 9, 60_000], [0.85, 9, HOUR]], [[0.7, 0.85]]],
  ])('%s', (_, series, expected) => {
    expect(tell(MARK, series).told).toEqual(expected);
  });

  it('is looked at again when it may speak', () => {
    const { standing } = tell(MARK, [0.7, 0.85, [0.5, 9, 60_000]]);
    expect(standing).toMatchObject({ side: 'above', lookAgainAt: standing!.firedAt! + HOUR });
  });

  it('tells up and down in turns, whatever comes', () => {
    assert(
      property(array(double({ min: 0, max: 1, noNaN: true })), (series) => {
        const { told } = tell({ ...MARK, minOrigins: 0, cooldownMs: 0 }, series);
        const isUp = told.map(([, current]) => current! >= 0.8 - 1e-9);
        return isUp.every((up, at) => (at === 0 ? up || series[0]! >= 0.8 : up !== isUp[at - 1]));
      }),
    );
  });
});

describe('a rule about moves', () => {
  const moves: Mark = { ...MARK, kind: 'moves', threshold: 0.1 };

  it('sums up small steps from what it last told', () => {
    expect(tell(moves, [0.5, 0.55, 0.61, 0.66, 0.52, 0.53]).told).toEqual([[0.5, 0.61]]);
    expect(tell(moves, [0.5, 0.55, 0.61, 0.5]).told).toEqual([
      [0.5, 0.61],
      [0.61, 0.5],
    ]);
  });

  it('waits for origins, and tells of the whole move then', () => {
    expect(tell(moves, [0.5, [0.65, 1, HOUR], [0.66, 2, HOUR]]).told).toEqual([[0.5, 0.66]]);
  });

  it('knows of no move before the first weighing', () => {
    expect(judge(moves, null, { previous: null, current: 0.9, origins: 9, at: 0 })).toEqual({
      standing: startOf(moves, 0.9),
    });
  });
});
