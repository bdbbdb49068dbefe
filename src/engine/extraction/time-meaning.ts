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
import { countOf, following, type Following, type Groups } from './following-times.js';

/** What a hit means: a window of the calendar, days counted from the publication, or from another time of the text. */
export type Meant = Window | Counted | Following;
/** Days counted from the publication. */
export type Counted = (anchor: Anchor, past: boolean) => DayRange | null;

export type { Groups };

/** A way to name a time, and what it means. */
export interface TimeRule {
  /** Something that every such time has: the pattern need not be tried, nor compiled, where it is missing. */
  readonly gate: RegExp | null;
  /** What one word of the sentence is like where such a time stands; null where that cannot be told. */
  readonly needs: RegExp | null;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, anchor: Anchor) => Meant;
}

/** Days that are counted from the publication; null where it is not known. */
export const relative =
  (range: (publishedOn: string, past: boolean) => DayRange | null): Counted =>
  (anchor, past) =>
    anchor.publishedOn === null ? null : range(anchor.publishedOn, past);

/**
 * `in two weeks`: the day, week or month that is so far ahead.
 *
 * @param numbers the words for two and up
 */
export function ahead(groups: Groups, numbers: readonly string[]): Counted {
  const count = countOf(groups, numbers);
  return relative((day) => {
    if (groups.inDays) return dayAfter(day, count);
    return groups.inWeeks ? weekAfter(day, count) : monthAfter(day, count);
  });
}

/** `within two weeks`: from the day of publication so far on. */
export function upTo(groups: Groups, numbers: readonly string[]): Meant {
  const { follows } = following(groups, { numbers });
  return relative((day) => ({
    earliestOn: day,
    latestOn: follows({ earliestOn: day, latestOn: day })?.latestOn ?? null,
  }));
}

/** The month of publication or the next one, or a third of it: `late next month`, `the end of the month`. */
export function monthPart(groups: Groups): Meant {
  return relative((day) => {
    const { earliestOn } = monthAfter(day, groups.next ? 1 : 0);
    const [year, month] = earliestOn!.split('-').map(Number);
    return settle(parted(months(year!, month!, month!), groups), { publishedOn: day, year: null }, false);
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

/** The months of the season that a hit names; in a season the next one is that of another year. */
export function season(groups: Groups, year: number | null, anchor: Anchor): Window {
  const window = seasonOf(groups, year);
  if (!groups.coming || year !== null || anchor.publishedOn === null) return window;
  const near = settle(window, anchor, false);
  const isPresent = near !== null && near.earliestOn! <= anchor.publishedOn;
  return isPresent ? { ...window, year: Number(near.earliestOn!.slice(0, 4)) + 1 } : window;
}

function seasonOf(groups: Groups, year: number | null): Window {
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
