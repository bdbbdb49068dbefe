import type { DayRange } from '../subjects/index.js';
import type { Window } from './dates.js';
import type { Following } from './following-times.js';

/** A time that a sentence names, offsets within the sentence. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** The days that are meant, given whether the clause tells of the past; null where they cannot be known. */
  readonly range: (past: boolean) => DayRange | null;
  /** A bare year, which is weak on its own. */
  readonly bareYear: boolean;
  /** How many times before it lie between it and one that is counted from nothing: 0 where it is such a one. */
  readonly steps?: number;
}

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A time with what it is on the calendar, before those around it are looked at. */
export interface Hit extends FoundDate {
  /** The window of the calendar; null for days counted from the publication. */
  readonly window: Window | null;
  /** Whether it is of the year that was named before. */
  readonly sameYear: boolean;
  /** What it is counted from, where that is another time of the text. */
  readonly following?: Following;
}
