const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|([+-])(\d\d):(\d\d))$/i;
const MINUTE_MS = 60_000;

/** The epoch milliseconds of an RFC 3339 instant; null if it is none, or names a day or hour that does not exist. */
export function parseInstant(text: string): number | null {
  const parts = RFC_3339.exec(text);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const offset = Number(parts[10] ?? 0) * 60 + Number(parts[11] ?? 0);
  if (hour > 23 || minute > 59 || second > 59 || Number(parts[10] ?? 0) > 23 || Number(parts[11] ?? 0) > 59)
    return null;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  const millis = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const local = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
  return local - (parts[9] === '-' ? -offset : offset) * MINUTE_MS;
}

const DAY_MS = 86_400_000;

/** So many days are remembered as they are said: what is shown together is often of few of them. */
const MOST_DAYS = 4000;
const saidDays = new Map<number, string>();

/** The beginning of an instant by its day, counted from 1970: `2026-01-31T`. */
function sayDay(number: number): string {
  const said = saidDays.get(number);
  if (said !== undefined) return said;
  if (saidDays.size >= MOST_DAYS) saidDays.clear();
  const day = new Date(number * DAY_MS).toISOString().slice(0, -13);
  saidDays.set(number, day);
  return day;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/**
 * How an instant is written to the outside: RFC 3339 in UTC, with milliseconds. The same as `Date.toISOString`, which takes
 * several times as long, and a list has hundreds of them.
 */
export function sayInstant(instant: number): string {
  const whole = Math.trunc(instant);
  const number = Math.floor(whole / DAY_MS);
  const millis = whole - number * DAY_MS;
  const [hour, minute] = [Math.floor(millis / 3_600_000), Math.floor(millis / MINUTE_MS) % 60];
  const second = TWO_DIGITS[Math.floor(millis / 1000) % 60]!;
  return `${sayDay(number)}${TWO_DIGITS[hour]!}:${TWO_DIGITS[minute]!}:${second}.${String(millis % 1000).padStart(3, '0')}Z`;
}

const ISO_DURATION = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, MINUTE_MS, 1000] as const;

/** The milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const parts = ISO_DURATION.exec(text);
  return parts && UNITS_MS.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The epoch milliseconds of an RFC 3339 instant, or of the end of a day: its last millisecond (UTC). Null for anything else. */
export const parseMoment = (text: string): number | null =>
  parseInstant(DAY.test(text) ? `${text}T23:59:59.999Z` : text);

/** The same where something begins: a day stands for its first millisecond. */
export const parseBeginning = (text: string): number | null =>
  parseInstant(DAY.test(text) ? `${text}T00:00:00.000Z` : text);
