import { dateBaseRate, dayNumber, type ClaimValue, type Subject, type SubjectFamily } from '../subjects/index.js';
import type { Learned } from './evidence.js';
import { oddsOf } from './odds.js';
import { PARAMETERS } from './parameters.js';

/** The state before anything was resolved: every parameter stands at its starting point. */
export const NOTHING_LEARNED: Learned = {
  records: new Map(),
  kinds: {},
  temperature: {},
  baseRates: new Map(),
  copying: new Map(),
};

/** T, the scale of evidence for a family of subjects; T0 until it is learned. */
export function scaleOf(family: SubjectFamily, learned: Learned): number {
  return learned.temperature[family]?.scale ?? PARAMETERS.scale;
}

/** A base rate, 0..1, and the number of resolved questions behind it (0 = the catalogue's). */
export interface BaseRate {
  readonly rate: number;
  readonly n: number;
  /** The category of devices that it was counted over; missing where over all. */
  readonly category?: string;
}

/** The length of a range in days, both ends included; Infinity where an end is open. */
export function daysOf(value: Extract<ClaimValue, { type: 'dates' }>): number {
  if (value.earliestOn === null || value.latestOn === null) return Infinity;
  return dayNumber(value.latestOn)! - dayNumber(value.earliestOn)! + 1;
}

/**
 * How often such a claim comes true. A date claim's rate depends on its length; a learned rate for dates is that of a
 * month, and moves the odds of every other length by the same factor. "No" has the complement of "yes".
 */
export function baseRateOf(subject: Subject, value: ClaimValue, learned: Learned): BaseRate {
  const known: BaseRate = learned.baseRates.get(subject.key) ?? { rate: subject.baseRate, n: 0 };
  const { rate, n } = known;
  if (value.type === 'yes_no') return { ...known, rate: value.yes ? rate : 1 - rate };
  if (value.type !== 'dates') return known;
  const assumed = dateBaseRate(daysOf(value));
  if (n === 0) return { rate: assumed, n };
  const odds = (oddsOf(assumed) * oddsOf(rate)) / oddsOf(subject.baseRate);
  return { ...known, rate: odds / (1 + odds) };
}
