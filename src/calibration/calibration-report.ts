import {
  type BandPoint,
  type Bin,
  brierScore,
  calibrationError,
  consistencyBand,
  type Decomposition,
  type Forecast,
  histogramOf,
  logScore,
  reliabilityOf,
  type ReliabilityStep,
  stepsOf,
} from '../engine/scoring/index.js';

/** How right forecasts were; the scores are null where there was none. */
export interface CalibrationReport {
  readonly brier: number | null;
  readonly logScore: number | null;
  readonly calibrationError: number | null;
  readonly decomposition: Decomposition | null;
  readonly curve: readonly ReliabilityStep[];
  readonly band: readonly BandPoint[];
  readonly histogram: readonly Bin[];
}

/** Scores forecasts, and compares what was said with what happened. */
export function reportOn(forecasts: readonly Forecast[]): CalibrationReport {
  const reliability = reliabilityOf(forecasts);
  return {
    brier: brierScore(forecasts),
    logScore: logScore(forecasts),
    calibrationError: calibrationError(forecasts),
    decomposition: reliability && reliability.decomposition,
    curve: reliability ? stepsOf(reliability.curve) : [],
    band: consistencyBand(forecasts),
    histogram: histogramOf(forecasts),
  };
}
