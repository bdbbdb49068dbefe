import fc from 'fast-check';
import { anyForecasts, forecast } from '../../../test/support/forecasts.js';
import { calibrationError, histogramOf } from './bins.js';
import type { Forecast } from './forecast.js';
import { brierScore, logScore, skillOf } from './scores.js';

describe('scores', () => {
  it.each<[string, Forecast[], number | null, number | null]>([
    ['of nothing are missing', [], null, null],
    ['are nothing for certainty that was right', [forecast(1, true), forecast(0, false)], 0, -Math.log(0.999)],
    ['are the most for certainty that was wrong', [forecast(1, false), forecast(0, true)], 1, -Math.log(0.001)],
    ['of fifty-fifty are a quarter and ln 2', [forecast(0.5, true), forecast(0.5, false)], 0.25, Math.LN2],
    ['count by weight', [forecast(0.8, true, 3), forecast(0.6, false)], (3 * 0.04 + 0.36) / 4, 0.3964305],
  ])('%s', (_name, forecasts, brier, log) => {
    if (brier === null || log === null)
      return expect([brierScore(forecasts), logScore(forecasts)]).toEqual([null, null]);
    expect(brierScore(forecasts)).toBeCloseTo(brier, 12);
    expect(logScore(forecasts)).toBeCloseTo(log, 6); // (3 · −ln .8 + −ln .4) ÷ 4 = (.669431 + .916291) ÷ 4
  });

  it('are proper: on average nobody does better than by saying what they hold', () => {
    const within = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(within, within, (held, said) => {
        const expected = (score: (forecasts: Forecast[]) => number | null, probability: number): number =>
          score([forecast(probability, true, held), forecast(probability, false, 1 - held)])!;
        for (const score of [brierScore, logScore]) {
          expect(expected(score, held)).toBeLessThanOrEqual(expected(score, said) + 1e-12);
        }
      }),
    );
  });
});

describe('skill', () => {
  it.each<[number | null, number | null, number | null]>([
    [0.1, 0.2, 0.5],
    [0, 0.2, 1],
    [0.2, 0.2, 0],
    [0.3, 0.2, -0.5],
    [null, 0.2, null],
    [0.1, null, null],
    [0.1, 0, null],
  ])('of %p against %p is %p', (score, reference, expected) => {
    const skill = skillOf(score, reference);
    if (expected === null) expect(skill).toBeNull();
    else expect(skill).toBeCloseTo(expected, 12);
  });
});

describe('the histogram', () => {
  it('has each forecast once, in the bin that holds it', () => {
    fc.assert(
      fc.property(anyForecasts(), (forecasts) => {
        const bins = histogramOf(forecasts);
        expect(bins).toHaveLength(10);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts.length);
        for (const { from, to, said } of bins.filter(({ count }) => count > 0)) {
          expect(said).toBeGreaterThanOrEqual(from - 1e-12);
          expect(said).toBeLessThanOrEqual(to + 1e-12);
        }
      }),
    );
  });

  it('puts 1 into the last bin, and .3 into the one that begins with it', () => {
    const counts = histogramOf([forecast(1, true), forecast(0.3, true), forecast(0, false)]).map(({ count }) => count);
    expect(counts).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
  });
});

describe('the calibration error', () => {
  it('weighs how far each bin is off by how much stands in it', () => {
    // .85 said twice and half of it happened: off by .35, of two forecasts in three; .1 never happened: off by .1
    const forecasts = [forecast(0.85, true), forecast(0.85, false), forecast(0.1, false)];
    expect(calibrationError(forecasts)).toBeCloseTo((2 * 0.35 + 0.1) / 3, 12);
    expect(calibrationError([])).toBeNull();
  });
});
