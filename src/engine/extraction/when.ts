import type { DayRange } from '../subjects/index.js';
import { settle, type Anchor } from './dates.js';
import type { FoundDate, Hit, Stretch } from './found-times.js';
import type { Lexicon } from './lexicon/cue.js';
import { matches } from './matches.js';
import { bounded } from './open-times.js';
import { countedFrom } from './said-then.js';
import { showTimes } from './show-times.js';
import type { Meant } from './time-meaning.js';
import { compiledOf, type Compiled } from './time-patterns.js';
import { lowered, tokenize, type Token } from './tokens.js';

export type { FoundDate } from './found-times.js';

const TIME_BEFORE =
  /(?:^|\b(?:in|of|by|until|for|from|this|next|early|late|mid|since|and|or|to|as|end|last|during|around|before|after|a)|[-,(]) ?$/i;

/** What May is the month of: `misses its May release`. */
const MAY_EVENT =
  /^ (?:release|launch|debut|event|announcement|unveiling|reveal|date|target|start|showcase|keynote|deadline|window)s?\b/;

/** English `may` and `march` are months only with a capital, `may` also only after a word of time; short forms need a number. */
function isMonth(text: string, start: number, match: string, month: string | undefined, language: string): boolean {
  if (month === undefined || language !== 'en') return true;
  const at = start + match.indexOf(month);
  const capital = text.charAt(at) !== text.charAt(at).toLowerCase();
  if (month === 'march') return capital;
  if (month === 'may')
    return (
      capital &&
      (/\d/.test(match) ||
        ((TIME_BEFORE.test(text.slice(Math.max(0, at - 8), at)) || MAY_EVENT.test(text.slice(at + 3))) && at > 0))
    );
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
  const lower = lowered(text);
  const anchor = countedFrom(lower, context.anchor);
  const compiled = compiledOf(lexicon);
  const mask = compiled.gate.maskOf(context.tokens ?? tokenize(text));
  if (mask === 0 && !compiled.unspaced?.test(lower)) return [];
  const found = findAll(text, lower, compiled, mask, lexicon, anchor);
  return united(found, lower, compiled.between, { ...context, anchor }).map((date) =>
    bounded(date, lower, compiled, anchor),
  );
}
