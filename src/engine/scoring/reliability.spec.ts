import fc from 'fast-check';
import { anyForecasts, forecast } from '../../../test/support/forecasts.js';
import { consistencyBand } from './band.js';
import { reliabilityOf } from './reliability.js';
import { brierScore } from './scores.js';

describe('reliability', () => {
  it('of nothing is missing', () => expect(reliabilityOf([])).toBeNull());

  it('says how often it happened, and what the score consists of', () => {
    // .2 once, false; .6 three times, two true; .9 once, false. The last two levels are out of order: 2 of 4 are .5.
    const said = [
      forecast(0.2, false),
      forecast(0.6, true),
      forecast(0.6, true),
      forecast(0.6, false),
      forecast(0.9, false),
    ];
    const { curve, brier, decomposition } = reliabilityOf(said)!;
    expect(curve.map((point) => [point.said, point.happened, point.count])).toEqual([
      [0.2, 0, 1],
      [0.6, 0.5, 3],
      [0.9, 0.5, 1],
    ]);
    expect(brier).toBeCloseTo((0.04 + 0.16 + 0.16 + 0.36 + 0.81) / 5, 12); // .306
    expect(decomposition.uncertainty).toBeCloseTo(0.24, 12); // .4 · .6
    expect(decomposition.discrimination).toBeCloseTo(0.04, 12); // .24 − (0 + 4 · .25) ÷ 5
    expect(decomposition.miscalibration).toBeCloseTo(0.106, 12); // .306 − .2
  });

  it('has a decomposition that sums to the score, and parts that are not negative', () => {
    fc.assert(
      fc.property(anyForecasts(1), (forecasts) => {
        const { brier, decomposition } = reliabilityOf(forecasts)!;
        const { miscalibration, discrimination, uncertainty } = decomposition;
        expect(brier).toBe(brierScore(forecasts));
        expect(Math.abs(miscalibration - discrimination + uncertainty - brier)).toBeLessThan(1e-9);
        expect(Math.min(miscalibration, discrimination, uncertainty)).toBeGreaterThanOrEqual(0);
        expect(discrimination).toBeLessThanOrEqual(uncertainty + 1e-12);
      }),
    );
  });

  it('does not depend on the order, nor on how the forecasts are repeated', () => {
    fc.assert(
      fc.property(anyForecasts(1), (forecasts) => {
        const [one, other] = [reliabilityOf(forecasts)!, reliabilityOf([...forecasts, ...forecasts].reverse())!];
        expect(other.brier).toBeCloseTo(one.brier, 12);
        other.curve.forEach((point, index) => expect(point.happened).toBeCloseTo(one.curve[index]!.happened, 12));
      }),
    );
  });
});

describe('the consistency band', () => {
  it('is the same each time, never falls, and stands where something was said', () => {
    fc.assert(
      fc.property(anyForecasts(1), (forecasts) => {
        const band = consistencyBand(forecasts);
        expect(consistencyBand([...forecasts])).toEqual(band);
        const said = [...new Set(forecasts.map(({ probability }) => Math.round(probability * 100) / 100))];
        expect(band.map((point) => point.said)).toEqual(said.sort((a, b) => a - b));
        band.forEach(({ low, high }, index) => {
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(band[index - 1]?.low ?? 0);
          expect(high).toBeGreaterThanOrEqual(band[index - 1]?.high ?? 0);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is certain where certainty was said, and as wide as chance elsewhere', () => {
    const many = Array.from({ length: 100 }, () => forecast(0.5, true));
    const [never, half, always] = consistencyBand([forecast(0, false), ...many, forecast(1, true)]);
    expect([never!.low, never!.high, always!.low, always!.high]).toEqual([0, 0, 1, 1]);
    // a share of 100 even chances has a deviation of .05, and nine in ten lie within 1.645 of these
    expect(Math.abs(half!.low - 0.418)).toBeLessThan(0.025);
    expect(Math.abs(half!.high - 0.582)).toBeLessThan(0.025);
  });
});
