import fc from 'fast-check';
import { isotonicFit, type Weighted } from './isotonic.js';

const anyValues = (maxLength: number) =>
  fc.array(
    fc.record({
      value: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
      weight: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength },
  );

const loss = (values: readonly Weighted[], fit: readonly number[]): number =>
  values.reduce((sum, { value, weight }, index) => sum + weight * (value - fit[index]!) ** 2, 0);

/** The best fit by trying each way to cut the values into stretches of one mean: those that never fall are candidates. */
function bestOfAll(values: readonly Weighted[]): number {
  let best = Infinity;
  for (let cuts = 0; cuts < 2 ** Math.max(0, values.length - 1); cuts += 1) {
    const stretches: Weighted[][] = [];
    values.forEach((value, index) => {
      if (index === 0 || (cuts >> (index - 1)) & 1) stretches.push([]);
      stretches.at(-1)!.push(value);
    });
    const means = stretches.map(
      (all) =>
        all.reduce((sum, { value, weight }) => sum + value * weight, 0) /
        all.reduce((sum, { weight }) => sum + weight, 0),
    );
    if (means.some((mean, index) => mean < (means[index - 1] ?? -1))) continue;
    best = Math.min(
      best,
      loss(
        values,
        stretches.flatMap((all, index) => all.map(() => means[index]!)),
      ),
    );
  }
  return best;
}

describe('the isotonic fit', () => {
  it.each<[number[], number[]]>([
    [[], []],
    [[0.2], [0.2]],
    [
      [0, 0.5, 1],
      [0, 0.5, 1],
    ],
    [
      [1, 0],
      [0.5, 0.5],
    ],
    [
      [0, 1, 0, 1],
      [0, 0.5, 0.5, 1],
    ],
    [
      [0.9, 0.6, 0.3],
      [0.6, 0.6, 0.6],
    ],
  ])('of %j is %j', (values, expected) => {
    const fit = isotonicFit(values.map((value) => ({ value, weight: 1 })));
    expect(fit).toHaveLength(expected.length);
    fit.forEach((each, index) => expect(each).toBeCloseTo(expected[index]!, 12));
  });

  it('never falls, and keeps the mean', () => {
    fc.assert(
      fc.property(anyValues(60), (values) => {
        const fit = isotonicFit(values);
        fit.forEach((each, index) => expect(each).toBeGreaterThanOrEqual(fit[index - 1] ?? 0));
        const sum = (of: (index: number) => number) =>
          values.reduce((all, { weight }, index) => all + weight * of(index), 0);
        expect(sum((index) => fit[index]!)).toBeCloseTo(
          sum((index) => values[index]!.value),
          9,
        );
      }),
    );
  });

  it('is the best of all that never fall', () => {
    fc.assert(
      fc.property(anyValues(9), (values) => {
        fc.pre(values.length > 0);
        expect(Math.abs(loss(values, isotonicFit(values)) - bestOfAll(values))).toBeLessThan(1e-9);
      }),
    );
  });
});
