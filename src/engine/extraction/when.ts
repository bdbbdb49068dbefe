import type { DayRange } from '../subjects/index.js';
import { settle, type Anchor, type Window } from './dates.js';
import type { Lexicon } from './lexicon/cue.js';
import type { TimeRule } from './time-meaning.js';
import { timeRules } from './time-rules.js';
import { lowered } from './tokens.js';

/** A time that a sentence names, offsets within the sentence. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** The days that are meant, given whether the clause tells of the past; null where they cannot be known. */
  readonly range: (past: boolean) => DayRange | null;
  /** A bare year, which is weak on its own. */
  readonly bareYear: boolean;
}

interface Hit extends FoundDate {
  /** The window of the calendar; null for days counted from the publication. */
  readonly window: Window | null;
  /** Whether it is of the year that was named before. */
  readonly sameYear: boolean;
}

interface Compiled {
  readonly rules: readonly TimeRule[];
  /** Something that every named time of the language has. */
  readonly gate: RegExp;
  readonly notBefore: RegExp;
  /** "Not" and, in the same clause, "before" right ahead of the time; of `before 2028` the word belongs to the time. */
  readonly denied: RegExp;
  readonly before: RegExp;
  readonly earliest: RegExp;
  readonly between: RegExp;
}

const known = new WeakMap<Lexicon, Compiled>();

function compile({ times: words, cues }: Lexicon): Compiled {
  const { seasons, quarter, half, thisYear, nextYear, lastYear, restOfYear } = words;
  const counted = [
    words.thisMonth,
    words.nextMonth,
    words.lastMonth,
    words.thisWeek,
    words.nextWeek,
    words.today,
    words.tomorrow,
    words.thatYear,
    ...Object.values(words.soon),
    `(?:${words.count.lead})${words.unspaced ? '' : ' '}(?:\\d|${words.count.numbers.join('|')})`,
  ];
  const letters = 'A-Za-z\\u00c0-\\u1fff';
  const not = (cues.not ?? '').split(',').map((each) => each.trim());
  const gate = [
    ...words.months,
    ...words.weekdays,
    ...Object.values(seasons),
    ...counted,
    quarter,
    half,
    thisYear,
    nextYear,
    lastYear,
    restOfYear,
  ];
  return {
    rules: timeRules(words),
    gate: new RegExp(`20\\d\\d|[1-4][qh]|[qh][1-4]|${words.unspaced ? '[月年季天周]|' : ''}${gate.join('|')}`),
    notBefore: new RegExp(`(?:${words.notBefore})(?: (?:in |the )?)?$`),
    denied: new RegExp(`(?<![${letters}])(?:${not.join('|')})(?![${letters}])[^.;:]{0,70}$`),
    before: new RegExp(`(?<![${letters}])(?:${words.before}) ?$`),
    earliest: new RegExp(`^,? ?(?:${words.earliest})(?![${letters}])`),
    between: new RegExp(`^(?:${words.between})$`),
  };
}

function compiledOf(lexicon: Lexicon): Compiled {
  const made = known.get(lexicon);
  if (made) return made;
  const fresh = compile(lexicon);
  known.set(lexicon, fresh);
  return fresh;
}

const TIME_BEFORE =
  /(?:^|\b(?:in|of|by|until|for|from|this|next|early|late|mid|since|and|or|to|as|end|last|during|around|before|after)|[-,(]) ?$/i;

/** English `may` and `march` are months only with a capital, `may` also only after a word of time; short forms need a number. */
function isMonth(text: string, start: number, match: string, month: string | undefined, language: string): boolean {
  if (month === undefined || language !== 'en') return true;
  const at = start + match.indexOf(month);
  const capital = text.charAt(at) !== text.charAt(at).toLowerCase();
  if (month === 'march') return capital;
  if (month === 'may')
    return capital && (/\d/.test(match) || (TIME_BEFORE.test(text.slice(Math.max(0, at - 8), at)) && at > 0));
  return month.length > 3 || /\d/.test(match) || !capital;
}

function findAll(text: string, lower: string, rules: readonly TimeRule[], language: string, anchor: Anchor): Hit[] {
  const taken = new Uint8Array(text.length);
  const found: Hit[] = [];
  for (const { gate, pattern, read } of rules) {
    if (gate !== null && !gate.test(lower)) continue;
    for (const hit of lower.matchAll(pattern)) {
      const start = hit.index;
      const end = start + hit[0].length;
      const groups = hit.groups ?? {};
      if (taken[start] || taken[end - 1] || !isMonth(text, start, hit[0], groups.month, language)) continue;
      const meant = read(groups, anchor);
      taken.fill(1, start, end);
      const window = typeof meant === 'function' ? null : meant;
      const range = (past: boolean): DayRange | null =>
        typeof meant === 'function' ? meant(anchor, past) : settle(meant, anchor, past);
      const sameYear = groups.same !== undefined;
      found.push({ start, end, window, range, sameYear, bareYear: /^20\d\d$/.test(hit[0]) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A time whose year is not given after one of a year that is still to come: of that year, or the next one. */
function ofNamedYear(date: Hit, before: Hit | undefined, anchor: Anchor): Hit {
  const year = before?.window?.year ?? null;
  if (year === null || !date.window || date.window.year !== null) return date;
  const now = anchor.publishedOn === null ? anchor.year : Number(anchor.publishedOn.slice(0, 4));
  if (!date.sameYear && (now === null || year <= now)) return date;
  const isNext = !date.sameYear && date.window.untilMonth < before!.window!.fromMonth;
  const window = { ...date.window, year: isNext ? year + 1 : year };
  return { ...date, window, range: (past) => settle(window, anchor, past) };
}

/** `June or July`, `March to April`: two neighbours that make one range. */
function united(found: readonly Hit[], lower: string, between: RegExp, anchor: Anchor): Hit[] {
  const all: Hit[] = [];
  for (const each of found) {
    const before = all.at(-1);
    const date = ofNamedYear(each, before, anchor);
    const joined = before && !before.bareYear && between.test(lower.slice(before.end, date.start));
    if (!joined || !before.window || !date.window) {
      all.push(date);
      continue;
    }
    const year = before.window.year ?? date.window.year;
    const { untilMonth, untilDay } = date.window;
    const window = { ...before.window, year, untilMonth, untilDay };
    const range = (past: boolean): DayRange | null => settle(window, anchor, past);
    all[all.length - 1] = { ...before, end: date.end, window, range };
  }
  return all;
}

/** "Not before 2025" has no end; it begins where the time does or, for "not before the year is out", where that ends. */
function openEnded(date: Hit, named: string): FoundDate {
  const year = /^(?:by|before)\b.*(20\d\d)$/.exec(named)?.[1];
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

/** The times that a sentence names, in reading order, none inside another. */
export function findDates(text: string, lexicon: Lexicon, anchor: Anchor): FoundDate[] {
  const lower = lowered(text);
  const compiled = compiledOf(lexicon);
  if (!compiled.gate.test(lower)) return [];
  const found = findAll(text, lower, compiled.rules, lexicon.language, anchor);
  return united(found, lower, compiled.between, anchor).map((date) =>
    isEarliest(lower, date, compiled) ? openEnded(date, lower.slice(date.start, date.end)) : date,
  );
}
