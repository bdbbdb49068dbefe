import { InvalidArgumentError } from 'commander';
import { dayNumber, findSubject, GRADES, SOURCE_KINDS } from '../engine/subjects/index.js';
import { parseMoment } from '../platform/instant.js';

/** A day of the calendar, `YYYY-MM-DD`. */
export function day(text: string): string {
  if (dayNumber(text) === null) throw new InvalidArgumentError('expected a day of the calendar, YYYY-MM-DD.');
  return text;
}

/** A moment: an instant, or a day, which stands for its end (UTC). Epoch milliseconds. */
export function moment(text: string): number {
  const at = parseMoment(text);
  if (at === null) throw new InvalidArgumentError('expected a day, YYYY-MM-DD, or an instant, RFC 3339.');
  return at;
}

/** A subject of the catalogue. */
export function subject(text: string): string {
  if (findSubject(text) === null) throw new InvalidArgumentError('there is no such subject.');
  return text;
}

/** One word of a closed set. */
export function oneOf<T extends string>(set: readonly T[]): (text: string) => T {
  return (text) => {
    const found = set.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`expected one of ${set.join(', ')}.`);
    return found;
  };
}

/** Words of a closed set, with commas between them. */
export function several<T extends string>(set: readonly T[]): (text: string) => T[] {
  const one = oneOf(set);
  return (text) => text.split(',').map((word) => one(word.trim()));
}

/** A whole number, 0 or more. */
export function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}

export const sourceKind = oneOf(SOURCE_KINDS);
export const grade = oneOf(GRADES);
