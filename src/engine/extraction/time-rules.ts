import type { DayRange } from '../subjects/index.js';
import {
  dayAfter,
  monthAfter,
  months,
  oneDay,
  quarterAfter,
  restOfYear,
  weekAfter,
  weekdayNear,
  within,
} from './dates.js';
import { following } from './following-times.js';
import type { TimeWords } from './lexicon/cue.js';
import {
  ahead,
  monthPart,
  parted,
  relative,
  relativeYear,
  season,
  upTo,
  wholeYear,
  yearOf,
  type Groups,
  type TimeRule,
} from './time-meaning.js';
import { beginsLike, stemsOf } from './token-gate.js';
import { weekRules } from './week-rules.js';
import { unspacedTimeRules } from './unspaced-time-rules.js';

/** The point of a shortened month, not the end of a sentence. */
const SHORT = '(?:\\.(?= ?[\\da-z]))?';

/** A word that may be a year. */
const YEAR = /^20[0-3]\d/;

/** The months of a year. */
const MONTHS = 12;

/** How many days "in the coming days, weeks, months" are taken for. */
const SOON = { days: 7, weeks: 30, months: 92 } as const;

const unitSource = ({ days, weeks, months: many }: TimeWords['count']): string =>
  `(?:(?<inDays>${days})|(?<inWeeks>${weeks})|(?<inMonths>${many}))`;

/** `3 weeks`, the number in digits or a word, with what leads to it. */
const countSource = (lead: string, count: TimeWords['count']): string =>
  `(?:${lead}) (?:(?<count>\\d{1,2}|${count.numbers.join('|')})|(?:${count.one})) ${unitSource(count)}`;

/** Builds the rules of one language out of its words for times. */
class Rules {
  readonly #before: string;
  readonly #after: string;
  readonly #month: string;
  readonly #part: string;
  readonly #year: string;
  readonly #aMonth: RegExp;

  constructor(private readonly words: TimeWords) {
    const { parts, ofYear, thisYear, nextYear, lastYear, thatYear } = words;
    this.#before = '(?<![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])';
    this.#after = '(?![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])';
    this.#aMonth = beginsLike(...words.months);
    this.#month = `(?<month>${words.months.join('|')})`;
    this.#part = `(?:(?:(?<early>${parts.early})|(?<mid>${parts.mid})|(?<late>${parts.late}))[ -](?:the )?)?`;
    this.#year = `(?:(?:${ofYear})(?:(?<year>20\\d\\d)(?![\\d.]\\d|\\d)|(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear})|(?<same>${thatYear})))?`;
  }

  #rule(source: string, read: TimeRule['read'], needs: RegExp, gate: RegExp | null = null): TimeRule {
    return { gate, needs, pattern: new RegExp(`${this.#before}(?:${source})${this.#after}`, 'g'), read };
  }

  #monthOf(groups: Groups): number {
    return this.words.months.findIndex((variants) => new RegExp(`^(?:${variants})$`).test(groups.month ?? '')) + 1;
  }

  all(): TimeRule[] {
    return [
      ...this.#weeks(),
      ...this.#days(),
      ...this.#months(),
      ...this.#spans(),
      ...this.#years(),
      ...this.#counted(),
    ];
  }

  #days(): TimeRule[] {
    const { ofMonth } = this.words;
    const read: TimeRule['read'] = (groups, anchor) =>
      oneDay(yearOf(groups, anchor), this.#monthOf(groups), Number(groups.day));
    return [
      this.#rule(
        '(?<year>20\\d\\d)-(?<iso>\\d\\d)-(?<day>\\d\\d)',
        (groups) => oneDay(Number(groups.year), Number(groups.iso), Number(groups.day)),
        YEAR,
        /20\d\d-\d/,
      ),
      ...this.#numbered(),
      this.#rule(
        `${this.#month}${SHORT} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d)${this.#year}`,
        read,
        this.#aMonth,
      ),
      this.#rule(
        `(?<day>\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?(?:${ofMonth})${this.#month}${SHORT}${this.#year}`,
        read,
        this.#aMonth,
      ),
    ];
  }

  /** Days in digits: `05.06.2027`, `2027/6/5`; `5/6/2027` in the order of the language. */
  #numbered(): TimeRule[] {
    const read: TimeRule['read'] = ({ year, num, day }) => {
      const [first, second] = [Number(num), Number(day)];
      return first > MONTHS ? oneDay(Number(year), second, first) : oneDay(Number(year), first, second);
    };
    const gate = /\d[./]20\d\d|20\d\d[./]\d/;
    const needs = /20\d\d/;
    const slashed = this.words.monthFirst ? '(?<num>\\d{1,2})/(?<day>\\d{1,2})' : '(?<day>\\d{1,2})/(?<num>\\d{1,2})';
    return [
      this.#rule(`${slashed}/(?<year>20\\d\\d)`, read, needs, gate),
      this.#rule('(?<day>\\d{1,2})\\.(?<num>\\d{1,2})\\.(?<year>20\\d\\d)', read, needs, gate),
      this.#rule('(?<year>20\\d\\d)[./](?<num>\\d{1,2})[./](?<day>\\d{1,2})', read, needs, gate),
    ];
  }

  #weeks(): TimeRule[] {
    return weekRules(this.words, {
      rule: (source: string, read: TimeRule['read'], needs: RegExp): TimeRule => this.#rule(source, read, needs),
      aMonth: this.#aMonth,
      month: `${this.#month}${SHORT}`,
      year: this.#year,
      monthOf: (groups: Groups): number => this.#monthOf(groups),
    });
  }

  #months(): TimeRule[] {
    return [
      this.#rule(
        `${this.#part}${this.#month}${SHORT}${this.#year}`,
        (groups, anchor) =>
          parted(months(yearOf(groups, anchor), this.#monthOf(groups), this.#monthOf(groups)), groups),
        this.#aMonth,
      ),
    ];
  }

  #spans(): TimeRule[] {
    const { ordinals, quarter, half, seasons, beforeSeason, coming } = this.words;
    const inSeason = beginsLike(...Object.values(seasons));
    const nth = ordinals.map((variants, index) => `(?<n${index + 1}>${variants})`).join('|');
    const names = Object.entries(seasons).map(([season, variants]) => `(?<${season}>${variants})`);
    const span =
      (length: number): TimeRule['read'] =>
      (groups, anchor) => {
        const number = Number(groups.number ?? groups.before ?? [1, 2, 3, 4].find((each) => groups[`n${each}`]) ?? 1);
        const position = length === 6 && number > 2 ? 2 : number;
        return months(yearOf(groups, anchor), (position - 1) * length + 1, position * length);
      };
    return [
      this.#rule(
        `(?:q(?<number>[1-4])|(?<before>[1-4])q|(?:${nth})[ .-]{1,2}(?:${quarter}))${this.#year}`,
        span(3),
        new RegExp(`^(?:q[1-4]|[1-4]q|${stemsOf(quarter).join('|')})`),
      ),
      this.#rule(
        `(?:h(?<number>[12])|(?<before>[12])h|(?:${nth})[ .-]{1,2}(?:${half}))${this.#year}`,
        span(6),
        new RegExp(`^(?:h[12]|[12]h|${stemsOf(half).join('|')})`),
      ),
      this.#rule(
        `first three months${this.#year}`,
        (groups, anchor) => months(yearOf(groups, anchor), 1, 3),
        /^month/,
        /first three months/,
      ),
      this.#rule(
        `${this.#part.slice(0, -1)}(?:(?:${beforeSeason})[ '])?(?:the )?(?:${names.join('|')})${this.#year}`,
        (groups, anchor) => parted(season(groups, yearOf(groups, anchor), anchor), groups),
        inSeason,
      ),
      this.#rule(
        `(?:(?<coming>${coming})|${beforeSeason})[ '](?:the )?(?:${names.join('|')})(?! festival)${this.#year}`,
        (groups, anchor) => season(groups, yearOf(groups, anchor), anchor),
        inSeason,
      ),
      this.#rule(
        `(?:${names.join('|')})${this.#year.slice(0, -1)}`,
        (groups, anchor) => season(groups, yearOf(groups, anchor), anchor),
        inSeason,
      ),
    ];
  }

  #years(): TimeRule[] {
    const { restOfYear: rest, thisYear, nextYear, lastYear, thatYear, turnOfYear } = this.words;
    const ofYear = beginsLike(rest, thisYear, nextYear, lastYear, thatYear, turnOfYear);
    return [
      this.#rule(turnOfYear, () => months(null, 12, 1), ofYear),
      this.#rule(rest, () => relative((day) => restOfYear(day)), ofYear),
      this.#rule(
        `${this.#part}(?:(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear}))`,
        relativeYear,
        ofYear,
      ),
      this.#rule(`${this.#part.slice(0, -1)}(?<same>${thatYear})`, relativeYear, ofYear),
      this.#rule(
        `(?:(?<by>by|before) (?:the )?)?${this.#part}(?<![\\d.,$€£#])(?<year>20[1-3]\\d)(?![\\d.]\\d)`,
        wholeYear,
        YEAR,
      ),
    ];
  }

  #counted(): TimeRule[] {
    const { words } = this;
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
      this.#rule(`${this.#part}(?:(?<next>${words.nextMonth})|(?:${words.thisMonth}))`, monthPart, ofMonth),
      this.#rule(`${this.#part.slice(0, -1)}(?:${words.theMonth})`, monthPart, ofMonth),
      ...simple.map(([source, range]) => this.#rule(source, () => relative(range), beginsLike(source))),
      this.#rule(soon.days, () => relative((day) => within(day, SOON.days)), unit),
      this.#rule(soon.weeks, () => relative((day) => within(day, SOON.weeks)), unit),
      this.#rule(soon.months, () => relative((day) => within(day, SOON.months)), unit),
      this.#rule(countSource(count.within, count), (groups) => upTo(groups, count.numbers), unit),
      this.#rule(countSource(count.lead, count), (groups) => ahead(groups, count.numbers), unit),
      this.#rule(
        `(?:${number} |(?=tydzień|miesiąc|dzień))${unitSource(count)} (?:(?<behind>${count.after} (?=.{0,60}\\d))|${count.later})`,
        (groups) => following(groups, count),
        unit,
        new RegExp(` (?:${count.later}|${count.after})`),
      ),
      this.#rule(
        `(?<sameDay>${words.sameDay})`,
        (groups) => following(groups, count),
        beginsLike(count.days, words.sameDay),
        new RegExp(words.sameDay),
      ),
      this.#rule(
        `${words.beforeWeekday}(?<weekday>${words.weekdays.join('|')})`,
        (groups) => relative((day, past) => weekdayNear(day, words.weekdays.indexOf(groups.weekday ?? ''), past)),
        beginsLike(...words.weekdays),
      ),
    ];
  }
}

/** The ways in which a language names times, the most exact first. */
export const timeRules = (words: TimeWords): readonly TimeRule[] =>
  words.unspaced ? unspacedTimeRules(words) : new Rules(words).all();
