import fc from 'fast-check';
import { logistic, logit, logSum, oddsOf, trigamma } from './odds.js';

describe('log-odds', () => {
  it.each([
    [0.5, 0],
    [0.75, Math.log(3)],
    [0.25, -Math.log(3)],
  ])('of %f are %f', (probability, expected) => {
    expect(logit(probability)).toBeCloseTo(expected, 12);
    expect(Math.log(oddsOf(probability))).toBeCloseTo(expected, 12);
  });

  it('and probability are inverses', () => {
    fc.assert(
      fc.property(fc.double({ min: -14, max: 14, noNaN: true }), (logOdds) => {
        expect(Math.abs(logit(logistic(logOdds)) - logOdds)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('logSum', () => {
  it.each<[number[], number]>([
    [[], -Infinity],
    [[0], 0],
    [[0, 0], Math.LN2],
    [[1000, 1000], 1000 + Math.LN2],
    [[-1000, -1000], -1000 + Math.LN2],
  ])('of %j is %f', (logs, expected) => {
    expect(logSum(logs)).toBeCloseTo(expected, 9);
  });
});

describe('trigamma', () => {
  it.each([
    [1, Math.PI ** 2 / 6],
    [0.5, Math.PI ** 2 / 2],
    [2, Math.PI ** 2 / 6 - 1],
    [1.5, Math.PI ** 2 / 2 - 4],
  ])('of %f is known in closed form', (x, expected) => {
    expect(Math.abs(trigamma(x) - expected)).toBeLessThan(1e-9);
  });

  it('falls by 1/x² from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 300, noNaN: true }), (x) => {
        expect(Math.abs(trigamma(x) - trigamma(x + 1) - 1 / (x * x))).toBeLessThan(1e-9);
      }),
    );
  });
});
