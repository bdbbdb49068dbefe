import { nameKey } from './names.js';
import type { Subject } from './subject.js';

/** Words after a name that make another thing of it, and not a more exact word for the same. */
const MARKS: ReadonlySet<string> = new Set(['plus', 'pro', 'max', 'ultra', 'mini', 'lite', 'ti', 'super']);

/** Whether of two words for the same the shorter may say less: "Wear OS" of "Wear OS 3". A name is never part of a longer one. */
export const hasSpecificWords = ({ family, valueType }: Subject): boolean => family === 'spec' && valueType === 'word';

/** Equal for texts that are one but for blanks and the order of their words: "Gen 1+" and "Gen+ 1". */
export const wordingKey = (text: string): string => nameKey(text).split(' ').sort().join('');

/** A key by which texts are sorted so that whatever says more stands right behind what says less. */
export const wordingOrder = (text: string): string =>
  nameKey(text)
    .split(' ')
    .map((word) => (MARKS.has(word) ? `\uFFFF${word}` : word))
    .join(' ');

/** Whether a text says the same as another, or more: "Wear OS 3" of "Wear OS", but not "9000 Plus" of "9000". */
export function saysMore(exact: string, loose: string): boolean {
  if (wordingKey(exact) === wordingKey(loose)) return true;
  const [long, short] = [wordingOrder(exact), `${wordingOrder(loose)} `];
  return long.startsWith(short) && !long.startsWith(`${short}\uFFFF`);
}
