import type { DayRange } from '../subjects/index.js';
import {
  dayAfter,
  monthAfter,
  months,
  partOf,
  restOfYear,
  settle,
  weekAfter,
  type Anchor,
  type Part,
  type Window,
} from './dates.js';

/** The named groups of a hit. */
export type Groups = Readonly<Record<string, string | undefined>>;
/** What a hit means: a window of the calendar, or days counted from the publication. */
export type Meant = Window | ((anchor: Anchor, past: boolean) => DayRange | null);

/** A way to name a time, and what it means. */
export interface TimeRule {
  /** Something that every such time has: the pattern need not be tried, nor compiled, where it is missing. */
  readonly gate: RegExp | null;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, anchor: Anchor) => Meant;
}

/** Days that are counted from the publication; null where it is not known. */
export const relative =
  (range: (publishedOn: string, past: boolean) => DayRange | null): Meant =>
  (anchor, past) =>
    anchor.publishedOn === null ? null : range(anchor.publishedOn, past);

/**
 * `in two weeks`: the day, week or month that is so far ahead.
 *
 * @param numbers the words for two and up
 */
export function ahead(groups: Groups, numbers: readonly string[]): Meant {
  const word = numbers.findIndex((each) => new RegExp(`^(?:${each})$`).test(groups.count ?? ''));
  const count = word < 0 ? Number(groups.count) : word + 2;
  return relative((day) => {
    if (groups.inDays) return dayAfter(day, count);
    return groups.inWeeks ? weekAfter(day, count) : monthAfter(day, count);
  });
}

/** The year of a hit, given or counted from the publication; null where there is none. */
export function yearOf(groups: Groups, anchor: Anchor): number | null {
  if (groups.year) return Number(groups.year);
  const now = anchor.publishedOn ? Number(anchor.publishedOn.slice(0, 4)) : anchor.year;
  if (now === null || !(groups.this ?? groups.next ?? groups.last)) return null;
  return now + (groups.next ? 1 : groups.last ? -1 : 0);
}

const partIn = (groups: Groups): Part | null =>
  groups.early ? 'early' : groups.mid ? 'mid' : groups.late ? 'late' : null;

/** The third of a window that a hit names, or all of it. */
export function parted(window: Window, groups: Groups): Window {
  const part = partIn(groups);
  return part === null ? window : partOf(window, part);
}

/** The months of the season that a hit names. */
export function season(groups: Groups, year: number | null): Window {
  if (groups.spring) return months(year, 3, 5);
  if (groups.summer) return months(year, 6, 8);
  if (groups.autumn) return months(year, 9, 11);
  return groups.winter ? months(year, 12, 2) : months(year, 10, 12);
}

/** A year; "by (the end of)" the year of publication only what is left of it. */
export function wholeYear(groups: Groups): Meant {
  const window = months(Number(groups.year), 1, 12);
  if (!groups.by) return parted(window, groups);
  return (anchor) =>
    anchor.publishedOn?.startsWith(groups.year!) ? restOfYear(anchor.publishedOn) : settle(window, anchor, false);
}

/** This, last or next year, or a third of it; "this year" is what is left of it. */
export function relativeYear(groups: Groups): Meant {
  if (groups.same) return parted(months(null, 1, 12), groups);
  return relative((day, past) => {
    const anchor = { publishedOn: day, year: null };
    const year = Number(day.slice(0, 4)) + (groups.next ? 1 : groups.last ? -1 : 0);
    if (groups.this && partIn(groups) === null) return restOfYear(day);
    return settle(parted(months(year, 1, 12), groups), anchor, past);
  });
}
