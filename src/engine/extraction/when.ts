import { dayNumber, dayOf, type DayRange } from '../subjects/index.js';
import { settle, type Anchor, type Window } from './dates.js';
import type { Following } from './following-times.js';
import type { Lexicon } from './lexicon/cue.js';
import { showTimes, SHOWN } from './show-times.js';
import type { Meant, TimeRule } from './time-meaning.js';
import { timeRules } from './time-rules.js';
import { TokenGate } from './token-gate.js';
import { lowered, tokenize, type Token } from './tokens.js';
import { matches } from './matches.js';

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

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Hit extends FoundDate {
  /** The window of the calendar; null for days counted from the publication. */
  readonly window: Window | null;
  /** Whether it is of the year that was named before. */
  readonly sameYear: boolean;
  /** What it is counted from, where that is another time of the text. */
  readonly following?: Following;
}

interface Compiled {
  readonly rules: readonly (TimeRule & { readonly mask: number })[];
  /** Tells which rules a sentence has words for. */
  readonly gate: TokenGate;
  /** The bit of words that shows are called by. */
  readonly shown: number;
  /** Something that every named time has, where words are not told apart by blanks. */
  readonly unspaced: RegExp | null;
  readonly notBefore: RegExp;
  /** "Not" and, in the same clause, "before" right ahead of the time; of `before 2028` the word belongs to the time. */
  readonly denied: RegExp;
  readonly before: RegExp;
  readonly earliest: RegExp;
  readonly between: RegExp;
}

const known = new WeakMap<Lexicon, Compiled>();

function compile({ times: words, cues }: Lexicon): Compiled {
  const letters = 'A-Za-z\\u00c0-\\u1fff';
  const not = (cues.not ?? '').split(',').map((each) => each.trim());
  const rules = timeRules(words);
  const needs = [...new Set(rules.flatMap((each) => (each.needs === null ? [] : [each.needs.source])))];
  return {
    rules: rules.map((rule) => ({ ...rule, mask: rule.needs === null ? 0 : 1 << needs.indexOf(rule.needs.source) })),
    gate: new TokenGate([...needs.map((source) => new RegExp(source)), SHOWN]),
    shown: 1 << needs.length,
    unspaced: words.unspaced
      ? new RegExp(`20\\d\\d|[1-4]q|q[1-4]|[月年季天周日]|${Object.values(words.soon).join('|')}`)
      : null,
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

/** A hit of a rule, or of a show, as what it means. */
function hitOf(at: Stretch, meant: Meant, anchor: Anchor, written: { same: boolean; bareYear: boolean }): Hit {
  const common = { start: at.start, end: at.end, sameYear: written.same, bareYear: written.bareYear };
  if (typeof meant === 'function') return { ...common, window: null, range: (past) => meant(anchor, past) };
  if (!('follows' in meant)) return { ...common, window: meant, range: (past) => settle(meant, anchor, past) };
  const { otherwise } = meant;
  return { ...common, window: null, following: meant, range: (past) => otherwise?.(anchor, past) ?? null };
}

function findAll(
  text: string,
  lower: string,
  compiled: Compiled,
  mask: number,
  lexicon: Lexicon,
  anchor: Anchor,
): Hit[] {
  const taken = new Uint8Array(text.length);
  const found: Hit[] = [];
  for (const { start, end, window } of (mask & compiled.shown) === 0 ? [] : showTimes(text, lower, anchor)) {
    taken.fill(1, start, end);
    found.push(hitOf({ start, end }, window, anchor, { same: false, bareYear: false }));
  }
  for (const { gate, mask: needed, pattern, read } of compiled.rules) {
    if ((needed !== 0 && (needed & mask) === 0) || (gate !== null && !gate.test(lower))) continue;
    for (const hit of matches(lower, pattern)) {
      const start = hit.index;
      const end = start + hit[0].length;
      const groups = hit.groups ?? {};
      if (taken[start] || taken[end - 1] || !isMonth(text, start, hit[0], groups.month, lexicon.language)) continue;
      const meant = read(groups, anchor);
      taken.fill(1, start, end);
      const written = { same: groups.same !== undefined, bareYear: /^20\d\d$/.test(hit[0]) };
      found.push(hitOf({ start, end }, meant, anchor, written));
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

const BASE_REACH = 70;
/** A time is counted over so many others at most. */
const MOST_STEPS = 4;

/** A time that is counted from another one: from the next where that stands right behind, else from the last before it. */
function counted(date: Hit, before: FoundDate | undefined, next: Hit | undefined): Hit {
  if (!date.following) return date;
  const { follows, isBehind } = date.following;
  const behind = isBehind && next && next.start - date.end < BASE_REACH ? next : undefined;
  const base = behind ?? before;
  const steps = (base?.steps ?? 0) + 1;
  if (!base || steps > MOST_STEPS) return date;
  return {
    ...date,
    steps,
    range: (past) => {
      const days = base.range(past);
      return days === null ? null : follows(days);
    },
  };
}

/** What joins two times of which, where something is put off, the second takes the place of the first. */
const TO = /^(?: (?:to|a|à|al|para|na|bis|auf) |[至到])$/;

/** `June or July`, `March to April`: two neighbours that make one range. */
function united(found: readonly Hit[], lower: string, between: RegExp, { anchor, last, isPutOff }: Context): Hit[] {
  const all: Hit[] = [];
  for (const [index, each] of found.entries()) {
    const before = all.at(-1);
    const date = counted(ofNamedYear(each, before, anchor), before ?? last, found[index + 1]);
    const gap = lower.slice(before?.end ?? 0, date.start);
    const joined = before && !before.bareYear && between.test(gap) && !(isPutOff && TO.test(gap));
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

/** What the times of a sentence are read against. */
export interface Context {
  readonly anchor: Anchor;
  /** The words of the sentence; they are looked for where they are not given. */
  readonly tokens?: readonly Token[];
  /** The last time that the sentences before name, from which the first one here may be counted. */
  readonly last?: FoundDate;
  /** Whether the sentence tells that something is put off. */
  readonly isPutOff?: boolean;
}

/** The times that a sentence names, in reading order, none inside another. */
export function findDates(text: string, lexicon: Lexicon, context: Context): FoundDate[] {
  const { anchor } = context;
  const lower = lowered(text);
  const compiled = compiledOf(lexicon);
  const mask = compiled.gate.maskOf(context.tokens ?? tokenize(text));
  if (mask === 0 && !compiled.unspaced?.test(lower)) return [];
  const found = findAll(text, lower, compiled, mask, lexicon, anchor);
  return united(found, lower, compiled.between, context).map((date) => {
    if (isEarliest(lower, date, compiled)) return openEnded(date, lower.slice(date.start, date.end));
    const isBefore = AHEAD_OF.test(lower.slice(Math.max(0, date.start - LEAD), date.start));
    return isBefore || /^之?前(?!后)/.test(lower.slice(date.end)) ? upToStart(date, anchor) : date;
  });
}
