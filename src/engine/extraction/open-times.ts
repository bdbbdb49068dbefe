import { dayNumber, dayOf } from '../subjects/index.js';
import type { Anchor } from './dates.js';
import type { FoundDate, Hit } from './found-times.js';
import type { Compiled } from './time-patterns.js';

/** "Not before 2025" has no end; it begins where the time does or, for "not before the year is out", where that ends. */
function openEnded(date: Hit, named: string): FoundDate {
  const year = date.window === null ? /^(?:by|before)\b.*(20\d\d)$/.exec(named)?.[1] : undefined;
  return {
    ...date,
    range: (past) => {
      if (year) return { earliestOn: `${year}-01-01`, latestOn: null };
      const range = date.range(past);
      const from = date.window ? range?.earliestOn : range?.latestOn;
      return from ? { earliestOn: from, latestOn: null } : null;
    },
  };
}

/** What makes a time the end of those that are meant: `before October`. */
const AHEAD_OF =
  /(?:^|[^A-Za-z\u00c0-\u1fff])(?:before|ahead of|vor|antes del?|avant|prima del?|prima d[ia]|przed|antes d[aeo]) (?:the |dem |der |den |le |la |el |l')?$/;

/** From the day of publication to the last day before a time that is still to come. */
function upToStart(date: Hit, { publishedOn }: Anchor): FoundDate {
  return {
    ...date,
    range: (past) => {
      const range = date.range(past);
      const first = range?.earliestOn ? dayNumber(range.earliestOn) : null;
      if (first === null || publishedOn?.length !== DAY || range!.earliestOn! <= publishedOn) return range;
      return { earliestOn: publishedOn, latestOn: dayOf(first - 1) };
    },
  };
}
/** The length of a day in digits: `2027-06-05`. */
const DAY = 10;

const LEAD = 24;
const CLAUSE = 90;

const UNLIKELY =
  /^ (?:is|seems|looks|would be|ist|wäre|es|sería|est|serait|è|sarebbe|jest|é|seria) (?:\w+ )?(?:unlikely|out of|unwahrscheinlich|ausgeschlossen|improbable|poco probable|peu probable|improbabile|mało|improvável)/;

/** Whether the words around a time make it only the earliest. */
function isEarliest(
  lower: string,
  { start, end }: FoundDate,
  { notBefore, denied, before, earliest }: Compiled,
): boolean {
  if (notBefore.test(lower.slice(Math.max(0, start - LEAD), start)) || earliest.test(lower.slice(end, end + LEAD)))
    return true;
  const ahead = lower.slice(Math.max(0, start - CLAUSE), start);
  const led = before.exec(ahead);
  if (!led && !lower.startsWith('before', start)) return false;
  return denied.test(led ? ahead.slice(0, led.index) : ahead) || UNLIKELY.test(lower.slice(end, end + LEAD));
}

/** A time with the end that the words around it take away or set: `not before May`, `before October`. */
export function bounded(date: Hit, lower: string, compiled: Compiled, anchor: Anchor): FoundDate {
  if (isEarliest(lower, date, compiled)) return openEnded(date, lower.slice(date.start, date.end));
  const isBefore = AHEAD_OF.test(lower.slice(Math.max(0, date.start - LEAD), date.start));
  return isBefore || /^之?前(?!后)/.test(lower.slice(date.end)) ? upToStart(date, anchor) : date;
}
