import fc from 'fast-check';
import type { Forecast } from '../../src/engine/scoring/index.js';

/** What was said of something, and whether it happened; it counts 1 unless told otherwise. */
export const forecast = (probability: number, happened: boolean, weight = 1): Forecast => ({
  probability,
  happened,
  weight,
});

/** Any forecasts: few levels, so that some say the same, and weights of a whole, a half and a quarter. */
export const anyForecasts = (minLength = 0): fc.Arbitrary<Forecast[]> =>
  fc.array(
    fc.record({
      probability: fc.oneof(
        fc.integer({ min: 0, max: 20 }).map((at) => at / 20),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      happened: fc.boolean(),
      weight: fc.constantFrom(1, 0.5, 0.25),
    }),
    { minLength, maxLength: 40 },
  );
