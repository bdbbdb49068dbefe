/** A probability that was stated for something, and what became of it. */
export interface Forecast {
  /** 0..1. */
  readonly probability: number;
  readonly happened: boolean;
  /** How much it counts beside others, above 0; 1 where nothing is said. */
  readonly weight?: number;
}

/** How much something counts: a forecast, a call. */
export const weightOf = ({ weight = 1 }: { readonly weight?: number }): number => weight;

/** 1 for what happened, 0 for what did not. */
export const outcomeOf = ({ happened }: Forecast): 0 | 1 => (happened ? 1 : 0);

/** Σ weight: the number of things, where each counts 1. */
export function totalWeight(things: readonly { readonly weight?: number }[]): number {
  return things.reduce((sum, thing) => sum + weightOf(thing), 0);
}

/** Σ weight · value / Σ weight; null of nothing. */
export function weightedMean(forecasts: readonly Forecast[], value: (forecast: Forecast) => number): number | null {
  const total = totalWeight(forecasts);
  if (total === 0) return null;
  return forecasts.reduce((sum, forecast) => sum + weightOf(forecast) * value(forecast), 0) / total;
}
