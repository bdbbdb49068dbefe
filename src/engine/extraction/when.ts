import type { DayRange } from '../subjects/index.js';
import {
  dayAfter,
  monthAfter,
  months,
  oneDay,
  partOf,
  restOfYear,
  settle,
  weekAfter,
  weekdayNear,
  type Anchor,
  type Part,
  type Window,
} from './dates.js';
import type { Lexicon } from './lexicon/cue.js';
import { lowered } from './tokens.js';

/** A time that a sentence names, offsets within the sentence. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** The window of a calendar; null for one that only counts from the publication. */
  readonly window: Window | null;
  readonly range: (past: boolean) => DayRange | null;
  /** A bare year, which is weak on its own. */
  readonly bareYear: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Meant = Window | ((anchor: Anchor, past: boolean) => DayRange | null) | null;
interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, anchor: Anchor) => Meant;
}

const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  begin: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
  later: 'late',
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  '1': 1,
  second: 2,
  '2nd': 2,
  '2': 2,
  third: 3,
  '3rd': 3,
  '3': 3,
  fourth: 4,
  '4th': 4,
  '4': 4,
  last: 4,
  final: 4,
};
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  fall: [9, 11],
  autumn: [9, 11],
  winter: [12, 2],
  holiday: [10, 12],
  holidays: [10, 12],
  christmas: [10, 12],
};
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  couple: 2,
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const YEAR = '(?:,? ?(?:of |in )?(?<year>20\\d\\d)(?!\\d)|,? (?:of )?(?<rel>this|next|last|the) year)?';
const PART =
  '(?:(?:the )?(?<part>early|mid|late|(?:beginning|start|middle|end) of|(?:early|late|later|mid) in)(?: the)?[ -])?';

function yearOf(groups: Groups, anchor: Anchor): number | null {
  if (groups.year) return Number(groups.year);
  const now = anchor.publishedOn ? Number(anchor.publishedOn.slice(0, 4)) : anchor.year;
  if (!groups.rel || groups.rel === 'the' || now === null) return null;
  return now + (groups.rel === 'next' ? 1 : groups.rel === 'last' ? -1 : 0);
}

const parted = (window: Window, groups: Groups): Window =>
  groups.part ? partOf(window, PARTS[groups.part.split(' ')[0]!] ?? 'early') : window;

const relative =
  (range: (publishedOn: string, past: boolean) => DayRange | null): Meant =>
  (anchor, past) =>
    anchor.publishedOn === null ? null : range(anchor.publishedOn, past);

function ahead(groups: Groups): Meant {
  const count = COUNTS[groups.count ?? ''] ?? Number(groups.count);
  return relative((day) => {
    if (groups.unit === 'day') return dayAfter(day, count);
    return groups.unit === 'week' ? weekAfter(day, count) : monthAfter(day, count);
  });
}

function wholeYear(groups: Groups, anchor: Anchor): Meant {
  const year = Number(groups.year);
  if (groups.part === 'later in' || groups.part === 'end of') {
    return (_anchor) =>
      anchor.publishedOn?.startsWith(String(year))
        ? restOfYear(anchor.publishedOn)
        : settle(
            groups.part === 'end of' && !groups.by ? partOf(months(year, 1, 12), 'late') : months(year, 1, 12),
            anchor,
            false,
          );
  }
  return parted(months(year, 1, 12), groups);
}

function relativeYear(groups: Groups): Meant {
  return relative((day, past) => {
    const year =
      Number(day.slice(0, 4)) + (groups.rel === 'next' || groups.rel === 'coming' ? 1 : groups.rel === 'last' ? -1 : 0);
    if (groups.rel === 'last' || groups.rel === 'next' || groups.rel === 'coming') {
      return settle(parted(months(year, 1, 12), groups), { publishedOn: day, year }, past);
    }
    if (groups.part && groups.part !== 'later' && groups.part !== 'end of') {
      return settle(parted(months(year, 1, 12), groups), { publishedOn: day, year }, past);
    }
    if (groups.part === 'end of' && !groups.by)
      return settle(partOf(months(year, 1, 12), 'late'), { publishedOn: day, year }, past);
    return restOfYear(day);
  });
}

function monthRules(lexicon: Lexicon): Rule[] {
  const names = lexicon.months.join('|');
  const month = (groups: Groups): number =>
    lexicon.months.findIndex((variants) => variants.split('|').includes(groups.month ?? '')) + 1;
  return [
    {
      pattern: new RegExp(`\\b(?<month>${names})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d)${YEAR}`, 'g'),
      read: (groups, anchor) => oneDay(yearOf(groups, anchor), month(groups), Number(groups.day)),
    },
    {
      pattern: new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of |de )?(?<month>${names})\\b\\.?${YEAR}`, 'g'),
      read: (groups, anchor) => oneDay(yearOf(groups, anchor), month(groups), Number(groups.day)),
    },
    {
      pattern: new RegExp(`\\bfirst week of (?<month>${names})\\b${YEAR}`, 'g'),
      read: (groups, anchor) => ({ ...oneDay(yearOf(groups, anchor), month(groups), 1), untilDay: 7 }),
    },
    {
      pattern: new RegExp(`\\b(?<half>first|second) half of (?<month>${names})\\b${YEAR}`, 'g'),
      read: (groups, anchor) => {
        const whole = months(yearOf(groups, anchor), month(groups), month(groups));
        return groups.half === 'first' ? { ...whole, untilDay: 15 } : { ...whole, fromDay: 16 };
      },
    },
    {
      pattern: new RegExp(`(?<![\\p{L}\\d])${PART}(?<month>${names})(?![\\p{L}\\d])\\.?${YEAR}`, 'gu'),
      read: (groups, anchor) => parted(months(yearOf(groups, anchor), month(groups), month(groups)), groups),
    },
  ];
}

const ENGLISH_RULES: readonly Rule[] = [
  {
    pattern: /\b(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b/g,
    read: (groups) => oneDay(Number(groups.year), Number(groups.month), Number(groups.day)),
  },
  {
    pattern: new RegExp(
      `\\b(?:q(?<number>[1-4])|(?<before>[1-4])q|(?<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th) quarter)\\b${YEAR}`,
      'g',
    ),
    read: (groups, anchor) => {
      const quarter = ORDINALS[groups.number ?? groups.before ?? groups.ordinal ?? ''] ?? 1;
      return months(yearOf(groups, anchor), quarter * 3 - 2, quarter * 3);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:h(?<number>[12])|(?<before>[12])h|(?<ordinal>first|second|1st|2nd) half)\\b${YEAR}`,
      'g',
    ),
    read: (groups, anchor) => {
      const half = ORDINALS[groups.number ?? groups.before ?? groups.ordinal ?? ''] ?? 1;
      return months(yearOf(groups, anchor), half * 6 - 5, half * 6);
    },
  },
  {
    pattern: new RegExp(`\\bfirst (?<count>two|three|four|six|few) months${YEAR}`, 'g'),
    read: (groups, anchor) => months(yearOf(groups, anchor), 1, COUNTS[groups.count ?? ''] ?? 3),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|by|this|next|the|of|for|until|last|during|before) |${PART})(?:the )?(?<season>spring|summer|fall|autumn|winter|holidays?)(?: season| quarter)?(?! festival)\\b${YEAR}`,
      'g',
    ),
    read: (groups, anchor) => months(yearOf(groups, anchor), ...(SEASONS[groups.season ?? ''] ?? [1, 12])),
  },
  {
    pattern:
      /\b(?<part>early|mid|late|later|(?:beginning|middle|end) of|(?:early|late) in)(?: the)?[ -](?<rel>next|this|the|last) year\b/g,
    read: (groups) => relativeYear(groups),
  },
  {
    pattern:
      /\b(?:by |before )(?:the )?(?:end of (?:the|this) year|year(?: is out|'s end)|year end)\b|\blater this year\b|\bthis year\b|\bby year's end\b/g,
    read: () => relative((day) => restOfYear(day)),
  },
  { pattern: /\b(?<rel>next|last|coming) year\b/g, read: (groups) => relativeYear(groups) },
  {
    pattern:
      /(?<by>\b(?:by|before) (?:the )?)?(?<![\p{L}\d])(?:(?<part>early|mid|late|(?:beginning|start|middle|end) of|(?:early|late|later|mid) in)(?: the)?[ -])?(?<![\d.,$€£#])(?<year>20[12]\d)(?![\d.]\d|\d|[a-z])/gu,
    read: wholeYear,
  },
  { pattern: /\b(?:the )?(?:next|coming|following) month\b/g, read: () => relative((day) => monthAfter(day, 1)) },
  { pattern: /\b(?:later )?this month\b/g, read: () => relative((day) => monthAfter(day, 0)) },
  { pattern: /\blast month\b/g, read: () => relative((day) => monthAfter(day, -1)) },
  { pattern: /\b(?:the )?(?:next|coming) week\b/g, read: () => relative((day) => weekAfter(day, 1)) },
  { pattern: /\b(?:later )?this week\b/g, read: () => relative((day) => weekAfter(day, 0)) },
  { pattern: /\btomorrow\b/g, read: () => relative((day) => dayAfter(day, 1)) },
  { pattern: /\btoday\b/g, read: () => relative((day) => dayAfter(day, 0)) },
  {
    pattern:
      /\bin (?:about |roughly |around )?(?:a )?(?<count>\d{1,2}|one|two|three|four|five|six|couple)(?: of)? (?<unit>day|week|month)s?\b/g,
    read: ahead,
  },
  {
    pattern: /\bon (?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g,
    read: (groups) => relative((day, past) => weekdayNear(day, WEEKDAYS.indexOf(groups.weekday ?? ''), past)),
  },
];

/** `may` and `march` are months only with a capital letter and a word of time before them. */
function isMonth(text: string, start: number, match: string, month: string | undefined): boolean {
  if (month !== undefined && month.length === 3 && month !== 'may') return /\d/.test(match);
  if (month !== 'may' && month !== 'march') return true;
  const at = start + match.indexOf(month);
  if (text.charAt(at) === text.charAt(at).toLowerCase()) return false;
  if (month === 'march') return true;
  return (
    /\d/.test(match) ||
    /(?:in|of|by|until|for|from|this|next|early|late|mid|since|and|or|to|as|end|last|-|during|around|before|after|,|\() ?$/i.test(
      text.slice(Math.max(0, at - 8), at),
    ) ||
    (at === 0 && /^may (?:or|and)/i.test(text))
  );
}

const rulesOf = new WeakMap<Lexicon, readonly Rule[]>();

function allRules(lexicon: Lexicon): readonly Rule[] {
  const known = rulesOf.get(lexicon);
  if (known) return known;
  const rules = [...monthRules(lexicon), ...ENGLISH_RULES];
  rulesOf.set(lexicon, rules);
  return rules;
}

const GATE =
  /\d|month|week|year|quarter|half|spring|summer|fall|autumn|winter|holiday|to(?:day|morrow)|day\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;

const BEFORE = /(?:not before|no earlier than|not until|earliest|no sooner than) (?:in |the )?$/;

function openEnded(found: FoundDate, lower: string): FoundDate {
  if (!BEFORE.test(lower.slice(Math.max(0, found.start - 24), found.start))) return found;
  return {
    ...found,
    range: (past) => {
      const range = found.range(past);
      return range && { earliestOn: range.earliestOn, latestOn: null };
    },
  };
}

/** `June or July`, `March to April`: two neighbours that make one range. */
function united(found: readonly FoundDate[], lower: string): FoundDate[] {
  const all: FoundDate[] = [];
  for (const date of found) {
    const before = all.at(-1);
    const between = before ? lower.slice(before.end, date.start) : '';
    if (
      before &&
      !before.bareYear &&
      /^(?: or (?:early |in )?| to | and |-|\/| - )$/.test(between) &&
      before.window &&
      date.window
    ) {
      const year = date.window.year ?? before.window.year;
      const first = { ...before.window, year: before.window.year ?? year };
      const last = { ...date.window, year };
      all[all.length - 1] = {
        start: before.start,
        end: date.end,
        window: { ...first, untilMonth: last.untilMonth, untilDay: last.untilDay },
        bareYear: false,
        range: (past) => before.range(past),
      };
      continue;
    }
    all.push(date);
  }
  return all;
}

/** The times that a sentence names, in reading order, none inside another. */
export function findDates(text: string, lexicon: Lexicon, anchor: Anchor): FoundDate[] {
  const lower = lowered(text);
  if (!GATE.test(lower)) return [];
  const taken = new Uint8Array(text.length);
  const found: FoundDate[] = [];
  for (const { pattern, read } of allRules(lexicon)) {
    for (const hit of lower.matchAll(pattern)) {
      const start = hit.index;
      const end = start + hit[0].length;
      const groups: Groups = hit.groups ?? {};
      if (taken[start] || taken[end - 1] || !isMonth(text, start, hit[0], groups.month)) continue;
      const meant = read(groups, anchor);
      if (meant === null) continue;
      taken.fill(1, start, end);
      const window = typeof meant === 'function' ? null : meant;
      const range = (past: boolean): DayRange | null =>
        typeof meant === 'function' ? meant(anchor, past) : settle(meant, anchor, past);
      found.push({ start, end, window, range, bareYear: /^20\d\d$/.test(hit[0]) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return united(found, lower).map((date) => {
    const { window } = date;
    return openEnded(window ? { ...date, range: (past) => settle(window, anchor, past) } : date, lower);
  });
}
