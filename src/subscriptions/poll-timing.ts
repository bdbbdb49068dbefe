import { createHash } from 'node:crypto';

const DAY_MS = 86_400_000;
/** The longest that anybody may ask for patience, in milliseconds. */
export const MOST_PATIENCE_MS = 7 * DAY_MS;
/** The share of a delay by which it is put off at most, so that those who began together do not go on together. */
const SPREAD = 0.05;

/** What decides when somebody is asked next. */
export interface Occasion {
  readonly id: string;
  readonly intervalMs: number;
  /** How many polls failed, one after the other, with this one. */
  readonly failures: number;
  /** How long its host wants to be left alone, in milliseconds; 0 where it did not say. */
  readonly retryAfterMs: number;
}

/** A share 0..1 that is the same for the same text, and spread evenly over texts. */
export function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * How long until the next poll, in milliseconds: the interval; twice as long for each failure, up to a day; and not
 * before its host wants it. It never ends: a feed that was broken for a year is found when it is mended.
 */
export function delayAfter({ id, intervalMs, failures, retryAfterMs }: Occasion): number {
  const longest = Math.max(DAY_MS, intervalMs);
  const delay = Math.min(longest, intervalMs * 2 ** Math.min(failures, 20));
  const spread = Math.round(delay * SPREAD * shareOf(`${id} ${failures}`));
  return Math.max(failures === 0 ? delay + spread : Math.min(longest, delay + spread), retryAfterMs);
}

/** `Retry-After` in milliseconds from now: seconds, or a date; 0 where it says nothing, a week at most. */
export function patienceOf(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const wanted = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wanted) ? Math.min(Math.max(0, wanted), MOST_PATIENCE_MS) : 0;
}
