import type { RankedSource } from '../../calibration/source-record.answer.js';
import { arrangeLeaders, sayLeaders } from './leaders.js';

const ranked = (rank: number, group: number, brier = 0.1, n = 10): RankedSource =>
  ({ rank, group, brier, n, source: { name: `S${9 - rank}` } }) as RankedSource;

describe('the leaderboard', () => {
  it.each<[string, RankedSource[], string]>([
    [
      'names no draw where all can be told apart',
      [ranked(1, 1), ranked(2, 2)],
      '2 sources ranked by how much better than the base rates they were.',
    ],
    [
      'says which places cannot be told apart',
      [ranked(1, 1), ranked(2, 2), ranked(3, 2), ranked(4, 2), ranked(5, 3)],
      'places 2–4 are not distinguishable',
    ],
    ['counts one source', [ranked(1, 1)], '1 source ranked'],
  ])('%s', (_name, rows, expected) => expect(sayLeaders(rows)).toContain(expected));

  it.each([
    ['skill', [1, 2, 3]],
    ['brier', [3, 1, 2]],
    ['n', [2, 1, 3]],
    ['name', [3, 2, 1]],
  ] as const)('can stand by %s, and by skill among equals', (sort, expected) => {
    const rows = [ranked(2, 1, 0.2, 30), ranked(3, 1, 0.1, 20), ranked(1, 1, 0.2, 20)];
    expect(arrangeLeaders(rows, sort).map(({ rank }) => rank)).toEqual(expected);
  });
});
