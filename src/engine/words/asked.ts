import { stretchesOf, type Stretch, type Word } from './words.js';

/** One thing that is asked for: words one after the other, or the same written as one word. */
export interface Term {
  readonly words: readonly string[];
  readonly whole: string | null;
  /** Whether the last of them may be the beginning of a longer word. One letter or digit is a word of its own. */
  readonly isOpen: boolean;
}

const SHORTEST_BEGINNING = 2;

/** What is asked for in words: all of it must be found; the last word may be unfinished. */
export const termsOf = (asked: string): Term[] => {
  const stretches = stretchesOf(asked);
  return stretches.map((stretch, index) => termOf(stretch, index === stretches.length - 1));
};

function termOf({ pieces, whole, isPaired }: Stretch, isLast: boolean): Term {
  const keys = pieces.map(({ key }) => key);
  if (!isPaired) return { words: keys, whole, isOpen: isLast && (keys.at(-1) ?? '').length >= SHORTEST_BEGINNING };
  return keys.length === 1 ? { words: keys, whole, isOpen: true } : { words: keys.slice(0, -1), whole, isOpen: false };
}

/** Whether a word of a text is one of those that are asked for. */
export function answers({ key }: Pick<Word, 'key'>, { words, whole, isOpen }: Term): boolean {
  if (words.includes(key) || key === whole) return true;
  const last = words.at(-1);
  return isOpen && ((last !== undefined && key.startsWith(last)) || (whole !== null && key.startsWith(whole)));
}
