import { dayNumber, dayRangeLabel, readValue, type DayRange } from '../engine/subjects/index.js';
import { subjectOf, type RumorRow } from '../rumors/rumor.view.js';

/** A window that moved later: where it was, where it was put, by how many days its start moved, and when that was said. */
export interface Slip {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** The rumor that puts it later, and when Hearsay first heard it, epoch milliseconds. */
  readonly rumorId: string;
  readonly at: number;
}

interface Told extends DayRange {
  readonly rumor: RumorRow;
}

const startOf = ({ earliestOn, latestOn }: DayRange): number => dayNumber(earliestOn ?? latestOn ?? '') ?? 0;
const endOf = ({ latestOn }: DayRange): number => (latestOn === null ? Infinity : dayNumber(latestOn)!);

function windowOf(rumor: RumorRow): Told[] {
  if (rumor.supporting_count === 0) return [];
  const value = readValue(subjectOf(rumor), rumor.value);
  return value.type === 'dates' ? [{ rumor, earliestOn: value.earliestOn, latestOn: value.latestOn }] : [];
}

/** The window that is expected once another is told: the later word, but of a window and a part of it the part. */
function expected(before: Told, told: Told): Told {
  return startOf(told) <= startOf(before) && endOf(before) <= endOf(told) ? before : told;
}

/**
 * How often a window moved later: each time somebody tells of days that lie wholly after those that were expected until
 * then. One that is only narrowed down, or brought forward, is no slip.
 *
 * @param rumors the answers to one question about days; those that nobody supports are passed over
 */
export function slipsOf(rumors: readonly RumorRow[]): Slip[] {
  const told = rumors
    .flatMap(windowOf)
    .sort((a, b) => a.rumor.created_at - b.rumor.created_at || byId(a.rumor, b.rumor));
  const slips: Slip[] = [];
  let [current] = told;
  for (const next of told.slice(1)) {
    const before = current!;
    if (startOf(next) > endOf(before)) {
      const days = startOf(next) - startOf(before);
      const { id: rumorId, created_at: at } = next.rumor;
      slips.push({ from: dayRangeLabel(before), to: dayRangeLabel(next), days, rumorId, at });
    }
    current = expected(before, next);
  }
  return slips;
}

const byId = (a: RumorRow, b: RumorRow): number => (a.id < b.id ? -1 : 1);
