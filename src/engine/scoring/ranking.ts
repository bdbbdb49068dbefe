import type { Skill } from './skill.js';

/** A place among others. */
export interface Place {
  /** 1 for the highest skill; equal skills share a place. */
  readonly rank: number;
  /** The places that it may really have: those of all from which it cannot be told apart. */
  readonly best: number;
  readonly worst: number;
  /** 1, 2, 3 …: within a group nobody can be told apart from its first. */
  readonly group: number;
}

/** Whether two skills cannot be told apart: their 90 % intervals overlap. */
export function isDraw(a: Skill, b: Skill): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/**
 * The places of those who are ranked, the highest skill first; the places stand in the order of the skills.
 *
 * Two are told apart where their 90 % intervals do not overlap. That is stricter than a test of the difference at 5 % (at
 * equal widths it is one at 2 %), which suits a table in which every pair is compared; and what is said can be seen. A
 * paired test would need both to have spoken about the same claims, which sources seldom do.
 */
export function placesOf(sorted: readonly Skill[]): Place[] {
  const lows = sorted.map(({ low }) => low).sort((a, b) => a - b);
  const highs = sorted.map(({ high }) => high).sort((a, b) => a - b);
  let first: Skill | undefined;
  let [rank, group] = [0, 0];
  return sorted.map((own, index) => {
    if (sorted[index - 1]?.skill !== own.skill) rank = index + 1;
    if (!first || !isDraw(first, own)) [first, group] = [own, group + 1];
    return { rank, best: 1 + above(lows, own.high), worst: sorted.length - below(highs, own.low), group };
  });
}

/** How many of the numbers, which rise, are greater than a bound. */
function above(numbers: readonly number[], bound: number): number {
  return numbers.length - firstWhere(numbers, (number) => number > bound);
}

/** How many of the numbers, which rise, are less than a bound. */
function below(numbers: readonly number[], bound: number): number {
  return firstWhere(numbers, (number) => number >= bound);
}

/** Where a condition begins to hold that holds from there on. */
function firstWhere(numbers: readonly number[], holds: (number: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(numbers[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
