import { modelWord } from './model-words.js';
import { isNamedThere } from './naming.js';
import { isOut } from './prominence.js';
import type { Line } from './scene.js';
import { isWordOfName } from './word-counts.js';

const TWICE = 2;

/** Whether the words stand there; with the last token of them, else -1. */
export function lastOf({ tokens, text }: Line, index: number, words: readonly string[]): number {
  for (let at = 0; at < words.length; at += 1) {
    const token = tokens[index + at];
    if (!token || text.slice(token.start, token.end) !== words[at]) return -1;
    if (at > 0 && text.slice(tokens[index + at - 1]!.end, token.start) !== ' ') return -1;
  }
  return index + words.length - 1;
}

/** A name counts for so much where it is given. */
const NAMED = 3;

/** What goes on the name behind that token: a suffix, a number, a kind of product or another word with a capital. */
export function tailAt(line: Line, last: number, language: string): string | null {
  const { tokens, text } = line;
  const next = tokens[last + 1];
  if (!next || text.slice(tokens[last]!.end, next.start) !== ' ') return null;
  const kind = modelWord(next, text, tokens[last + 2], false);
  const isWord =
    language !== 'de' && (kind === 'product' || (kind === 'line' && isWordOfName(line, last + 1, language)));
  return kind === 'suffix' || kind === 'number' || isWord ? text.slice(next.start, next.end) : null;
}

/** The word that follows the words most times, where it does so in half of the sentences: `Ultra` behind `Beam`. */
function tailOf(lines: readonly Line[], words: readonly string[], language: string): string | null {
  const tails = new Map<string, number>();
  let all = 0;
  for (const line of lines) {
    line.tokens.forEach((token, index) => {
      const last = lastOf(line, index, words);
      if (last < 0 || line.heading || isOut(line, token)) return;
      const weight = isNamedThere(line, token) ? NAMED : 1;
      const tail = tailAt(line, last, language);
      all += weight;
      if (tail !== null) tails.set(tail, (tails.get(tail) ?? 0) + weight);
    });
  }
  const [best] = [...tails].sort(([, a], [, b]) => b - a);
  return best && best[1] * TWICE >= all ? best[0] : null;
}

const MOST_TAILS = 3;

/** The name that begins with a word: with what follows it in most sentences. */
export function wholeName(lines: readonly Line[], word: string, language: string): readonly string[] {
  const words = [word];
  while (words.length <= MOST_TAILS) {
    const tail = tailOf(lines, words, language);
    if (tail === null) break;
    words.push(tail);
  }
  return words;
}
