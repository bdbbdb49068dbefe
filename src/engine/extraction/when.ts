import type { DayRange } from '../subjects/index.js';
import { settle, type Anchor, type Window } from './dates.js';
import type { Lexicon, TimeWords } from './lexicon/cue.js';
import { timeRules, type TimeRule } from './time-rules.js';
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
}

interface Compiled {
  readonly rules: readonly TimeRule[];
  /** Something that every named time of the language has. */
  readonly gate: RegExp;
  readonly notBefore: RegExp;
  readonly between: RegExp;
}

const compiled = new WeakMap<Lexicon, Compiled>();

function compile(words: TimeWords): Compiled {
  const { seasons, quarter, half, thisYear, nextYear, lastYear, restOfYear } = words;
  const counted = [
    words.thisMonth,
    words.nextMonth,
    words.lastMonth,
    words.thisWeek,
    words.nextWeek,
    words.today,
    words.tomorrow,
  ];
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
    gate: new RegExp(`20\\d\\d|[1-4][qh]|[qh][1-4]|in (?:\\d|two|three|four)|${gate.join('|')}`),
    notBefore: new RegExp(`(?:${words.notBefore}) (?:in |the )?$`),
    between: new RegExp(`^(?:${words.between})$`),
  };
}

function compiledOf(lexicon: Lexicon): Compiled {
  const known = compiled.get(lexicon);
  if (known) return known;
  const fresh = compile(lexicon.times);
  compiled.set(lexicon, fresh);
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
      found.push({ start, end, window, range, bareYear: /^20\d\d$/.test(hit[0]) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `June or July`, `March to April`: two neighbours that make one range. */
function united(found: readonly Hit[], lower: string, between: RegExp, anchor: Anchor): Hit[] {
  const all: Hit[] = [];
  for (const date of found) {
    const before = all.at(-1);
    const joined = before && !before.bareYear && between.test(lower.slice(before.end, date.start));
    if (!joined || !before.window || !date.window) {
      all.push(date);
      continue;
    }
    const year = before.window.year ?? date.window.year;
    const { untilMonth, untilDay } = date.window;
    const window = { ...before.window, year, untilMonth, untilDay };
    const range = (past: boolean): DayRange | null => settle(window, anchor, past);
    all[all.length - 1] = { start: before.start, end: date.end, window, range, bareYear: false };
  }
  return all;
}

/** "Not before 2025" has no end. */
function openEnded(date: FoundDate): FoundDate {
  return {
    ...date,
    range: (past) => {
      const range = date.range(past);
      return range && { earliestOn: range.earliestOn, latestOn: null };
    },
  };
}

const LEAD = 24;

/** The times that a sentence names, in reading order, none inside another. */
export function findDates(text: string, lexicon: Lexicon, anchor: Anchor): FoundDate[] {
  const lower = lowered(text);
  const { rules, gate, notBefore, between } = compiledOf(lexicon);
  if (!gate.test(lower)) return [];
  return united(findAll(text, lower, rules, lexicon.language, anchor), lower, between, anchor).map((date) =>
    notBefore.test(lower.slice(Math.max(0, date.start - LEAD), date.start)) ? openEnded(date) : date,
  );
}
