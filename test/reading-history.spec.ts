import fc from 'fast-check';
import type { AssessmentRow } from '../src/assessments/explanations.service.js';
import { pointsOf } from '../src/assessments/history.js';

const row = (at: number, probability: number): AssessmentRow => ({
  ...{ id: `asm_${at}`, at, probability, low: 0, high: 1, firm_probability: probability, log_odds: 0 },
  ...{ strength: 'low', announced: 0, window_over: 0, report_count: 1, origin_count: 1, model_version: 'test' },
  causes: JSON.stringify([{ kind: 'evidence', ids: [`ev_${at}`] }]),
});

describe('the thinning of a history', () => {
  it('keeps the first, the last and the extremes, and every cause', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 300 }),
        fc.integer({ min: 4, max: 60 }),
        (values, maxPoints) => {
          const history = values.map((value, index) => row(index, value));
          const points = pointsOf(history, { from: 0, to: 1e9, interval: 'raw', maxPoints });
          const kept = points.map(({ assessment }) => assessment);
          expect(points.length).toBeLessThanOrEqual(maxPoints);
          expect([kept[0], kept.at(-1)]).toEqual([history[0], history.at(-1)]);
          const shown = kept.map(({ probability }) => probability);
          expect([Math.min(...shown), Math.max(...shown)]).toEqual([Math.min(...values), Math.max(...values)]);
          expect(kept.map(({ at }) => at)).toEqual([...kept.map(({ at }) => at)].sort((a, b) => a - b));
          const caused = points.flatMap(({ causes }) => causes.flatMap(({ ids }) => ids));
          expect(caused).toEqual(history.map(({ at }) => `ev_${at}`));
        },
      ),
    );
  });

  it.each([
    [1, [9]],
    [2, [0, 9]],
    [3, [0, 9]],
    [4, [0, 3, 6, 9]],
    [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('to %i points', (maxPoints, expected) => {
    const values = [0.5, 0.5, 0.5, 0.1, 0.5, 0.5, 0.9, 0.5, 0.5, 0.5];
    const history = values.map((value, index) => row(index, value));
    const points = pointsOf(history, { from: 0, to: 99, interval: 'raw', maxPoints });
    expect(points.map(({ assessment }) => assessment.at)).toEqual(expected);
  });

  it('takes both ends of the span, and the last of each day', () => {
    const day = 86_400_000;
    const history = [row(0, 0.1), row(day - 1, 0.2), row(day, 0.3), row(2 * day, 0.4)];
    const points = pointsOf(history, { from: 0, to: day, interval: '1d', maxPoints: 10 });
    expect(points.map(({ assessment }) => assessment.at)).toEqual([day - 1, day]);
    expect(points[0]!.causes).toEqual([{ kind: 'evidence', ids: ['ev_0', `ev_${day - 1}`] }]);
  });
});
