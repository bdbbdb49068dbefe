import { plain, tokenize, type Token } from './tokens.js';

/** A phrase with the keys of its words; `*` at the end of a key stands for every ending. */
interface Entry<T> {
  readonly keys: readonly string[];
  readonly value: T;
}

/**
 * A place in a phrasebook: what goes on from it and what ends there. It is worked out of the phrases that lead through
 * it when a text first comes by; most are never asked for.
 */
interface Node<T> {
  waiting: Entry<T>[] | null;
  next: Map<string, Node<T>> | null;
  stems: Stems<T> | null;
  values: T[] | null;
}

interface Stems<T> {
  readonly next: Map<string, Node<T>>;
  /** The lengths of those stems, each once. */
  readonly lengths: Set<number>;
}

/** Phrases, each with what it stands for, found in one pass however many there are. */
export interface Phrasebook<T> {
  readonly root: Node<T>;
  /** Where the words that were looked up before lead from the root; most lead nowhere. */
  readonly starts: Map<string, readonly Node<T>[]>;
}

/** A phrase that was found: the tokens `first` to `last`, both included. */
export interface FoundPhrase<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

const node = <T>(waiting: Entry<T>[]): Node<T> => ({ waiting, next: null, stems: null, values: null });

/** Small Latin words parted by single blanks are their own keys. */
const SIMPLE = /^[a-zß-öø-ɏ]+\*?(?: [a-zß-öø-ɏ]+\*?)*$/;

/** The keys of a phrase's words, with the `*` of those that are stems. */
export function keysOf(phrase: string): string[] {
  if (SIMPLE.test(phrase)) return phrase.split(' ');
  const text = plain(phrase);
  return tokenize(text).map(({ key, end }) => (text.charAt(end) === '*' ? `${key}*` : key));
}

function lead<T>(of: Map<string, Node<T>>, key: string, entry: Entry<T>): void {
  const known = of.get(key);
  if (known) known.waiting!.push(entry);
  else of.set(key, node([entry]));
}

/** The place with all its phrases, of whose words `depth` led to it, sorted into those that end and those that go on. */
function open<T>(at: Node<T>, depth: number): Node<T> {
  if (at.waiting === null) return at;
  for (const entry of at.waiting) {
    const key = entry.keys[depth];
    if (key === undefined) (at.values ??= []).push(entry.value);
    else if (!key.endsWith('*')) lead((at.next ??= new Map<string, Node<T>>()), key, entry);
    else {
      at.stems ??= { next: new Map<string, Node<T>>(), lengths: new Set() };
      at.stems.lengths.add(key.length - 1);
      lead(at.stems.next, key.slice(0, -1), entry);
    }
  }
  at.waiting = null;
  return at;
}

/** A phrasebook of these phrases; a word that ends in `*` stands for every word that starts so. */
export function phrasebook<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrasebook<T> {
  const waiting: Entry<T>[] = [];
  for (const [phrase, value] of entries) {
    const keys = keysOf(phrase);
    if (keys.length > 0) waiting.push({ keys, value });
  }
  return { root: open(node(waiting), 0), starts: new Map() };
}

/** A walk through a phrasebook along the tokens of a sentence, from the token `first` on. */
interface Walk<T> {
  readonly tokens: readonly Token[];
  first: number;
  /** For each value found where its longest phrase ends. */
  readonly ends: Map<T, number>;
}

const MOST_KNOWN = 20_000;

/** The places to which a word leads from a place: by itself and by its stems. */
function ledTo<T>(at: Node<T>, key: string): Node<T>[] {
  const places: Node<T>[] = [];
  const exact = at.next?.get(key);
  if (exact) places.push(exact);
  if (at.stems === null) return places;
  for (const length of at.stems.lengths) {
    const stem = length <= key.length ? at.stems.next.get(key.slice(0, length)) : undefined;
    if (stem) places.push(stem);
  }
  return places;
}

/** The same from the root, which every word of a text is looked up in. */
function startsOf<T>({ root, starts }: Phrasebook<T>, key: string): readonly Node<T>[] {
  const known = starts.get(key);
  if (known) return known;
  if (starts.size >= MOST_KNOWN) starts.clear();
  const fresh = ledTo(root, key);
  starts.set(key, fresh);
  return fresh;
}

/** Goes on from a place with the token at `index`. A phrase has few words, so this ends soon. */
function collect<T>(at: Node<T>, walk: Walk<T>, index: number): void {
  const key = walk.tokens[index]?.key;
  if (key === undefined) return;
  for (const place of ledTo(at, key)) enter(place, walk, index);
}

function enter<T>(to: Node<T>, walk: Walk<T>, index: number): void {
  const at = open(to, index - walk.first + 1);
  if (at.values !== null)
    for (const value of at.values) walk.ends.set(value, Math.max(index, walk.ends.get(value) ?? 0));
  if (at.next !== null || at.stems !== null) collect(at, walk, index + 1);
}

/** For each token the phrases that start there, of each value the longest, in reading order. */
export function findPhrases<T>(book: Phrasebook<T>, tokens: readonly Token[]): FoundPhrase<T>[] {
  const all: FoundPhrase<T>[] = [];
  const walk: Walk<T> = { tokens, first: 0, ends: new Map() };
  for (; walk.first < tokens.length; walk.first += 1) {
    for (const place of startsOf(book, tokens[walk.first]!.key)) enter(place, walk, walk.first);
    if (walk.ends.size === 0) continue;
    for (const [value, last] of walk.ends) all.push({ value, first: walk.first, last });
    walk.ends.clear();
  }
  return all;
}
