import { months, oneDay } from './dates.js';
import { countedRules, yearRules, YEAR, type Making } from './counted-rules.js';
import type { TimeWords } from './lexicon/cue.js';
import { parted, season, yearOf, type Groups, type TimeRule } from './time-meaning.js';
import { beginsLike, stemsOf } from './token-gate.js';
import { weekRules } from './week-rules.js';
import { unspacedTimeRules } from './unspaced-time-rules.js';

/** The point of a shortened month, not the end of a sentence. */
const SHORT = '(?:\\.(?= ?[\\da-z]))?';

/** The months of a year. */
const MONTHS = 12;

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

  #making(): Making {
    return {
      part: this.#part,
      rule: (source, read, needs, gate = null) => this.#rule(source, read, needs, gate),
    };
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
    const { ordinals, quarter, half, seasons, beforeSeason, behindSeason, coming } = this.words;
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
      ...(behindSeason === undefined
        ? []
        : [
            this.#rule(
              `(?:${names.join('|')})(?= (?:${behindSeason}))`,
              (groups, anchor) => season(groups, null, anchor),
              inSeason,
            ),
          ]),
      this.#rule(
        `(?:${names.join('|')})${this.#year.slice(0, -1)}`,
        (groups, anchor) => season(groups, yearOf(groups, anchor), anchor),
        inSeason,
      ),
    ];
  }

  #years(): TimeRule[] {
    return yearRules(this.words, this.#making());
  }

  #counted(): TimeRule[] {
    return countedRules(this.words, this.#making());
  }
}

/** The ways in which a language names times, the most exact first. */
export const timeRules = (words: TimeWords): readonly TimeRule[] =>
  words.unspaced ? unspacedTimeRules(words) : new Rules(words).all();
