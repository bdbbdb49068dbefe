import { DAY_MS } from '../../engine/subjects/index.js';
import { dayAt, shortDay } from '../wording.js';

/** Where a value stands between two ends, in per cent of the width: the ends themselves are 0 and 100. */
export type Scale = (value: number) => number;

/** A straight scale from `first`..`last` to 0..100; values beyond the ends stand at the ends. Equal ends give 50. */
export function scaleOf(first: number, last: number): Scale {
  if (first === last) return () => 50;
  return (value) => Math.min(100, Math.max(0, ((value - first) / (last - first)) * 100));
}

/** A coordinate in the fewest digits that still place it to a hundredth. */
export const place = (value: number): string => String(Math.round(value * 100) / 100);

/** A mark on a time axis: its instant and what is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The lengths between two marks that read well, in days and in months. */
const DAY_STRIDES = [1, 2, 7, 14] as const;
const MONTH_STRIDES = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/**
 * Marks that read well between two instants (epoch milliseconds), at most about `most`: starts of months, or days where
 * the span is short.
 */
export function timeTicks(first: number, last: number, most = 6): Tick[] {
  const days = (last - first) / DAY_MS;
  const stride = DAY_STRIDES.find((length) => days / length <= most);
  return stride === undefined ? monthTicks(first, last, most) : dayTicks(first, last, stride);
}

function dayTicks(first: number, last: number, stride: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = Math.ceil(first / DAY_MS) * DAY_MS; at <= last; at += stride * DAY_MS) {
    ticks.push({ at, label: shortDay(dayAt(at), dayAt(at).slice(0, 4)) });
  }
  return ticks;
}

function monthTicks(first: number, last: number, most: number): Tick[] {
  const months = (last - first) / (30.4 * DAY_MS);
  const stride = MONTH_STRIDES.find((length) => months / length <= most) ?? 120;
  const start = new Date(first);
  const from = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / stride) * stride;
  const ticks: Tick[] = [];
  for (let month = from; startOf(month) <= last; month += stride) {
    const at = startOf(month);
    if (at >= first) ticks.push({ at, label: monthLabel(month, ticks.length === 0) });
  }
  return ticks;
}

/** The start of a month that is counted from January of the year 0. */
const startOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** The month, with its year where that begins or the axis does. */
function monthLabel(month: number, isFirst: boolean): string {
  const year = String(Math.floor(month / 12));
  const text = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
  return shortDay(text, isFirst || month % 12 === 0 ? undefined : year);
}
