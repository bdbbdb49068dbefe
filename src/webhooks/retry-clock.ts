import { createHash } from 'node:crypto';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after a failed attempt the next one follows, in milliseconds; after the last one it is given up. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** The longest that a receiver may ask to be left alone, in milliseconds. */
export const LONGEST_RETRY_AFTER_MS = 24 * HOUR;

/** The share by which retries are spread, so that receivers that fell together are not asked together. */
const JITTER = 0.1;

/**
 * When a delivery is tried again, epoch milliseconds; null where it is given up. The jitter follows from its id and the
 * number of the attempt, so that it can be foretold, and only ever makes it later.
 *
 * @param attempts how many attempts there were
 * @param retryAfterMs how long the receiver asked to be left alone; 0 where it did not
 */
export function nextAttemptAt(id: string, attempts: number, now: number, retryAfterMs: number): number | null {
  const delay = RETRY_DELAYS_MS[attempts - 1];
  if (delay === undefined) return null;
  const draw = createHash('sha256').update(`${id} ${attempts}`).digest().readUInt32BE() / 2 ** 32;
  return now + Math.max(Math.round(delay * (1 + JITTER * draw)), Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS));
}

const SECONDS = /^\d{1,9}$/;
/** How a date begins, of those that a header may hold: `Thu, 01 Jan 1970 …`. */
const DATE = /^[A-Z][a-z]{2,8}, /;

/** What `Retry-After` asks for (RFC 9110): seconds, or a date; 0 where it is missing, past or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const seconds = SECONDS.test(header.trim()) ? Number(header) * SECOND : null;
  const asked = seconds ?? (DATE.test(header) ? Date.parse(header) - now : 0);
  return Number.isFinite(asked) && asked > 0 ? asked : 0;
}
