import type { Token } from './tokens.js';

const SHORTEST = 3;
/** Small words that stand in patterns beside the one that they are about. */
const SMALL = new Set(
  'the and for this that der die das des del los las les una une uno der den dem nel per pas por con ten'.split(' '),
);

/** The beginnings of the words that stand in parts of patterns, without small ones: `tag` and `woche` of `tage?n?|wochen?`. */
export function stemsOf(...sources: readonly string[]): string[] {
  const words = sources
    .join('|')
    .replace(/\(\?[:=!<]{1,2}|\[[^\]]*\]|\\./g, ' ')
    .replace(/[a-z\u00df-\u024f]\?/g, ' ')
    .split(/[^a-z\u00df-\u024f]+/);
  return [...new Set(words.filter((word) => word.length >= SHORTEST && !SMALL.has(word)))];
}

/** Whether a word begins like one of the words of these parts of patterns. */
export const beginsLike = (...sources: readonly string[]): RegExp =>
  new RegExp(`^(?:${stemsOf(...sources).join('|')})`);

const MOST_KNOWN = 20_000;

/** Tells by a single look at each of its words what a sentence can hold; what it found of a word it remembers. */
export class TokenGate {
  readonly #known = new Map<string, number>();

  /** @param groups at most 30 patterns of single words */
  constructor(private readonly groups: readonly RegExp[]) {}

  /** The groups of which the sentence has a word, as bits in their order. */
  maskOf(tokens: readonly Token[]): number {
    let mask = 0;
    for (const { key } of tokens) mask |= this.#known.get(key) ?? this.#look(key);
    return mask;
  }

  #look(key: string): number {
    const mask = this.groups.reduce((bits, group, index) => (group.test(key) ? bits | (1 << index) : bits), 0);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(key, mask);
    return mask;
  }
}
