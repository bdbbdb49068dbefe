/** A closed range of calendar days (`YYYY-MM-DD`); an open end is null. */
export interface DayRange {
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
}

/** How exactly a range names a time. `range` is any that is not a calendar unit. */
export const PRECISIONS = ['day', 'month', 'quarter', 'half', 'year', 'range'] as const;
export type Precision = (typeof PRECISIONS)[number];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The days since 1970-01-01 of a calendar day, or null where there is no such day (30 February). */
export function dayNumber(day: string): number | null {
  const parts = DAY_FORM.exec(day);
  if (!parts) return null;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(time).toISOString().startsWith(day) ? time / DAY_MS : null;
}

/** The calendar day that many days after 1970-01-01. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The last day of a month (1..12) of a year. */
export function monthEnd(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The range of whole months from the first to the last (1..12) of one year. */
export function monthsOf(year: number, first: number, last: number): DayRange {
  return { earliestOn: `${year}-${String(first).padStart(2, '0')}-01`, latestOn: monthEnd(year, last) };
}

/** Whether the range names a day, a month, a quarter, a half, a year, or none of these. */
export function precisionOf(range: DayRange): Precision {
  const { earliestOn: first, latestOn: last } = range;
  if (first === null || last === null) return 'range';
  if (first === last) return 'day';
  const year = Number(first.slice(0, 4));
  const from = Number(first.slice(5, 7));
  const until = Number(last.slice(5, 7));
  const whole = first.endsWith('-01') && last === monthEnd(year, until);
  if (!whole) return 'range';
  if (from === until) return 'month';
  const months = until - from + 1;
  if (months === 3 && from % 3 === 1) return 'quarter';
  if (months === 6 && from % 6 === 1) return 'half';
  return months === 12 ? 'year' : 'range';
}

const longDay = (day: string): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** The range in words: `July 2022`, `Q3 2022`, `H1 2027`, `4 July 2022`, `not before 1 January 2025`. */
export function dayRangeLabel(range: DayRange): string {
  const { earliestOn: first, latestOn: last } = range;
  if (first === null) return last === null ? 'any day' : `by ${longDay(last)}`;
  if (last === null) return `not before ${longDay(first)}`;
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  switch (precisionOf(range)) {
    case 'day':
      return longDay(first);
    case 'month':
      return `${MONTHS[month - 1] ?? ''} ${year}`;
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${year}`;
    case 'half':
      return `H${month === 1 ? 1 : 2} ${year}`;
    case 'year':
      return year;
    case 'range':
      return `${longDay(first)} to ${longDay(last)}`;
  }
}

const DAY_ANCHORS: readonly (readonly [days: number, rate: number])[] = [
  [1, 0.25],
  [31, 0.35],
  [92, 0.45],
];

/**
 * The assumed share of date claims of that length that come true: .25 a day, .35 a month, .45 a quarter or longer,
 * and between these in proportion to the logarithm of the length (`docs/confidence.md`, base rates).
 *
 * @param days the length of the range in days, at least 1; Infinity for an open end
 */
export function dateBaseRate(days: number): number {
  for (let index = 1; index < DAY_ANCHORS.length; index += 1) {
    const [shorter, low] = DAY_ANCHORS[index - 1]!;
    const [longer, high] = DAY_ANCHORS[index]!;
    if (index === 2 && days >= 28 && days <= 31) return low; // every calendar month is a month
    if (index === 1 && days >= 28 && days <= 31) return high;
    if (days <= longer) return low + ((high - low) * Math.log(days / shorter)) / Math.log(longer / shorter);
  }
  return 0.45;
}
