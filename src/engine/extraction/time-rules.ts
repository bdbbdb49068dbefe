import type { DayRange } from '../subjects/index.js';
import { dayAfter, monthAfter, months, oneDay, restOfYear, weekAfter, weekdayNear, within } from './dates.js';
import type { TimeWords } from './lexicon/cue.js';
import {
  ahead,
  parted,
  relative,
  relativeYear,
  season,
  wholeYear,
  yearOf,
  type Groups,
  type TimeRule,
} from './time-meaning.js';
import { unspacedTimeRules } from './unspaced-time-rules.js';

/** The point of a shortened month, not the end of a sentence. */
const SHORT = '(?:\\.(?= ?[\\da-z]))?';

/** How many days "in the coming days, weeks, months" are taken for. */
const SOON = { days: 7, weeks: 30, months: 92 } as const;

/** `in 3 weeks`, the number in digits or a word. */
const countSource = ({ lead, numbers, days, weeks, months: many }: TimeWords['count']): string =>
  `(?:${lead}) (?<count>\\d{1,2}|${numbers.join('|')}) (?:(?<inDays>${days})|(?<inWeeks>${weeks})|(?<inMonths>${many}))`;

/** Builds the rules of one language out of its words for times. */
class Rules {
  readonly #before: string;
  readonly #after: string;
  readonly #month: string;
  readonly #part: string;
  readonly #year: string;

  constructor(private readonly words: TimeWords) {
    const { parts, ofYear, thisYear, nextYear, lastYear, thatYear } = words;
    this.#before = '(?<![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])';
    this.#after = '(?![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])';
    this.#month = `(?<month>${words.months.join('|')})`;
    this.#part = `(?:(?:(?<early>${parts.early})|(?<mid>${parts.mid})|(?<late>${parts.late}))[ -](?:the )?)?`;
    this.#year = `(?:(?:${ofYear})(?:(?<year>20\\d\\d)(?![\\d.]\\d|\\d)|(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear})|(?<same>${thatYear})))?`;
  }

  #rule(source: string, read: TimeRule['read'], gate: RegExp | null = null): TimeRule {
    return { gate, pattern: new RegExp(`${this.#before}(?:${source})${this.#after}`, 'g'), read };
  }

  #monthOf(groups: Groups): number {
    return this.words.months.findIndex((variants) => new RegExp(`^(?:${variants})$`).test(groups.month ?? '')) + 1;
  }

  all(): TimeRule[] {
    return [...this.#days(), ...this.#months(), ...this.#spans(), ...this.#years(), ...this.#counted()];
  }

  #days(): TimeRule[] {
    const { ofMonth } = this.words;
    const read: TimeRule['read'] = (groups, anchor) =>
      oneDay(yearOf(groups, anchor), this.#monthOf(groups), Number(groups.day));
    return [
      this.#rule('(?<year>20\\d\\d)-(?<iso>\\d\\d)-(?<day>\\d\\d)', (groups) =>
        oneDay(Number(groups.year), Number(groups.iso), Number(groups.day)),
      ),
      this.#rule(`${this.#month}${SHORT} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d)${this.#year}`, read),
      this.#rule(`(?<day>\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?(?:${ofMonth})${this.#month}${SHORT}${this.#year}`, read),
    ];
  }

  #months(): TimeRule[] {
    return [
      this.#rule(
        `first week of ${this.#month}${this.#year}`,
        (groups, anchor) => ({
          ...oneDay(yearOf(groups, anchor), this.#monthOf(groups), 1),
          untilDay: 7,
        }),
        /first week of/,
      ),
      this.#rule(
        `(?:(?<first>first)|second) half of ${this.#month}${this.#year}`,
        (groups, anchor) => {
          const whole = months(yearOf(groups, anchor), this.#monthOf(groups), this.#monthOf(groups));
          return groups.first ? { ...whole, untilDay: 15 } : { ...whole, fromDay: 16 };
        },
        / half of /,
      ),
      this.#rule(`${this.#part}${this.#month}${SHORT}${this.#year}`, (groups, anchor) =>
        parted(months(yearOf(groups, anchor), this.#monthOf(groups), this.#monthOf(groups)), groups),
      ),
    ];
  }

  #spans(): TimeRule[] {
    const { ordinals, quarter, half, seasons, beforeSeason } = this.words;
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
        new RegExp(`q[1-4]|[1-4]q|${quarter}`),
      ),
      this.#rule(
        `(?:h(?<number>[12])|(?<before>[12])h|(?:${nth})[ .-]{1,2}(?:${half}))${this.#year}`,
        span(6),
        new RegExp(`h[12]|[12]h|${half}`),
      ),
      this.#rule(
        `first three months${this.#year}`,
        (groups, anchor) => months(yearOf(groups, anchor), 1, 3),
        /first three months/,
      ),
      this.#rule(
        `(?:${beforeSeason})[ '](?:the )?(?:${names.join('|')})(?! festival)${this.#year}`,
        (groups, anchor) => season(groups, yearOf(groups, anchor)),
        new RegExp(Object.values(seasons).join('|')),
      ),
    ];
  }

  #years(): TimeRule[] {
    const { restOfYear: rest, thisYear, nextYear, lastYear, thatYear } = this.words;
    return [
      this.#rule(rest, () => relative((day) => restOfYear(day))),
      this.#rule(`${this.#part}(?:(?<next>${nextYear})|(?<last>${lastYear})|(?<this>${thisYear}))`, relativeYear),
      this.#rule(`${this.#part.slice(0, -1)}(?<same>${thatYear})`, relativeYear),
      this.#rule(
        `(?:(?<by>by|before) (?:the )?)?${this.#part}(?<![\\d.,$€£#])(?<year>20[12]\\d)(?![\\d.]\\d)`,
        wholeYear,
      ),
    ];
  }

  #counted(): TimeRule[] {
    const { words } = this;
    const simple: readonly (readonly [string, (day: string) => DayRange | null])[] = [
      [words.nextMonth, (day) => monthAfter(day, 1)],
      [words.thisMonth, (day) => monthAfter(day, 0)],
      [words.lastMonth, (day) => monthAfter(day, -1)],
      [words.nextWeek, (day) => weekAfter(day, 1)],
      [words.thisWeek, (day) => weekAfter(day, 0)],
      [words.tomorrow, (day) => dayAfter(day, 1)],
      [words.today, (day) => dayAfter(day, 0)],
    ];
    return [
      ...simple.map(([source, range]) => this.#rule(source, () => relative(range))),
      this.#rule(words.soon.days, () => relative((day) => within(day, SOON.days))),
      this.#rule(words.soon.weeks, () => relative((day) => within(day, SOON.weeks))),
      this.#rule(words.soon.months, () => relative((day) => within(day, SOON.months))),
      this.#rule(countSource(words.count), (groups) => ahead(groups, words.count.numbers)),
      this.#rule(`${words.beforeWeekday}(?<weekday>${words.weekdays.join('|')})`, (groups) =>
        relative((day, past) => weekdayNear(day, words.weekdays.indexOf(groups.weekday ?? ''), past)),
      ),
    ];
  }
}

/** The ways in which a language names times, the most exact first. */
export const timeRules = (words: TimeWords): readonly TimeRule[] =>
  words.unspaced ? unspacedTimeRules(words) : new Rules(words).all();
