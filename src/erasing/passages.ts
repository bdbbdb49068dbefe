import { stretchesOf, type Word } from '../engine/words/index.js';

/** What stands where something was erased. */
export const ERASED = '[erased]';

/** A name of one word in these many letters is told from a name that stands in two. */
const SHORTEST_JOINED = 6;

/** Names that are looked for, and longer names of others in which one of them stands. */
export interface Sought {
  readonly names: readonly string[];
  readonly spared?: readonly string[];
}

/**
 * Finds names and other passages wherever they stand as whole words, however they are written: capitals, accents and
 * what stands between the words make no difference. A longer name of somebody else in which one stands is left alone.
 */
export class Passages {
  private readonly byFirst = new Map<string, { readonly keys: readonly string[]; readonly isSpared: boolean }[]>();

  constructor({ names, spared = [] }: Sought) {
    for (const [list, isSpared] of [
      [names, false],
      [spared, true],
    ] as const) {
      for (const keys of list.flatMap(spellings)) {
        const [first = ''] = keys;
        const known = [...(this.byFirst.get(first) ?? []), { keys, isSpared }];
        this.byFirst.set(
          first,
          known.sort((one, other) => other.keys.length - one.keys.length),
        );
      }
    }
  }

  /** Whether one of them stands in a text. */
  stand(text: string): boolean {
    return this.within(text).length > 0;
  }

  /** The text without them; the same text where none stands in it. Of JSON, without them in each of its texts. */
  erasedFrom(text: string): string {
    const parsed = jsonOf(text);
    if (parsed !== null) {
      const erased = this.erasedIn(parsed);
      return erased === parsed ? text : JSON.stringify(erased);
    }
    return this.within(text).reduceRight(
      (left, { start, end }) => `${left.slice(0, start)}${ERASED}${left.slice(end)}`,
      text,
    );
  }

  private erasedIn(value: unknown): unknown {
    if (typeof value === 'string') return this.erasedFrom(value);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [this.erasedFrom(key), this.erasedIn(each)] as const);
    const isSame = entries.every(([key, each]) => (value as Record<string, unknown>)[key] === each);
    if (isSame) return value;
    return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
  }

  /** Where they stand, in order and apart (UTF-16 units). */
  private within(text: string): { start: number; end: number }[] {
    const words = stretchesOf(text).flatMap(({ pieces }) => pieces);
    const found: { start: number; end: number }[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const hit = this.byFirst.get(words[at]!.key)?.find(({ keys }) => stands(keys, words, at));
      if (!hit) continue;
      const [start, end] = [words[at]!.start, words[at + hit.keys.length - 1]!.end];
      if (!hit.isSpared) found.push({ start: Math.max(start, found.at(-1)?.end ?? 0), end });
      at += hit.keys.length - 1;
    }
    return found.filter(({ start, end }) => start < end);
  }
}

const stands = (keys: readonly string[], words: readonly Word[], at: number): boolean =>
  keys.every((key, index) => words[at + index]?.key === key);

/** The words of a name in turn, and a longer name also in one word, as addresses have it. */
function spellings(name: string): string[][] {
  const keys = stretchesOf(name).flatMap(({ pieces, isPaired }) => {
    const own = pieces.map(({ key }) => key);
    return isPaired && own.length > 1 ? own.slice(0, -1) : own;
  });
  if (keys.length === 0) return [];
  const joined = keys.join('');
  return keys.length > 1 && keys.length < 5 && joined.length >= SHORTEST_JOINED ? [keys, [joined]] : [keys];
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
