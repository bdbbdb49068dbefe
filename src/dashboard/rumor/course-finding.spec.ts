import type { Series } from '../charts/history-chart.js';
import { sayCourse } from './course-finding.js';

const NOON = Date.parse('2027-01-05T12:00:00Z');
const DAY = 86_400_000;
const point = (day: number, probability: number) => ({ at: NOON + day * DAY, probability, low: 0.1, high: 0.9 });
const series = (label: string, ...course: Series['course']): Series => ({ label, course });
const came = { at: NOON, height: 1, words: 'came true' };
const NOW = { asOf: null, on: NOON };
const PAST = { asOf: '2027-01-05', on: NOON };

describe('what a course shows', () => {
  it.each<[string, Series[], object, string]>([
    ['of nothing', [], NOW, 'Nothing was weighed yet.'],
    [
      'that moved',
      [series('A', point(-3, 0.4), point(0, 0.6))],
      NOW,
      'A stands at 60\u00a0%, +20\u00a0pp since 2 January 2027.',
    ],
    [
      'that did not',
      [series('A', point(-3, 0.6), point(0, 0.6))],
      NOW,
      'A stands at 60\u00a0%, unmoved since 2 January 2027.',
    ],
    ['of one day', [series('A', point(0, 0.6))], NOW, 'A stands at 60\u00a0%, first weighed that day.'],
    ['of one weighing', [series('A', point(-3, 0.6))], NOW, 'A stands at 60\u00a0%, first weighed on 2 January 2027.'],
    [
      'that moved within a day',
      [series('A', point(0, 0.5), point(0, 0.6))],
      NOW,
      'A stands at 60\u00a0%, +10\u00a0pp since it was first weighed that day.',
    ],
    [
      'beside a rival',
      [series('A', point(-3, 0.4), point(0, 0.6)), series('B', point(0, 0.2))],
      NOW,
      'A stands at 60\u00a0%, +20\u00a0pp since 2 January 2027; B at 20\u00a0%.',
    ],
    [
      'as of a past day',
      [series('A', point(-3, 0.4), point(0, 0.6))],
      PAST,
      'On 5 January 2027 A stood at 60\u00a0%, +20\u00a0pp since 2 January 2027.',
    ],
    [
      'of a decided claim',
      [{ ...series('A', point(-3, 0.4), point(-1, 0.6)), decision: came }],
      NOW,
      'A came true; before that it stood at 60\u00a0%, +20\u00a0pp since 2 January 2027.',
    ],
  ])('%s', (_name, all, from, expected) => expect(sayCourse(all, from as typeof NOW)).toBe(expected));
});
