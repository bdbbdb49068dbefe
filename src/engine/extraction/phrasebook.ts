import { plain, tokenize, type Token } from './tokens.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly stems: Map<string, Node<T>>;
  /** The lengths of those stems, each once. */
  readonly stemLengths: number[];
  readonly values: T[];
}

/** Phrases, each with what it stands for, found in one pass however many there are. */
export interface Phrasebook<T> {
  readonly root: Node<T>;
}

/** A phrase that was found: the tokens `first` to `last`, both included. */
export interface FoundPhrase<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

const node = <T>(): Node<T> => ({ next: new Map(), stems: new Map(), stemLengths: [], values: [] });

function child<T>(of: Map<string, Node<T>>, key: string): Node<T> {
  const known = of.get(key);
  if (known) return known;
  const fresh = node<T>();
  of.set(key, fresh);
  return fresh;
}

/** A phrasebook of these phrases; a word that ends in `*` stands for every word that starts so. */
export function phrasebook<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrasebook<T> {
  const root = node<T>();
  for (const [phrase, value] of entries) {
    const text = plain(phrase);
    let at = root;
    for (const token of tokenize(text)) {
      const isStem = text.charAt(token.end) === '*';
      if (isStem && !at.stemLengths.includes(token.key.length)) at.stemLengths.push(token.key.length);
      at = child(isStem ? at.stems : at.next, token.key);
    }
    if (at !== root) at.values.push(value);
  }
  return { root };
}

/** Notes for each value where its longest phrase ends. A phrase has few words, so this ends soon. */
function collect<T>(at: Node<T>, tokens: readonly Token[], index: number, ends: Map<T, number>): void {
  const key = tokens[index]?.key;
  if (key === undefined) return;
  const exact = at.next.get(key);
  if (exact) enter(exact, tokens, index, ends);
  for (const length of at.stemLengths) {
    const stem = length <= key.length ? at.stems.get(key.slice(0, length)) : undefined;
    if (stem) enter(stem, tokens, index, ends);
  }
}

function enter<T>(node: Node<T>, tokens: readonly Token[], index: number, ends: Map<T, number>): void {
  for (const value of node.values) ends.set(value, Math.max(index, ends.get(value) ?? 0));
  if (node.next.size > 0 || node.stems.size > 0) collect(node, tokens, index + 1, ends);
}

/** For each token the phrases that start there, of each value the longest, in reading order. */
export function findPhrases<T>(book: Phrasebook<T>, tokens: readonly Token[]): FoundPhrase<T>[] {
  const all: FoundPhrase<T>[] = [];
  const ends = new Map<T, number>();
  for (let first = 0; first < tokens.length; first += 1) {
    collect(book.root, tokens, first, ends);
    if (ends.size === 0) continue;
    for (const [value, last] of ends) all.push({ value, first, last });
    ends.clear();
  }
  return all;
}
