import { drawing } from './drawing.js';
import { outcomeOf, weightedMean, weightOf, totalWeight, type Forecast } from './forecast.js';

/** Bins of equal width in the histogram and in the calibration error. */
export const BIN_COUNT = 10;

/** The forecasts between two probabilities, the lower one included; the last bin includes 1. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  /** How many forecasts. */
  readonly count: number;
  /** Σ of their weights. */
  readonly weight: number;
  /** What was said on average, and how often it happened; null in an empty bin. */
  readonly said: number | null;
  readonly happened: number | null;
}

/** The forecasts by what they said, in bins of equal width, empty ones included. */
export function histogramOf(forecasts: readonly Forecast[], count = BIN_COUNT): Bin[] {
  const filled: Forecast[][] = Array.from({ length: count }, () => []);
  for (const forecast of forecasts)
    filled[Math.min(count - 1, Math.floor(forecast.probability * count))]!.push(forecast);
  return filled.map((inside, index) => ({
    from: index / count,
    to: (index + 1) / count,
    count: inside.length,
    weight: totalWeight(inside),
    said: weightedMean(inside, ({ probability }) => probability),
    happened: weightedMean(inside, outcomeOf),
  }));
}

/**
 * ECE, the expected calibration error: Σ_bins (weight of the bin / all) · |said − happened|, 0..1; null of nothing.
 * Naeini, Cooper and Hauskrecht (2015), AAAI. It depends on the bins; the miscalibration of `reliabilityOf` does not.
 */
export function calibrationError(forecasts: readonly Forecast[], count = BIN_COUNT): number | null {
  if (forecasts.length === 0) return null;
  const total = forecasts.reduce((sum, forecast) => sum + weightOf(forecast), 0);
  return histogramOf(forecasts, count).reduce(
    (sum, { weight, said, happened }) => (weight === 0 ? sum : sum + (weight / total) * Math.abs(said! - happened!)),
    0,
  );
}

/** How many times outcomes are drawn to see what chance alone makes of a calibration error. */
const ROUNDS = 100;

/**
 * The calibration error that these forecasts would have on average if each were exactly right: outcomes are drawn as often
 * as was said. What so few forecasts cannot fall below; null of nothing. The draws are of a fixed sequence.
 */
export function calibrationErrorByChance(probabilities: readonly number[]): number | null {
  if (probabilities.length === 0) return null;
  const random = drawing();
  let sum = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const drawn = probabilities.map((probability) => ({ probability, happened: random() < probability }));
    sum += calibrationError(drawn)!;
  }
  return sum / ROUNDS;
}
