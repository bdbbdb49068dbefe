import { DAY_MS, dayNumber } from '../../engine/subjects/index.js';
import { Fault } from '../../platform/fault.js';

/**
 * The instant that a day stands for: its end (UTC), or the present where that is earlier.
 *
 * @throws Fault malformed `invalid-parameter` for a day that the calendar does not have
 */
export function instantOf(day: string, now: number): number {
  const number = dayNumber(day);
  if (number !== null) return Math.min((number + 1) * DAY_MS - 1, now);
  const error = { parameter: 'as_of', code: 'invalid-date', detail: 'not a day of the calendar' };
  throw new Fault('malformed', 'invalid-parameter', `There is no day ${day}.`, [error]);
}
