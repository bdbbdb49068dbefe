import { outcomeOf, weightedMean, type Forecast } from './forecast.js';

/** The log score reads no probability nearer to 0 or 1 than this: one certain error costs 6.9 nats and not everything. */
export const LEAST_PROBABILITY = 0.001;

/** (p − y)², the squared error of one forecast: 0 is perfect, .25 is what "fifty-fifty" always gets. */
export function squaredError(forecast: Forecast): number {
  return (forecast.probability - outcomeOf(forecast)) ** 2;
}

/** −ln of the probability that was given to what became of it, in nats, clipped at `LEAST_PROBABILITY`. */
export function logLossOf({ probability, happened }: Forecast): number {
  const given = happened ? probability : 1 - probability;
  return -Math.log(Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, given)));
}

/** The mean squared error, 0..1, less is better; null of nothing. Brier (1950), Monthly Weather Review 78. */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  return weightedMean(forecasts, squaredError);
}

/** The mean log loss in nats, less is better; null of nothing. Good (1952), J. R. Statist. Soc. B 14. */
export function logScore(forecasts: readonly Forecast[]): number | null {
  return weightedMean(forecasts, logLossOf);
}

/**
 * 1 − score / reference, for scores of which less is better: 1 is perfect, 0 no better than the reference, below 0 worse.
 * Null where either is missing or the reference made no error that could be undercut.
 */
export function skillOf(score: number | null, reference: number | null): number | null {
  return score === null || reference === null || reference === 0 ? null : 1 - score / reference;
}
