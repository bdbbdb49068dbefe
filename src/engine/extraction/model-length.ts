import { EVERYDAY } from './everyday-names.js';
import { NO_NAMES } from './lexicon/no-names.js';
import { modelWord, type ModelWord } from './model-words.js';
import type { Named } from './names.js';
import type { FoundPhrase } from './phrasebook.js';
import type { Sentence } from './segment.js';
import { isHan, type Token } from './tokens.js';

/** A known name in a sentence. */
export type Hit = FoundPhrase<Named>;

const MOST_MODEL_WORDS = 6;

/** Whether nothing but a blank, a hyphen or an opening bracket parts the two tokens. */
export const joined = (text: string, from: Token, to: Token): boolean =>
  /^(?:(?:'s )?[ -]{0,2}\(?|\.)$/.test(text.slice(from.end, to.start));

/** Whether a name begins there that cannot go on another's: any but a line's behind a blank, as in `Kestrin Arc 3`. */
function isOthers({ tokens, text }: Sentence, at: ReadonlyMap<number, Hit>, index: number): boolean {
  const hit = at.get(index);
  if (!hit || EVERYDAY.has(tokens[index]!.key)) return false;
  return hit.value.kind !== 'line' || text.slice(tokens[index - 1]!.end, tokens[index]!.start) !== ' ';
}

type WordAt = (index: number, brand: boolean) => ModelWord | null;

/** Whether a word that may be a line's goes on to a number: at once, or in a sentence after one more word. */
function goesOn(sentence: Sentence, wordAt: WordAt, index: number, inName: boolean): boolean {
  const next = wordAt(index + 1, false);
  if (!inName && (next === 'number' || next === 'suffix' || next === 'product')) return true;
  if (sentence.heading || NO_NAMES.has(sentence.tokens[index]!.key)) return false;
  if (next === 'number') return true;
  return !inName && next === 'line' && wordAt(index + 2, false) === 'number';
}

/** Whether the word for a product only says what the name is of: `Playstation-Controller`. */
const isCompound = ({ tokens, text }: Sentence, index: number): boolean =>
  text.slice(tokens[index - 1]!.end, tokens[index]!.start) === '-' && !/\d/.test(tokens[index - 1]!.key);

/** How many tokens after `last` belong to the name. */
export function modelLength(
  sentence: Sentence,
  at: ReadonlyMap<number, Hit>,
  last: number,
  brandOnly: boolean,
): number {
  const { tokens, text } = sentence;
  const wordAt: WordAt = (index, brand) => {
    const token = tokens[index];
    if (!token || !joined(text, tokens[index - 1]!, token)) return null;
    return modelWord(token, text, tokens[index + 1], brand);
  };
  let length = 0;
  while (length < MOST_MODEL_WORDS) {
    const index = last + length + 1;
    const word = wordAt(index, brandOnly && length === 0);
    if (word === null || (word === 'product' && isCompound(sentence, index))) break;
    if (word === 'line' && (isOthers(sentence, at, index) || !goesOn(sentence, wordAt, index, length > 0))) break;
    length += 1;
  }
  while (length > 0 && isHan(text.charCodeAt(tokens[last + length]!.start))) length -= 1;
  return length;
}
