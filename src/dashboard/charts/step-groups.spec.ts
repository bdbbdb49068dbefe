import fc from 'fast-check';
import type { StepView } from '../views.js';
import { drawnSteps } from './step-groups.js';

const step = (kind: string, delta: number, running = 0.5): StepView =>
  ({ kind, log_odds_delta: delta, points: delta * 10, running }) as StepView;

describe('the steps of a waterfall', () => {
  it('are drawn one by one up to ten', () => {
    const steps = [step('base_rate', 0), ...Array.from({ length: 9 }, (_, index) => step('report', index))];
    expect(drawnSteps(steps)).toEqual(steps);
  });

  it('beyond ten are put together where small ones follow one another', () => {
    const large = Array.from({ length: 9 }, () => step('report', 1));
    const small = [step('report', 0.01, 0.6), step('report', -0.02, 0.7)];
    const drawn = drawnSteps([step('base_rate', 0), ...small, ...large, step('report', 0.03, 0.8)]);
    expect(drawn.map(({ kind }) => kind)).toEqual(['base_rate', 'group', ...large.map(() => 'report'), 'group']);
    expect(drawn[1]).toMatchObject({ reports: 2, running: 0.7 });
    expect(drawn[1]!.points).toBeCloseTo(-0.1);
    expect(drawn.at(-1)).toMatchObject({ reports: 1, running: 0.8 });
  });

  it('lose nothing: as many reports, as many points, the same end, and few rows', () => {
    const all = fc.array(
      fc.tuple(
        fc.constantFrom('report', 'report', 'report', 'popularity'),
        fc.double({ min: -2, max: 2, noNaN: true }),
      ),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(all, (told) => {
        const steps = told.map(([kind, delta], index) => step(kind, delta, index / told.length));
        const drawn = drawnSteps(steps);
        const reports = drawn.reduce(
          (sum, each) => sum + (each.kind === 'group' ? each.reports : Number(each.kind === 'report')),
          0,
        );
        expect(reports).toBe(told.filter(([kind]) => kind === 'report').length);
        expect(drawn.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
          steps.reduce((sum, { points }) => sum + points, 0),
          6,
        );
        expect(drawn.at(-1)!.running).toBe(steps.at(-1)!.running);
        const single = drawn.filter(({ kind }) => kind === 'report').length;
        expect(single).toBeLessThanOrEqual(10);
      }),
    );
  });
});
