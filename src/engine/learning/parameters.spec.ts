import fc from 'fast-check';
import { chance } from '../trials/index.js';
import { logistic, logit, PARAMETERS } from '../confidence/index.js';
import { learnedBaseRate, learnedScale, type DecidedClaim } from './index.js';

/** Claims, each of a question of its own, that come true as often as T and the base rate say. */
function claims(count: number, scale: number, rate = 0.45): DecidedClaim[] {
  const random = chance(3);
  return Array.from({ length: count }, (_, at) => {
    const evidence = 4 * random() - 1;
    const without = logit(rate);
    return {
      question: `q${at}`,
      happened: random() < logistic(without + scale * evidence),
      baseRate: 0.45,
      without,
      evidence,
    };
  });
}

describe('what decided claims teach of their subject', () => {
  it('is nothing before thirty questions', () => {
    expect([learnedScale(claims(29, 0.4)), learnedBaseRate(claims(29, 0.4), 0.45)]).toEqual([null, null]);
  });

  it('is how far evidence can be taken at its word, with care and within bounds', () => {
    expect(learnedScale(claims(5000, 0.45))!.value).toBeCloseTo(0.45, 1);
    expect(Math.abs(learnedScale(claims(30, 0.45))!.value - 0.7)).toBeLessThan(0.2);
    expect(learnedScale(claims(5000, 2))).toEqual({ value: 1, n: 5000 });
    expect(learnedScale(claims(5000, 0))!.value).toBe(0.3);
  });

  it('is how often they come true, drawn to what was assumed by twenty trials', () => {
    const all = claims(40, 0.7).map((claim, at) => ({ ...claim, happened: at < 10 }));
    expect(PARAMETERS.strength.baseRate).toBe(20);
    expect(learnedBaseRate(all, 0.45)).toEqual({
      value: expect.closeTo((20 * 0.45 + 10) / (20 + 40), 9) as number,
      n: 40,
    });
  });

  it('moves the odds of narrow and wide claims alike', () => {
    const all = claims(400, 0.7).map((claim, at) => ({
      ...claim,
      baseRate: at % 2 ? 0.25 : 0.45,
      happened: at % 2 === 0,
    }));
    const { value } = learnedBaseRate(all, 0.35)!;
    const odds = (rate: number): number => rate / (1 - rate);
    const moved = (rate: number): number => 1 / (1 + odds(0.35) / odds(value) / odds(rate));
    // what was heard balances: 200 of 400 came true, and the catalogue's 20 trials hold back
    expect((moved(0.25) + moved(0.45)) / 2).toBeCloseTo(0.5, 1);
    expect(moved(0.25)).toBeLessThan(moved(0.45));
  });

  it('counts a question once, however many claims it has, and in any order', () => {
    const asked = claims(60, 0.7).map((claim, at) => ({ ...claim, question: `q${at % 40}` }));
    expect(learnedScale(asked)!.n).toBe(40);
    fc.assert(
      fc.property(fc.shuffledSubarray(asked, { minLength: 60, maxLength: 60 }), (shuffled) => {
        expect(learnedScale(shuffled)).toEqual(learnedScale(asked));
        expect(learnedBaseRate(shuffled, 0.45)).toEqual(learnedBaseRate(asked, 0.45));
      }),
      { numRuns: 20 },
    );
  });
});
