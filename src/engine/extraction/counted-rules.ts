import type { DayRange } from '../subjects/index.js';
import { dayAfter, monthAfter, months, quarterAfter, restOfYear, weekAfter, weekdayNear, within } from './dates.js';
import { following } from './following-times.js';
import type { TimeWords } from './lexicon/cue.js';
import { ahead, monthPart, relative, relativeYear, upTo, wholeYear, type TimeRule } from './time-meaning.js';
import { beginsLike } from './token-gate.js';

/** A word that may be a year. */
export const YEAR = /^20[0-3]\d/;

/** How many days "in the coming days, weeks, months" are taken for. */
const SOON = { days: 7, weeks: 30, months: 92 } as const;

const unitSource = ({ days, weeks, months: many }: TimeWords['count']): string =>
  `(?:(?<inDays>${days})|(?<inWeeks>${weeks})|(?<inMonths>${many}))`;

/** `3 weeks`, the number in digits or a word, with what leads to it. */
const countSource = (lead: string, count: TimeWords['count']): string =>
  `(?:${lead}) (?:(?<count>\\d{1,2}|${count.numbers.join('|')})|(?:${count.one})) ${unitSource(count)}`;

/** What the rules are made with. */
export interface Making {
  /** The third of a stretch that may stand before it, with the blank behind. */
  readonly part: string;
  readonly rule: (source: string, read: TimeRule['read'], needs: RegExp, gate?: RegExp | null) => TimeRule;
}

/** Times that are counted from the publication or from another time: `next week`, `in 3 days`, `two weeks later`. */
export function countedRules(words: TimeWords, { part, rule }: Making): TimeRule[] {
  const simple: readonly (readonly [string, (day: string) => DayRange | null])[] = [
    [words.nextQuarter, (day) => quarterAfter(day, 1)],
    [words.thisQuarter, (day) => quarterAfter(day, 0)],
    [words.lastMonth, (day) => monthAfter(day, -1)],
    [words.nextWeek, (day) => weekAfter(day, 1)],
    [words.thisWeek, (day) => weekAfter(day, 0)],
    [words.tomorrow, (day) => dayAfter(day, 1)],
    [words.today, (day) => dayAfter(day, 0)],
  ];
  const ofMonth = beginsLike(words.nextMonth, words.thisMonth, words.lastMonth, words.theMonth);
  const { count, soon } = words;
  const unit = beginsLike(count.days, count.weeks, count.months, ...Object.values(soon));
  const number = `(?:(?<count>\\d{1,2}|${count.numbers.join('|')})|(?:${count.one}))`;
  return [
    rule(`${part}(?:(?<next>${words.nextMonth})|(?:${words.thisMonth}))`, monthPart, ofMonth),
    rule(`${part.slice(0, -1)}(?:${words.theMonth})`, monthPart, ofMonth),
    ...simple.map(([source, range]) => rule(source, () => relative(range), beginsLike(source))),
    rule(soon.days, () => relative((day) => within(day, SOON.days)), unit),
    rule(soon.weeks, () => relative((day) => within(day, SOON.weeks)), unit),
    rule(soon.months, () => relative((day) => within(day, SOON.months)), unit),
    rule(countSource(count.within, count), (groups) => upTo(groups, count.numbers), unit),
    rule(countSource(count.lead, count), (groups) => ahead(groups, count.numbers), unit),
    rule(
      `(?:${number} |(?=tydzień|miesiąc|dzień))${unitSource(count)} (?:(?<behind>${count.after} (?=.{0,60}\\d))|${count.later})`,
      (groups) => following(groups, count),
      unit,
      new RegExp(` (?:${count.later}|${count.after})`),
    ),
    rule(
      `(?<sameDay>${words.sameDay})`,
      (groups) => following(groups, count),
      beginsLike(count.days, words.sameDay),
      new RegExp(words.sameDay),
    ),
    rule(
      `${words.beforeWeekday}(?<weekday>${words.weekdays.join('|')})`,
      (groups) => relative((day, past) => weekdayNear(day, words.weekdays.indexOf(groups.weekday ?? ''), past)),
      beginsLike(...words.weekdays),
    ),
  ];
}

/** Years, given or counted from the publication, and their thirds. */
export function yearRules(words: TimeWords, { part, rule }: Making): TimeRule[] {
  const { restOfYear: rest, thisYear, nextYear, lastYear, thatYear, turnOfYear } = words;
  const ofYear = beginsLike(rest, thisYear, nextYear, lastYear, thatYear, turnOfYear);
  return [
    rule(turnOfYear, () => months(null, 12, 1), ofYear),
    rule(rest, () => relative((day) => restOfYear(day)), ofYear),
    rule(`${part}(?:(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear}))`, relativeYear, ofYear),
    rule(`${part.slice(0, -1)}(?<same>${thatYear})`, relativeYear, ofYear),
    rule(`(?:(?<by>by|before) (?:the )?)?${part}(?<![\\d.,$€£#])(?<year>20[1-3]\\d)(?![\\d.]\\d)`, wholeYear, YEAR),
  ];
}
