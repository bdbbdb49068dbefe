import type { DayRange } from '../subjects/index.js';
import { monthLength, months, oneDay, settle, weekAfter, weekOfYear, type Anchor, type Window } from './dates.js';
import type { TimeWords } from './lexicon/cue.js';
import { relative, yearOf, type Groups, type TimeRule } from './time-meaning.js';

/** The parts of a pattern that all rules of a language share, and how its hits are understood. */
export interface RuleKit {
  readonly rule: (source: string, read: TimeRule['read'], needs: RegExp) => TimeRule;
  readonly month: string;
  /** What one word of a sentence with a month is like. */
  readonly aMonth: RegExp;
  /** The year behind a time, which need not be given. */
  readonly year: string;
  readonly monthOf: (groups: Groups) => number;
}

/** Between a week or a half and its month: `second week of June`. */
const OF = "(?: (?:of|in|im|des|de|di|del|w|do|du)| d')?";
const OF_MONTH = `${OF}[ ']?(?:the (?:month of )?)?`;
/** Between a week and the day in it: `the week of 8 June`. */
const OF_DAY =
  ' (?:of |beginning |starting |commencing |vom |ab |ab dem |del |du |od |de |do |from )?(?:the |el |le |monday,? |o )?';
const LAST = /^(?:last|final|letzt|últim|derni|ultim|ostatni)/;
const WEEK = 7;
const HALF = 15;

const nthSource = ({ ordinals }: TimeWords): string => ordinals.map((words, at) => `(?<n${at + 1}>${words})`).join('|');

/** Which of the ordinals a hit has, from 1. */
const positionOf = (groups: Groups): number => [1, 2, 3, 4].find((each) => groups[`n${each}`] !== undefined) ?? 1;

/** A week of a month: the first is of the days 1 to 7, the last of its last seven. */
function weekIn(whole: Window, groups: Groups): Window {
  const position = positionOf(groups);
  if (LAST.test(groups.n4 ?? '')) return { ...whole, fromDay: monthLength(whole.fromMonth) - WEEK + 1 };
  return { ...whole, fromDay: (position - 1) * WEEK + 1, untilDay: position * WEEK };
}

const halfIn = (whole: Window, groups: Groups): Window =>
  positionOf(groups) === 1 ? { ...whole, untilDay: HALF } : { ...whole, fromDay: HALF + 1 };

/** Weeks and halves of a month: `the last week of May`, `erste Junihälfte`. */
function ofMonths(words: TimeWords, { rule, month, year, monthOf, aMonth }: RuleKit): TimeRule[] {
  const nth = nthSource(words);
  const read =
    (part: (whole: Window, groups: Groups) => Window): TimeRule['read'] =>
    (groups, anchor) => {
      const number = monthOf(groups);
      return part(months(yearOf(groups, anchor), number, number), groups);
    };
  return [
    rule(`(?:${nth}) (?:${words.week})${OF_MONTH}${month}${year}`, read(weekIn), aMonth),
    rule(`(?:${nth}) ${month}(?:woche)${year}`, read(weekIn), aMonth),
    rule(`(?:${nth}) (?:${words.half}|${words.fortnight})${OF_MONTH}${month}${year}`, read(halfIn), aMonth),
    rule(`(?:${nth}) ${month}(?:hälfte)${year}`, read(halfIn), aMonth),
  ];
}

/** Weeks that a day or their number shows: `the week of 8 June`, `KW 24`. */
function named(words: TimeWords, { rule, month, year, monthOf, aMonth }: RuleKit): TimeRule[] {
  const read: TimeRule['read'] =
    (groups, named) =>
    (anchor: Anchor, past: boolean): DayRange | null => {
      const day = settle(oneDay(yearOf(groups, named), monthOf(groups), Number(groups.day)), anchor, past);
      return day?.earliestOn ? weekAfter(day.earliestOn, 0) : null;
    };
  return [
    rule(`(?:${words.week})${OF_DAY}${month} (?<day>\\d{1,2})(?!\\d)${year}`, read, aMonth),
    rule(
      `(?:${words.week})${OF_DAY}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:${words.ofMonth})${month}${year}`,
      read,
      aMonth,
    ),
    rule(
      `(?:${words.weekNumber}) (?<week>[1-5]?\\d)${year}`,
      (groups, anchor) => {
        const given = yearOf(groups, anchor);
        return relative((day) => weekOfYear(given ?? Number(day.slice(0, 4)), Number(groups.week)));
      },
      new RegExp(`^(?:${words.weekNumber})`),
    ),
  ];
}

/** The weeks and half months that a language names. */
export const weekRules = (words: TimeWords, kit: RuleKit): TimeRule[] => [
  ...ofMonths(words, kit),
  ...named(words, kit),
];
