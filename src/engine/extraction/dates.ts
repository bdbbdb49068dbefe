import { dayNumber, dayOf, monthEnd, monthsOf, type DayRange } from '../subjects/index.js';

/** A stretch of a year, its year perhaps not given. Days and months from 1; `untilDay` 0 is the last of its month. */
export interface Window {
  readonly year: number | null;
  readonly fromMonth: number;
  readonly fromDay: number;
  readonly untilMonth: number;
  readonly untilDay: number;
}

/** When an article was published (null where unknown) and which year it seems to speak of. */
export interface Anchor {
  readonly publishedOn: string | null;
  readonly year: number | null;
}

const pad = (part: number): string => String(part).padStart(2, '0');

function rangeIn(window: Window, year: number): DayRange | null {
  const first = `${year}-${pad(window.fromMonth)}-${pad(window.fromDay)}`;
  const untilYear = window.untilMonth < window.fromMonth ? year + 1 : year;
  const last = window.untilDay
    ? `${untilYear}-${pad(window.untilMonth)}-${pad(window.untilDay)}`
    : monthEnd(untilYear, window.untilMonth);
  return dayNumber(first) === null || dayNumber(last) === null ? null : { earliestOn: first, latestOn: last };
}

/** The year that is meant where none is given: the next such time if it is to come, the latest one if it is past. */
function meantYear(window: Window, anchor: Anchor, past: boolean): number | null {
  if (anchor.publishedOn === null) return anchor.year;
  const day = anchor.publishedOn.padEnd(10, '-01').slice(0, 10);
  const year = Number(day.slice(0, 4));
  const here = rangeIn(window, year);
  if (!here) return year;
  if (past) return here.earliestOn! <= day ? year : year - 1;
  const monthOnly = anchor.publishedOn.length === 7;
  const over = dayNumber(here.latestOn!)! < (dayNumber(day) ?? 0) - (monthOnly ? 0 : 15);
  return over ? year + 1 : year;
}

/** The days of a window, or null where its year cannot be known or it names no day (30 February). */
export function settle(window: Window, anchor: Anchor, past: boolean): DayRange | null {
  const year = window.year ?? meantYear(window, anchor, past);
  return year === null ? null : rangeIn(window, year);
}

/** The months `from` to `until` (1..12). */
export const months = (year: number | null, from: number, until: number): Window => ({
  year,
  fromMonth: from,
  fromDay: 1,
  untilMonth: until,
  untilDay: 0,
});

/** One day. */
export const oneDay = (year: number | null, month: number, day: number): Window => ({
  year,
  fromMonth: month,
  fromDay: day,
  untilMonth: month,
  untilDay: day,
});

/** Early is the 1st to the 10th of a month or January to April of a year, mid the second, late the last third. */
export const PARTS = ['early', 'mid', 'late'] as const;
export type Part = (typeof PARTS)[number];

/** That third of a month or of a year. */
export function partOf(window: Window, part: Part): Window {
  const third = PARTS.indexOf(part);
  if (window.fromMonth === 1 && window.untilMonth === 12) return months(window.year, third * 4 + 1, third * 4 + 4);
  if (window.fromMonth !== window.untilMonth) {
    const month = [window.fromMonth, window.fromMonth + 1, window.untilMonth][third] ?? window.fromMonth;
    return months(window.year, month, month);
  }
  return { ...window, fromDay: third * 10 + 1, untilDay: third === 2 ? 0 : third * 10 + 10 };
}

/** From the day of publication to the end of that year. */
export function restOfYear(publishedOn: string): DayRange {
  const from = publishedOn.length === 10 ? publishedOn : `${publishedOn.slice(0, 7)}-01`;
  return { earliestOn: from, latestOn: `${publishedOn.slice(0, 4)}-12-31` };
}

/** The month that is `ahead` months after the one of publication. */
export function monthAfter(publishedOn: string, ahead: number): DayRange {
  const number = Number(publishedOn.slice(0, 4)) * 12 + Number(publishedOn.slice(5, 7)) - 1 + ahead;
  const month = (number % 12) + 1;
  return monthsOf(Math.floor(number / 12), month, month);
}

/** The quarter that is `ahead` quarters after the one of publication. */
export function quarterAfter(publishedOn: string, ahead: number): DayRange {
  const number = Number(publishedOn.slice(0, 4)) * 4 + Math.floor((Number(publishedOn.slice(5, 7)) - 1) / 3) + ahead;
  const first = (number % 4) * 3 + 1;
  return monthsOf(Math.floor(number / 4), first, first + 2);
}

/** The Monday-to-Sunday week that is `ahead` weeks after the one of publication; null where only the month is known. */
export function weekAfter(publishedOn: string, ahead: number): DayRange | null {
  const day = dayNumber(publishedOn);
  if (day === null) return null;
  const monday = day - ((day + 3) % 7) + ahead * 7; // 1970-01-01 was a Thursday
  return { earliestOn: dayOf(monday), latestOn: dayOf(monday + 6) };
}

/** The ISO week of that number of a year. */
export function weekOfYear(year: number, week: number): DayRange | null {
  return weekAfter(`${year}-01-04`, week - 1); // the fourth of January is in the first week
}

/** How many days a month (1..12) has, February 28. */
export const monthLength = (month: number): number => Number(monthEnd(2001, month).slice(8));

/** The day that is `ahead` days after publication; null where only the month is known. */
export function dayAfter(publishedOn: string, ahead: number): DayRange | null {
  const day = dayNumber(publishedOn);
  return day === null ? null : { earliestOn: dayOf(day + ahead), latestOn: dayOf(day + ahead) };
}

/** From the day of publication so many days on; null where only the month is known. */
export function within(publishedOn: string, days: number): DayRange | null {
  const day = dayNumber(publishedOn);
  return day === null ? null : { earliestOn: publishedOn, latestOn: dayOf(day + days) };
}

/** The next day of that name (0 = Monday) from publication on, or the latest one before it. */
export function weekdayNear(publishedOn: string, weekday: number, past: boolean): DayRange | null {
  const day = dayNumber(publishedOn);
  if (day === null) return null;
  const ahead = (weekday - ((day + 3) % 7) + 7) % 7;
  return dayAfter(publishedOn, past && ahead > 0 ? ahead - 7 : ahead);
}
