import { drawing } from './drawing.js';
import { weightOf, type Forecast } from './forecast.js';
import { isotonicFit } from './isotonic.js';

/** Where the curve of a perfectly calibrated forecaster would lie at one probability, nine times in ten. */
export interface BandPoint {
  readonly said: number;
  readonly low: number;
  readonly high: number;
}

/** How many times the outcomes are drawn; the bounds are the 10th from each end. */
const ROUNDS = 200;
const OUTSIDE = 0.05;
/** Forecasts are taken by the percent, so that the band has at most 101 points. */
const STEPS = 100;

/** The forecasts of one percent. */
interface Level {
  readonly said: number;
  readonly weights: number[];
  total: number;
}

/**
 * The 90 % consistency band of the reliability curve: outcomes are drawn again and again as if each thing happened as
 * often as was said, and each draw is fitted like the real one. A curve that leaves the band is miscalibrated by more
 * than chance. The draws are of a fixed sequence: the same forecasts always have the same band.
 * Dimitriadis, Gneiting and Jordan (2021), PNAS 118(8), "consistency resampling" after Bröcker and Smith (2007).
 */
export function consistencyBand(forecasts: readonly Forecast[]): BandPoint[] {
  const levels = levelsOf(forecasts);
  const random = drawing();
  const fits = Array.from({ length: ROUNDS }, () => isotonicFit(levels.map((level) => drawn(level, random))));
  const [lowest, highest] = [Math.round(OUTSIDE * ROUNDS) - 1, ROUNDS - Math.round(OUTSIDE * ROUNDS)];
  return levels.map(({ said }, index) => {
    const fitted = fits.map((fit) => fit[index]!).sort((a, b) => a - b);
    return { said, low: fitted[lowest]!, high: fitted[highest]! };
  });
}

function levelsOf(forecasts: readonly Forecast[]): Level[] {
  const levels = new Map<number, Level>();
  for (const forecast of forecasts) {
    const said = Math.round(forecast.probability * STEPS) / STEPS;
    const level = levels.get(said) ?? { said, weights: [], total: 0 };
    level.weights.push(weightOf(forecast));
    level.total += weightOf(forecast);
    levels.set(said, level);
  }
  return [...levels.values()].sort((a, b) => a.said - b.said);
}

function drawn({ said, weights, total }: Level, random: () => number): { value: number; weight: number } {
  const happened = weights.reduce((sum, weight) => (random() < said ? sum + weight : sum), 0);
  return { value: happened / total, weight: total };
}
