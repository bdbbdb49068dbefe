import {
  dayAfter,
  monthAfter,
  months,
  oneDay,
  partOf,
  quarterAfter,
  restOfYear,
  weekAfter,
  within,
  type Anchor,
} from './dates.js';
import { following } from './following-times.js';
import type { TimeWords } from './lexicon/cue.js';
import { ahead, parted, relative, relativeYear, season, yearOf, type Groups, type TimeRule } from './time-meaning.js';

const SOON = { days: 7, weeks: 30, months: 92 } as const;
const DIGITS = '一二三四';
const HAN_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The number that a quarter or half goes by: `3`, `三`, `下`. */
function position({ number, han, first, second }: Groups): number {
  if (first ?? second) return first ? 1 : 2;
  return number ? Number(number) : DIGITS.indexOf(han ?? '') + 1;
}

const rule = (source: string, read: TimeRule['read'], gate: RegExp | null = null): TimeRule => ({
  gate,
  needs: null,
  pattern: new RegExp(`(?<!\\d)(?:${source})`, 'g'),
  read,
});

/** A year, which stands before what is named of it: `2027年`, `明年`. */
function yearSource({ thisYear, nextYear, lastYear, thatYear }: TimeWords): string {
  const named = `(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear})|(?<same>${thatYear})`;
  return `(?:(?:(?<year>20\\d\\d) ?年|${named})(?:的|在)? ?)`;
}

/** Days, months and their thirds: `2025年11月8日`, `11 月`, `11月底`. */
function calendar(words: TimeWords): TimeRule[] {
  const source = `${yearSource(words)}?(?:(?<month>1[0-2]|[1-9]) ?|(?<hanMonth>十[一二]?|[一二三四五六七八九]))月(?:份)?(?: ?(?<day>\\d{1,2}) ?[日号]|(?<early>初|上旬)|(?<mid>中旬|中)|(?<late>底|末|下旬))?`;
  return [
    rule(source, (groups, anchor) => {
      const month = groups.month ? Number(groups.month) : HAN_MONTHS.indexOf(groups.hanMonth ?? '') + 1;
      const year = yearOf(groups, anchor);
      if (groups.day) return oneDay(year, month, Number(groups.day));
      return parted(months(year, month, month), groups);
    }),
  ];
}

function spans(words: TimeWords): TimeRule[] {
  const year = yearSource(words);
  const { seasons } = words;
  const names = Object.entries(seasons).map(([name, variants]) => `(?<${name}>${variants})`);
  const stretch =
    (length: number): TimeRule['read'] =>
    (groups, anchor) => {
      const last = position(groups) * length;
      return months(yearOf(groups, anchor), last - length + 1, last);
    };
  return [
    rule(`${year}?(?:第?(?<han>[一二三四])|第(?<number>[1-4])) ?(?:${words.quarter})`, stretch(3), /季/),
    rule(`${year}?q(?<number>[1-4])`, stretch(3), /q[1-4]/),
    rule(`${year}?(?:(?<first>上)|(?<second>下))(?:${words.half})`, stretch(6), new RegExp(words.half)),
    rule(`${year}?(?:${names.join('|')})`, (groups, anchor) => season(groups, yearOf(groups, anchor), anchor)),
  ];
}

function years(words: TimeWords): TimeRule[] {
  const { parts } = words;
  const part = `(?:(?<early>${parts.early}|初)|(?<mid>${parts.mid}|中)|(?<late>${parts.late}|底|末))`;
  const third = (groups: Groups, anchor: Anchor): ReturnType<TimeRule['read']> =>
    parted(months(yearOf(groups, anchor), 1, 12), groups);
  return [
    rule(words.restOfYear, () => relative((day) => restOfYear(day))),
    rule(`${yearSource(words)}${part}`, third),
    rule(parts.early, () => partOf(months(null, 1, 12), 'early')),
    rule(parts.late, () => partOf(months(null, 1, 12), 'late')),
    rule(`(?<next>${words.nextYear})|(?<last>${words.lastYear})|(?<this>${words.thisYear})`, relativeYear),
    rule('(?<year>20[1-3]\\d) ?年', (groups) => months(Number(groups.year), 1, 12)),
  ];
}

function counted(words: TimeWords): TimeRule[] {
  const { count, soon } = words;
  const number = `(?<count>\\d{1,2}|${count.numbers.join('|')})`;
  return [
    rule(`(?<sameDay>${words.sameDay})`, (groups) => following(groups, count)),
    rule(words.nextQuarter, () => relative((day) => quarterAfter(day, 1))),
    rule(words.thisQuarter, () => relative((day) => quarterAfter(day, 0))),
    rule(words.turnOfYear, () => months(null, 12, 1)),
    rule(words.nextMonth, () => relative((day) => monthAfter(day, 1))),
    rule(words.thisMonth, () => relative((day) => monthAfter(day, 0))),
    rule(words.lastMonth, () => relative((day) => monthAfter(day, -1))),
    rule(words.nextWeek, () => relative((day) => weekAfter(day, 1))),
    rule(words.thisWeek, () => relative((day) => weekAfter(day, 0))),
    rule(words.tomorrow, () => relative((day) => dayAfter(day, 1))),
    rule(words.today, () => relative((day) => dayAfter(day, 0))),
    rule(
      `(?:${number}|${count.one})(?:(?<inDays>${count.days})|(?<inWeeks>${count.weeks})|(?<inMonths>${count.months}))(?:后|之后)`,
      (groups) => ({ ...following(groups, count), otherwise: ahead(groups, count.numbers) }),
    ),
    rule(soon.days, () => relative((day) => within(day, SOON.days))),
    rule(soon.weeks, () => relative((day) => within(day, SOON.weeks))),
    rule(soon.months, () => relative((day) => within(day, SOON.months))),
  ];
}

/**
 * The ways to name times in a language that is written without blanks and puts the year before what is named of it, the
 * most exact first.
 */
export const unspacedTimeRules = (words: TimeWords): readonly TimeRule[] => [
  ...calendar(words),
  ...spans(words),
  ...years(words),
  ...counted(words),
];
