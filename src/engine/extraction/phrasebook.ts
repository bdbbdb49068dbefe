import { plain, tokenize, type Token } from './tokens.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly stems: Map<string, Node<T>>;
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

const SHORTEST_STEM = 3;
const node = <T>(): Node<T> => ({ next: new Map(), stems: new Map(), values: [] });

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
      at = child(text.charAt(token.end) === '*' ? at.stems : at.next, token.key);
    }
    if (at !== root) at.values.push(value);
  }
  return { root };
}

function* children<T>(at: Node<T>, key: string): Generator<Node<T>> {
  const exact = at.next.get(key);
  if (exact) yield exact;
  if (at.stems.size === 0) return;
  for (let length = key.length; length >= SHORTEST_STEM; length -= 1) {
    const found = at.stems.get(key.slice(0, length));
    if (found) yield found;
  }
}

/** Notes for each value where its longest phrase ends. A phrase has few words, so this ends soon. */
function collect<T>(at: Node<T>, tokens: readonly Token[], index: number, ends: Map<T, number>): void {
  const token = tokens[index];
  if (!token) return;
  for (const next of children(at, token.key)) {
    for (const value of next.values) ends.set(value, Math.max(index, ends.get(value) ?? 0));
    collect(next, tokens, index + 1, ends);
  }
}

/** For each token the phrases that start there, of each value the longest, in reading order. */
export function findPhrases<T>(book: Phrasebook<T>, tokens: readonly Token[]): FoundPhrase<T>[] {
  const all: FoundPhrase<T>[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const ends = new Map<T, number>();
    collect(book.root, tokens, first, ends);
    for (const [value, last] of ends) all.push({ value, first, last });
  }
  return all;
}
