import { DAY_MS, dayNumber } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';

/**
 * The start of a day on which something was said, epoch milliseconds.
 *
 * @throws Fault invalid `invalid-date` for a day that does not exist or has not come
 */
export function momentOf(saidOn: string, now: number): number {
  const day = dayNumber(saidOn);
  if (day !== null && day * DAY_MS <= now) return day * DAY_MS;
  const detail = { pointer: '#/said_on', code: 'invalid-date', detail: 'not a day that has come' };
  throw new Fault('invalid', 'invalid-date', `${saidOn} is no day that has come.`, [detail]);
}
