import { outcomeOf, totalWeight, weightedMean, weightOf, type Forecast } from './forecast.js';
import { isotonicFit, type Weighted } from './isotonic.js';
import { brierScore } from './scores.js';

/** One probability that was said, and how often such things happened. */
export interface ReliabilityPoint {
  readonly said: number;
  /** The share that happened, by isotonic regression: it never falls as `said` rises. */
  readonly happened: number;
  /** How many forecasts said this, and Σ of their weights. */
  readonly count: number;
  readonly weight: number;
}

/** What a Brier score consists of: brier = miscalibration − discrimination + uncertainty. */
export interface Decomposition {
  /** What is lost because what was said is not how often it happened, ≥ 0; 0 is perfect. */
  readonly miscalibration: number;
  /** What is won by telling likely things from unlikely ones, ≥ 0; 0 is none. */
  readonly discrimination: number;
  /** The score of always saying how often things happen: ȳ · (1 − ȳ). */
  readonly uncertainty: number;
}

/** A reliability curve with its score and what the score consists of. */
export interface Reliability {
  readonly curve: readonly ReliabilityPoint[];
  readonly brier: number;
  readonly decomposition: Decomposition;
}

/** A stretch of what was said within which things happened equally often. */
export interface ReliabilityStep {
  /** The least, the mean and the most that was said. */
  readonly from: number;
  readonly said: number;
  readonly to: number;
  readonly happened: number;
  readonly count: number;
}

/** The curve by its steps: a curve has as many as there are levels of how often it happened. */
export function stepsOf(curve: readonly ReliabilityPoint[]): ReliabilityStep[] {
  const steps: ReliabilityPoint[][] = [];
  for (const point of curve) {
    const last = steps.at(-1);
    if (last && last[0]!.happened === point.happened) last.push(point);
    else steps.push([point]);
  }
  return steps.map((points) => {
    const weight = totalWeight(points);
    return {
      from: points[0]!.said,
      said: points.reduce((sum, point) => sum + point.said * point.weight, 0) / weight,
      to: points.at(-1)!.said,
      happened: points[0]!.happened,
      count: points.reduce((sum, point) => sum + point.count, 0),
    };
  });
}

/** The forecasts that say the same are one value: their mean outcome, with the weight of all. In order of what is said. */
export function groupedBySaid(forecasts: readonly Forecast[]): (Weighted & { said: number; count: number })[] {
  const groups = new Map<number, { happened: number; weight: number; count: number }>();
  for (const forecast of forecasts) {
    const group = groups.get(forecast.probability) ?? { happened: 0, weight: 0, count: 0 };
    group.happened += weightOf(forecast) * outcomeOf(forecast);
    group.weight += weightOf(forecast);
    group.count += 1;
    groups.set(forecast.probability, group);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([said, { happened, weight, count }]) => ({ said, value: happened / weight, weight, count }));
}

/**
 * The CORP reliability curve: what happened, isotonically regressed on what was said, so that no bins are chosen; and the
 * decomposition that goes with it: with S the Brier score as said, S_C of the curve's values, S_R of always saying the
 * mean, miscalibration = S − S_C, discrimination = S_R − S_C, uncertainty = S_R. Null of nothing.
 * Dimitriadis, Gneiting and Jordan (2021), PNAS 118(8) e2016191118.
 */
export function reliabilityOf(forecasts: readonly Forecast[]): Reliability | null {
  const brier = brierScore(forecasts);
  const mean = weightedMean(forecasts, outcomeOf);
  if (brier === null || mean === null) return null;
  const groups = groupedBySaid(forecasts);
  const fitted = isotonicFit(groups);
  const curve = groups.map(({ said, count, weight }, index) => ({ said, happened: fitted[index]!, count, weight }));
  return { curve, brier, decomposition: decompositionOf(forecasts, curve, brier, mean) };
}

function decompositionOf(
  forecasts: readonly Forecast[],
  curve: readonly ReliabilityPoint[],
  brier: number,
  mean: number,
): Decomposition {
  const happened = new Map(curve.map((point) => [point.said, point.happened]));
  const recalibrated = forecasts.map((each) => ({ ...each, probability: happened.get(each.probability)! }));
  const uncertainty = mean * (1 - mean);
  const attainable = brierScore(recalibrated)!;
  return {
    miscalibration: Math.max(0, brier - attainable),
    discrimination: Math.max(0, uncertainty - attainable),
    uncertainty,
  };
}
