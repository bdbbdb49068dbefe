import { brierScore, calibrationError, calibrationErrorByChance, logScore, type Forecast } from '../scoring/index.js';
import type { Judgement } from '../learning/index.js';
import { shareRight } from './judge.js';
import type { TrialSet, Truth } from './trial.js';

/** How well a set was judged, by the likeliest answer to each question. */
export interface Marks {
  /** Questions whose truth is known and that were judged. */
  readonly n: number;
  /** The share of right ones; of answers that are equally likely the expected value. */
  readonly accuracy: number | null;
  readonly brier: number | null;
  readonly logLoss: number | null;
  /** In ten bins of equal width. */
  readonly calibrationError: number | null;
  /** What that would be on average if every forecast were exactly right: see `calibrationErrorByChance`. */
  readonly byChance: number | null;
}

/** The likeliest answer as a forecast; of several that are equally likely, a right and a wrong part. */
export function forecastsOf(set: TrialSet, judgement: Judgement, truth: Truth): Forecast[] {
  const probability = judgement.answers[0]?.probability ?? 0;
  const right = shareRight(set, judgement, truth);
  return [
    { probability, happened: true, weight: right },
    { probability, happened: false, weight: 1 - right },
  ].filter(({ weight }) => weight > 0);
}

/** The marks of forecasts, of which those of one question weigh 1 together. */
export function marksOf(forecasts: readonly Forecast[]): Marks {
  const n = forecasts.reduce((sum, { weight }) => sum + (weight ?? 1), 0);
  const right = forecasts.reduce((sum, { weight, happened }) => sum + (happened ? (weight ?? 1) : 0), 0);
  return {
    n: Math.round(n),
    accuracy: n === 0 ? null : right / n,
    brier: brierScore(forecasts),
    logLoss: logScore(forecasts),
    calibrationError: calibrationError(forecasts),
    byChance: calibrationErrorByChance(oneEach(forecasts)),
  };
}

/** The probabilities of forecasts, each question once. */
const oneEach = (forecasts: readonly Forecast[]): number[] =>
  forecasts
    .filter(({ weight = 1 }, index) => weight === 1 || forecasts[index]!.happened)
    .map((each) => each.probability);
