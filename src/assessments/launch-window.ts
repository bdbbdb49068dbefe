import { massBetween, PARAMETERS, type DateBucket, type DateDistribution } from '../engine/confidence/index.js';
import { dayNumber, dayOf } from '../engine/subjects/index.js';

/** The shares of probability at which a launch window names a day. */
export const QUANTILES = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

/** How many equally likely days a launch window is drawn with. */
export const DOT_COUNTS = [20, 50] as const;
export type DotCount = (typeof DOT_COUNTS)[number];

/** When something is expected to happen. A day is null where that share lies beyond the horizon. */
export interface LaunchWindow {
  readonly quantiles: Readonly<Record<keyof typeof QUANTILES, string | null>>;
  /** Equally likely days in their order. */
  readonly dots: readonly (string | null)[];
  /** The last day that anybody speaks of; null where no day is left. */
  readonly horizonOn: string | null;
  /** The probability that it does not happen on any of the days that are spoken of. */
  readonly notByHorizon: number;
}

const { openEndDays: OPEN_DAYS } = PARAMETERS;

/** The first day, counted from 1970-01-01, and the number of days of a bucket; one without an end is taken as long as the engine takes it. */
function lengthOf({ earliestOn, latestOn }: DateBucket): readonly [first: number, days: number] {
  const last = latestOn === null ? null : dayNumber(latestOn)!;
  const first = earliestOn === null ? (last ?? 0) - OPEN_DAYS + 1 : dayNumber(earliestOn)!;
  return [first, last === null ? OPEN_DAYS : last - first + 1];
}

/** The first day by which at least that share (0..1) of the probability has passed; null where none has. */
export function dayAt(distribution: DateDistribution, share: number): string | null {
  let passed = 0;
  for (const bucket of distribution.buckets) {
    if (bucket.probability > 0 && passed + bucket.probability >= share) {
      const [first, days] = lengthOf(bucket);
      const part = Math.max(0, share - passed) / bucket.probability;
      return dayOf(first + Math.max(0, Math.ceil(part * days) - 1));
    }
    passed += bucket.probability;
  }
  return null;
}

/** The window that a distribution comes to, drawn with so many dots: the middles of as many equal shares. */
export function launchWindowOf(distribution: DateDistribution, dots: DotCount): LaunchWindow {
  const shares = Array.from({ length: dots }, (_, index) => (index + 0.5) / dots);
  const last = distribution.buckets.at(-1);
  const [first, days] = last === undefined ? [0, 0] : lengthOf(last);
  const at = (share: number): string | null => dayAt(distribution, share);
  const { p05, p25, p50, p75, p95 } = QUANTILES;
  return {
    quantiles: { p05: at(p05), p25: at(p25), p50: at(p50), p75: at(p75), p95: at(p95) },
    dots: shares.map(at),
    horizonOn: last === undefined ? null : dayOf(first + days - 1),
    notByHorizon: distribution.other,
  };
}

/** The probability that it has happened by the end of a day. */
export const probabilityBy = (distribution: DateDistribution, day: string): number =>
  massBetween(distribution, null, day);
