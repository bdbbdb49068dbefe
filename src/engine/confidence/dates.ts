import { dayOf, type DayRange } from '../subjects/index.js';
import { TAIL_OF_DAYS } from './line.js';
import { daySpan } from './spans.js';
import { massIn, type Mass, type Spread } from './spread.js';

/** A stretch of days with the probability that the event falls into it; an open end is null. */
export interface DateBucket extends DayRange {
  readonly probability: number;
}

/** Where the event lies: disjoint buckets in the order of time and the rest ("other"), which sum to 1. */
export interface DateDistribution {
  readonly buckets: readonly DateBucket[];
  /** The probability of no heard day: another one, or none at all. */
  readonly other: number;
}

/** Days counted from 1970-01-01 as calendar days. */
export function distributionOf({ cells, other }: Spread): DateDistribution {
  const buckets = cells.map(({ from, to, mass }) => ({
    earliestOn: from === -Infinity ? null : dayOf(from),
    latestOn: to === Infinity ? null : dayOf(to - 1),
    probability: mass,
  }));
  return { buckets, other };
}

/**
 * What is left of a distribution once days are over. A stretch that has begun keeps its probability on its remaining days;
 * that of a stretch that is over goes to all others, "other" among them, in proportion: the same as a weighing on that day
 * comes to, but for the ages of reports.
 *
 * @param today the first day that is not over, counted from 1970-01-01
 */
export function fromDay({ buckets, other }: DateDistribution, today: number): DateDistribution {
  const first = dayOf(today);
  const left = buckets
    .filter(({ latestOn }) => latestOn === null || latestOn >= first)
    .map((bucket) =>
      bucket.earliestOn === null || bucket.earliestOn < first ? { ...bucket, earliestOn: first } : bucket,
    );
  if (left.length === buckets.length) return { buckets: left, other };
  const rest = left.reduce((sum, { probability }) => sum + probability, other);
  if (rest <= 0) return { buckets: [], other: 1 };
  return {
    buckets: left.map((bucket) => ({ ...bucket, probability: bucket.probability / rest })),
    other: other / rest,
  };
}

/**
 * The probability that the event falls on one of the days from the first to the last, both included; null = no bound.
 * A bucket that the days cut gives its part in proportion to days; one without an end counts as a year long.
 */
export function massBetween(distribution: DateDistribution, first: string | null, last: string | null): number {
  const cells = distribution.buckets.map(({ earliestOn, latestOn, probability }): Mass => ({
    ...daySpan({ type: 'dates', earliestOn, latestOn }),
    mass: probability,
  }));
  return massIn(TAIL_OF_DAYS, cells, daySpan({ type: 'dates', earliestOn: first, latestOn: last }));
}
