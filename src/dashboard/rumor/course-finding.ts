import type { Series } from '../charts/history-chart.js';
import { dayAt, percent, points, sayDay } from '../wording.js';

const STILL = 0.005;

/** From where a course is looked at. */
export interface Standpoint {
  /** The past day as of which one looks, `YYYY-MM-DD`; null for now. */
  readonly asOf: string | null;
  /** The instant that one looks from, epoch milliseconds. */
  readonly on: number;
}

/**
 * What a course shows, in a sentence: where the leading answer stands, where it came from, and its rival. Of a past day it
 * is told as past, and of a decided claim what it came to.
 */
export function sayCourse(series: readonly Series[], { asOf, on }: Standpoint): string {
  const [lead, rival] = series;
  const first = lead?.course[0];
  const last = lead?.course.at(-1);
  if (!lead || !first || !last) return 'Nothing was weighed yet.';
  const change = last.probability - first.probability;
  const moved = Math.abs(change) < STILL ? 'unmoved' : points(change * 100);
  const own = `${opening(lead, asOf)} ${percent(last.probability)}, ${
    lead.course.length === 1 ? `first weighed ${sayWhen(first.at, on)}` : `${moved} since ${sayStart(first.at, on)}`
  }`;
  const other = rival?.course.at(-1);
  const both = rival && other ? `${own}; ${rival.label} at ${percent(other.probability)}.` : `${own}.`;
  return `${both}${sayReconstructed(series)}`;
}

/** What is said of a course of which a part was never believed; nothing of any other. */
function sayReconstructed(series: readonly Series[]): string {
  const all = series.flatMap(({ course }) => course);
  if (!all.some(({ reconstructed }) => reconstructed)) return '';
  const believed = all.filter(({ reconstructed }) => !reconstructed).map(({ at }) => at);
  const before = believed.length === 0 ? '' : ` before ${sayDay(dayAt(Math.min(...believed)))}`;
  return ` Dashed${before}: reconstructed from what had been published by then; Hearsay did not follow it yet.`;
}

function opening({ label, decision }: Series, asOf: string | null): string {
  if (decision) return `${label} ${decision.words}; before that it stood at`;
  return asOf === null ? `${label} stands at` : `On ${sayDay(asOf)} ${label} stood at`;
}

/** The day of an instant; `that day` where it is the one that is looked from. */
const sayWhen = (at: number, on: number): string => (dayAt(at) === dayAt(on) ? 'that day' : `on ${sayDay(dayAt(at))}`);

const sayStart = (at: number, on: number): string =>
  dayAt(at) === dayAt(on) ? 'it was first weighed that day' : sayDay(dayAt(at));
