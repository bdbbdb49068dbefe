import { nameKeyOf, seriesAfter, withoutBrand, type Mention } from './mentions.js';
import { modelWord, PART_AFTER } from './model-words.js';
import { matches } from './matches.js';
import type { Line } from './scene.js';

/** What a line's devices have before their numbers: a word of its own (`Leaf` of `Leaf 2`) or letters (`K` of `K9`). */
export interface Kin {
  readonly words: ReadonlyMap<string, Mention>;
  readonly letters: ReadonlyMap<string, Mention>;
  /** What codes have before their numbers: `X-Pro` of `X-Pro4`. */
  readonly codes: ReadonlyMap<string, Mention>;
}

const WORD_AND_NUMBER = /^(?:[^\n]* )?([A-Za-z\u00c0-\u024f]{3,}) \(?\d{1,3}\b/;
const LETTERS_AND_NUMBER = /^(?:[^\n]* )?([A-Z]{1,2})\d{1,3}[a-z]?(?: |$)/;

const CODE_AND_NUMBER = /(?:^| )([A-Z][A-Za-z]{0,4}-[A-Z][A-Za-z]{0,7})\d{1,3}[a-z]?$/;

/** The lines of the devices, which are given by their short forms. */
export function kinOf(forms: ReadonlyMap<string, Mention>): Kin {
  const words = new Map<string, Mention>();
  const letters = new Map<string, Mention>();
  const codes = new Map<string, Mention>();
  for (const mention of forms.values()) {
    const model = withoutBrand(mention);
    const word = WORD_AND_NUMBER.exec(model)?.[1];
    const letter = LETTERS_AND_NUMBER.exec(model)?.[1];
    if (word) words.set(word.toLowerCase(), mention);
    if (letter) letters.set(letter.toLowerCase(), mention);
    const code = CODE_AND_NUMBER.exec(model)?.[1];
    if (code) codes.set(code, mention);
  }
  return { words, letters, codes };
}

/** The device of the same line whose name begins at that token, with its last token; null where none does. */
function kinAt(line: Line, index: number, { words, letters }: Kin): { of: Mention; last: number } | null {
  const { tokens, text } = line;
  const token = tokens[index]!;
  const next = tokens[index + 1];
  if (text.startsWith(token.key, token.start) || text.charAt(token.start - 1) === '-') return null;
  const byWord = words.get(token.key);
  if (byWord && next && text.slice(token.end, next.start) === ' ' && /^\d{1,3}$/.test(next.key))
    return modelWord(next, text, tokens[index + 2], true) === 'number' ? { of: byWord, last: index + 1 } : null;
  const letter = /^([a-z]{1,2})\d{1,3}[a-z]?$/.exec(token.key)?.[1];
  const byLetter = letter === undefined ? undefined : letters.get(letter);
  if (!byLetter || PART_AFTER.has(next?.key ?? '')) return null;
  return modelWord(token, text, next, true) === 'number' ? { of: byLetter, last: index } : null;
}

/** The last token of the suffixes that follow: `Pro` of `K8 Pro`. */
function withSuffixes({ tokens, text }: Line, from: number): number {
  let last = from;
  for (let next = tokens[last + 1]; next; next = tokens[last + 1]) {
    if (text.slice(tokens[last]!.end, next.start) !== ' ') break;
    if (modelWord(next, text, tokens[last + 2], true) !== 'suffix') break;
    last += 1;
  }
  return last;
}

/** The siblings that have such a code: `X-Pro3` in an article on the `X-Pro4`. */
function codesIn({ text }: Line, { codes }: Kin): Mention[] {
  return [...codes].flatMap(([code, of]) =>
    text.includes(code)
      ? matches(text, new RegExp(`(?<![A-Za-z\\d-])${code}\\d{1,3}[a-z]?(?![A-Za-z\\d])`, 'g')).map((hit) => {
          const named = of.name.endsWith(hit[0]) ? of : { ...of, name: hit[0], key: nameKeyOf(hit[0]) };
          return { ...named, kind: 'device' as const, start: hit.index, end: hit.index + hit[0].length };
        })
      : [],
  );
}

/**
 * The predecessors and siblings that are named by a number of the same line alone: `Leaf 1` in an article on the
 * `Brondel Leaf 2`, `K8` in one on the `Kavira K9`.
 */
export function kinIn(line: Line, kin: Kin): Mention[] {
  const found: Mention[] = [];
  for (let index = 0; index < line.tokens.length; index += 1) {
    const hit = kinAt(line, index, kin);
    if (!hit) continue;
    const last = withSuffixes(line, hit.last);
    const start = line.tokens[index]!.start;
    const end = line.tokens[last]!.end;
    const name = line.text.slice(start, end);
    const isItself = hit.of.name.toLowerCase().endsWith(` ${name.toLowerCase()}`);
    const named = isItself ? hit.of : { ...hit.of, name, key: nameKeyOf(name) };
    found.push({ ...named, kind: seriesAfter(line, last) ? 'series' : 'device', start, end });
    index = last;
  }
  return [...found, ...codesIn(line, kin)];
}
