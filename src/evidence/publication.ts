import { DAY_MS, dayNumber } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';
import type { Publication } from './report.dto.js';

/**
 * Refuses a day or month that is not in the calendar.
 *
 * @param on `YYYY-MM-DD` or `YYYY-MM`; null where nobody knows
 * @throws Fault invalid `invalid-date`
 */
export function assertDay(on: string | null): void {
  if (on !== null) firstDayOf(on);
}

/**
 * When something was published.
 *
 * @param on `YYYY-MM-DD` or `YYYY-MM`, null where nobody knows: then it counts as published when it was handed in
 * @throws Fault invalid `invalid-date` for a day that does not exist
 */
export function publicationOf(on: string | null, now: number): Publication {
  if (on === null) return { at: Math.floor(now / DAY_MS) * DAY_MS, precision: 'unknown' };
  return { at: firstDayOf(on) * DAY_MS, precision: on.length === 7 ? 'month' : 'day' };
}

function firstDayOf(on: string): number {
  const day = dayNumber(on.length === 7 ? `${on}-01` : on);
  if (day !== null) return day;
  const detail = { pointer: '#/published_on', code: 'invalid-date', detail: 'not a day of the calendar' };
  throw new Fault('invalid', 'invalid-date', `There is no day ${on}.`, [detail]);
}
