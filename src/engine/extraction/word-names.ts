import { hanWordName } from './han-word-names.js';
import { nameKeyOf, type Mention } from './mentions.js';
import { codeName } from './naming.js';
import { isOut } from './prominence.js';
import type { Line } from './scene.js';
import { lastOf, tailAt, wholeName } from './whole-names.js';
import { brandBefore, isGiven, productWords } from './word-counts.js';

const TWICE = 2;

/** Where the name stands in a sentence, together with its maker's name right before it; its first word alone too. */
function mentionsOf(line: Line, words: readonly string[], company: string): Mention[] {
  return line.tokens.flatMap((token, index): Mention[] => {
    const whole = lastOf(line, index, words);
    const last = whole >= 0 ? whole : lastOf(line, index, words.slice(0, 1));
    if (last < 0) return [];
    if (whole < 0 && words.length > 1 && (isOut(line, token) || tailAt(line, last, 'en') !== null)) return [];
    const { end } = line.tokens[last]!;
    const brand = brandBefore(line, token.start);
    const start = brand?.start ?? token.start;
    const name = line.text.slice(start, end).replace("'s ", ' ');
    return [{ kind: 'device', company, name, key: nameKeyOf(words.join('')), known: null, start, end }];
  });
}

/** The product of an article that has a word for a name. */
export interface WordName {
  readonly key: string;
  /** Whether the article gives it that name, so that it is what it is about whatever else it names. */
  readonly isGiven: boolean;
  /** Its mentions, sentence by sentence. */
  readonly mentions: readonly (readonly Mention[])[];
}

/**
 * The product of an article that names none with a number: a word behind its maker's name, with an article or behind a
 * word for a name (`Valve Deckard`, `den Epiq`, `the model, the Cosmos`), else its code name. Null where there is no
 * such word.
 *
 * @param company the maker where the word itself shows none
 */
export function wordName(lines: readonly Line[], company: string, language: string): WordName | null {
  if (language === 'zh') {
    const name = hanWordName(lines, company);
    return name && { ...name, isGiven: true };
  }
  const [best] = productWords(lines, company, language);
  const isOf = (kind: Mention['kind'], line: Line): boolean =>
    line.mentions.some((each) => each.kind === kind && each.company === company && !isOut(line, each));
  const isLined = lines.some((line) => isOf('line', line));
  const isSure =
    best !== undefined && (!isLined || best[1].branded >= TWICE || best[1].determined >= TWICE || isGiven(best[1]));
  const word = isSure ? best[0] : lines.some((line) => isOf('device', line)) ? null : codeName(lines);
  if (!word) return null;
  const words = wholeName(lines, word, language);
  const mentions = lines.map((line) => mentionsOf(line, words, company));
  return { key: nameKeyOf(words.join('')), isGiven: isSure && isGiven(best[1]), mentions };
}
