import { nameKey } from './names.js';
import type { Subject } from './subject.js';

/** Words after a name that make another thing of it, and not a more exact word for the same. */
const MARKS: ReadonlySet<string> = new Set(['plus', 'pro', 'max', 'ultra', 'mini', 'lite', 'ti', 'super']);

/** Whether of two words for the same the shorter may say less: "Wear OS" of "Wear OS 3". A name is never part of a longer one. */
export const hasSpecificWords = ({ family, valueType }: Subject): boolean => family === 'spec' && valueType === 'word';

/** Two keys, of which one is equal for texts that are one but for blanks, or but for the order of their words. */
export function wordingKeys(text: string): [spaceless: string, orderless: string] {
  const words = nameKey(text).split(' ');
  return [words.join(''), [...words].sort().join(' ')];
}

const isSame = (a: string, b: string): boolean => {
  const [first, second] = [wordingKeys(a), wordingKeys(b)];
  return first[0] === second[0] || first[1] === second[1];
};

/** A key by which texts are sorted so that whatever says more stands right behind what says less. */
export const wordingOrder = (text: string): string =>
  nameKey(text)
    .split(' ')
    .map((word) => (MARKS.has(word) ? `\uFFFF${word}` : word))
    .join(' ');

/** The text and all that it begins with, the whole of it first: "Wear OS 3", "Wear OS", "Wear". */
export function beginningsOf(text: string): string[] {
  const words = nameKey(text).split(' ');
  return words.map((_, cut) => words.slice(0, words.length - cut).join(' '));
}

/** Whether a text in the order of `wordingOrder` says more than another: "Wear OS 3" than "Wear OS". */
export const goesOn = (long: string, short: string): boolean =>
  long.startsWith(`${short} `) && !long.startsWith(`${short} \uFFFF`);

/** Whether a text says the same as another, or more: "Wear OS 3" of "WearOS", but not "9000 Plus" of "9000". */
export function saysMore(exact: string, loose: string): boolean {
  if (isSame(exact, loose)) return true;
  const same = beginningsOf(exact).find((beginning) => isSame(beginning, loose));
  return same !== undefined && goesOn(wordingOrder(exact), wordingOrder(same));
}
