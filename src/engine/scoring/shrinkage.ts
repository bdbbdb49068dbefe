import { betaQuantile, type Interval } from './beta.js';

/** What is assumed of a rate before anything was counted: its mean, and how many trials that is worth. */
export interface Prior {
  readonly mean: number;
  readonly strength: number;
}

/** What was counted; shares of hits and trials are allowed. */
export interface Count {
  readonly hits: number;
  readonly trials: number;
}

/** A rate as far as it is known, 0..1, within bounds that hold the middle 90 % of what it may be. */
export interface Estimate extends Interval {
  readonly mean: number;
}

/**
 * A counted rate, drawn towards what was assumed: with a prior of mean m and strength κ it is Beta(κm + hits,
 * κ(1 − m) + misses), so its mean is (κm + hits) / (κ + trials): few trials say little, many speak for themselves. The
 * bounds are the 5 % and 95 % quantiles. Beta-binomial: Gelman et al., Bayesian Data Analysis (2013), 2.4.
 */
export function shrunkRate({ mean, strength }: Prior, { hits, trials }: Count): Estimate {
  const [right, wrong] = [strength * mean + hits, strength * (1 - mean) + trials - hits];
  return {
    mean: right / (right + wrong),
    low: betaQuantile(0.05, right, wrong),
    high: betaQuantile(0.95, right, wrong),
  };
}
