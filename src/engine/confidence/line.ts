import {
  beginningsOf,
  goesOn,
  hasSpecificWords,
  plainWording,
  valueKey,
  wordingKeys,
  wordingOrder,
  type ClaimValue,
} from '../subjects/index.js';
import type { Answer, Question } from './evidence.js';
import type { Balance } from './balance.js';
import { Neighbours } from './near.js';
import { PARAMETERS } from './parameters.js';
import { daySpan, endsOf, isBounded, type Span } from './spans.js';

/** How long a stretch without an end is taken to be. */
export interface Tail {
  /** The length that it is given, from its one end. */
  tail(end: number): number;
}

/** The answers to one exclusive question, laid out so that answers which can both be true overlap. */
export interface Line extends Tail {
  /** Where each answer lies. */
  readonly spans: readonly Span[];
  /** Everything before this point is over; −Infinity where time has no part in it. */
  readonly today: number;
}

/** A range of days without an end counts as a year long. */
export const TAIL_OF_DAYS: Tail = { tail: () => PARAMETERS.openEndDays };

/** What words say, by answer, in a spelling that is one for equal ones: that of the best supported. */
function wordingsOf({ answers, subject }: Question, balances: readonly Balance[]): string[] {
  const texts = answers.map(({ value }) =>
    value.type === 'word' ? plainWording(subject, value.text) : valueKey(value),
  );
  if (!hasSpecificWords(subject)) return texts.map((text) => wordingOrder(text) || text);
  const popularity = (index: number): number => balances[index]!.popularity;
  const order = [...texts.keys()].sort((a, b) => popularity(b) - popularity(a) || (texts[a]! < texts[b]! ? -1 : 1));
  const spellings = new Map<string, string>();
  const spelled = (text: string): string =>
    wordingKeys(text)
      .map((key) => spellings.get(key))
      .find((known) => known !== undefined) ?? text;
  for (const beginning of order.flatMap((index) => beginningsOf(texts[index]!))) {
    const spelling = spelled(beginning);
    for (const key of wordingKeys(beginning)) if (!spellings.has(key)) spellings.set(key, spelling);
  }
  return texts.map((text) => wordingOrder(spelled(text)));
}

/**
 * Words lie side by side, equal ones in one place; a less specific one over all that say more, where there are such.
 */
function lineOfWords(question: Question, balances: readonly Balance[]): Line {
  const wordings = wordingsOf(question, balances);
  const order = [...new Set(wordings)].sort();
  const places = new Map(order.map((wording, place) => [wording, place]));
  const isSpecific = hasSpecificWords(question.subject);
  const spans = wordings.map((wording) => {
    const place = places.get(wording)!;
    let last = place;
    while (isSpecific && last + 1 < order.length && goesOn(order[last + 1]!, wording)) last += 1;
    return { from: 2 * place, to: 2 * last + 1 };
  });
  return { spans, today: -Infinity, tail: () => 1 };
}

/** Date ranges lie on the days from 1970-01-01. */
function lineOfDays(answers: readonly Answer[], today: number): Line {
  const spans = answers.map(({ value }) => (value.type === 'dates' ? daySpan(value) : EVERYWHERE));
  return { spans, today, ...TAIL_OF_DAYS };
}

const EVERYWHERE: Span = { from: -Infinity, to: Infinity };

/** The finite numbers in a value: one of a point, two of a range. */
function numbersIn(value: ClaimValue): number[] {
  if (!isBounded(value)) return [];
  return [...new Set([value.min, value.max])].filter((end) => end !== null);
}

/**
 * The order in which numbers draw others to themselves: points before the ends of ranges, what established sources
 * support before anything else, the best supported first, then the smaller.
 */
function byDominance(answers: readonly Answer[], balances: readonly Balance[]): number[] {
  const ranked = answers.flatMap(({ value }, index) => {
    const { supporters, popularity } = balances[index]!;
    const support = supporters > 0 ? 1 + Math.round(popularity * 1e9) : 0;
    const numbers = numbersIn(value);
    return numbers.map((number) => ({ number, support, point: numbers.length === 1 && isPoint(value) }));
  });
  ranked.sort(
    (a, b) =>
      Number(b.support > 0) - Number(a.support > 0) ||
      Number(b.point) - Number(a.point) ||
      b.support - a.support ||
      a.number - b.number,
  );
  return ranked.map(({ number }) => number);
}

const isPoint = (value: ClaimValue): boolean => isBounded(value) && value.min !== null && value.max !== null;

/** Numbers lie where they are, each as wide as the tolerance; those within the tolerance of a dominant one lie on it. */
function lineOfNumbers(answers: readonly Answer[], balances: readonly Balance[], tolerance: number): Line {
  const neighbours = new Neighbours(byDominance(answers, balances), tolerance);
  const spans = answers.map(({ value }): Span => {
    if (!isBounded(value)) return EVERYWHERE;
    const { from, to } = endsOf(value);
    return { from: neighbours.placeOf(from).from, to: neighbours.placeOf(to).to };
  });
  return { spans, today: -Infinity, tail: (end) => Math.max(1, Math.abs(end)) };
}

/**
 * Lays out the answers of an exclusive question.
 *
 * @param today the day of the assessment, counted from 1970-01-01
 */
export function lineOf(question: Question, balances: readonly Balance[], today: number): Line {
  const { answers, subject } = question;
  if (subject.valueType === 'dates') return lineOfDays(answers, today);
  if (subject.valueType === 'word') return lineOfWords(question, balances);
  return lineOfNumbers(answers, balances, subject.tolerance);
}
