import fc from 'fast-check';
import { betaQuantile, betaShareBelow, studentReach } from './beta.js';
import { shrunkRate } from './shrinkage.js';

/** Of Beta(a, b) with whole a and b, the share below x: Σ_{j ≥ a} C(n, j) x^j (1 − x)^(n − j), n = a + b − 1. */
function byCounting(x: number, a: number, b: number): number {
  const n = a + b - 1;
  let [sum, ways] = [0, 1];
  for (let j = 0; j <= n; j += 1) {
    if (j >= a) sum += ways * x ** j * (1 - x) ** (n - j);
    ways = (ways * (n - j)) / (j + 1);
  }
  return sum;
}

describe('the share of a Beta distribution below a value', () => {
  it('is what counting gives', () => {
    const whole = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), whole, whole, (x, a, b) => {
        expect(Math.abs(betaShareBelow(x, a, b) - byCounting(x, a, b))).toBeLessThan(1e-10);
      }),
    );
  });

  it('is undone by the quantile', () => {
    const shape = fc.double({ min: 0.3, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (share, a, b) => {
        expect(Math.abs(betaShareBelow(betaQuantile(share, a, b), a, b) - share)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("the reach of Student's t", () => {
  it.each([
    [1, 6.313752], // Abramowitz & Stegun, table 26.10
    [9, 1.833113],
    [30, 1.697261],
    [100000, 1.644869],
  ])('with %d degrees of freedom is %f at 90 %%', (freedom, expected) => {
    expect(studentReach(0.9, freedom)).toBeCloseTo(expected, 5);
  });
});

describe('a shrunk rate', () => {
  it.each<[string, { hits: number; trials: number }, number]>([
    ['is what was assumed, before anything was counted', { hits: 0, trials: 0 }, 0.75],
    ['moves a little by one miss', { hits: 0, trials: 1 }, 3.75 / 6],
    ['follows many', { hits: 500, trials: 1000 }, 503.75 / 1005],
  ])('%s', (_name, count, mean) => {
    const rate = shrunkRate({ mean: 0.75, strength: 5 }, count);
    expect(rate.mean).toBeCloseTo(mean, 12);
    expect(rate.low).toBeLessThan(mean);
    expect(rate.high).toBeGreaterThan(mean);
  });

  it('has the bounds of its Beta distribution, and narrows as more is counted', () => {
    // Beta(1, 1) is even: its bounds are .05 and .95
    const even = shrunkRate({ mean: 0.5, strength: 2 }, { hits: 0, trials: 0 });
    expect([even.low, even.high].map((bound) => bound.toFixed(9))).toEqual(['0.050000000', '0.950000000']);
    const known = shrunkRate({ mean: 0.5, strength: 2 }, { hits: 50, trials: 100 });
    expect(known.high - known.low).toBeLessThan(0.17);
  });
});
