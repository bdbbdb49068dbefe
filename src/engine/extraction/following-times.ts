import { dayNumber, dayOf, type DayRange } from '../subjects/index.js';
import type { Anchor } from './dates.js';
import type { TimeWords } from './lexicon/cue.js';

/** The named groups of a hit. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A time that is counted from another one that the text names: `two weeks later`. */
export interface Following {
  /** What it makes of the days of the other one; null where they name no day. */
  readonly follows: (range: DayRange) => DayRange | null;
  /** Whether the other one stands behind it: `a month after the presentation on 3 May`. */
  readonly isBehind: boolean;
  /** What it is counted from where the text names no other: the publication. */
  readonly otherwise?: (anchor: Anchor, past: boolean) => DayRange | null;
}

const WEEK = 7;
const YEAR = 12;

/** The day of that number in the month that is `ahead` months on, at most its last. */
function monthsOn(day: string, ahead: number): string {
  const number = Number(day.slice(0, 4)) * YEAR + Number(day.slice(5, 7)) - 1 + ahead;
  const month = `${Math.floor(number / YEAR)}-${String((number % YEAR) + 1).padStart(2, '0')}`;
  for (let of = Number(day.slice(8)); of > 0; of -= 1) {
    const found = `${month}-${String(of).padStart(2, '0')}`;
    if (dayNumber(found) !== null) return found;
  }
  return `${month}-01`;
}

function shifted(day: string | null, groups: Groups, count: number): string | null {
  const number = day === null ? null : dayNumber(day);
  if (day === null || number === null) return null;
  if (groups.inMonths) return monthsOn(day, count);
  return dayOf(number + count * (groups.inWeeks ? WEEK : 1));
}

/** How far a hit counts from the other time; one where it gives no number. */
export function countOf(groups: Groups, numbers: readonly string[]): number {
  const { count } = groups;
  if (count === undefined) return 1;
  const word = numbers.findIndex((each) => new RegExp(`^(?:${each})$`).test(count));
  return word < 0 ? Number(count) : word + 2;
}

/** A hit such as `two weeks later` or `the same day`. */
export function following(groups: Groups, { numbers }: Pick<TimeWords['count'], 'numbers'>): Following {
  const count = groups.sameDay ? 0 : countOf(groups, numbers);
  return {
    follows: ({ earliestOn, latestOn }) => ({
      earliestOn: shifted(earliestOn, groups, count),
      latestOn: shifted(latestOn, groups, count),
    }),
    isBehind: groups.behind !== undefined,
  };
}
