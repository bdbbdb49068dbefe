import { CHINESE } from './lexicon/chinese.js';
import type { Lexicon } from './lexicon/cue.js';
import { ENGLISH } from './lexicon/english.js';
import { FRENCH } from './lexicon/french.js';
import { GERMAN } from './lexicon/german.js';
import { ITALIAN } from './lexicon/italian.js';
import { POLISH } from './lexicon/polish.js';
import { PORTUGUESE } from './lexicon/portuguese.js';
import { SPANISH } from './lexicon/spanish.js';
import { isHan, type Token } from './tokens.js';

/** The languages whose words the reader knows, English first. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, SPANISH, FRENCH, ITALIAN, POLISH, PORTUGUESE, CHINESE];

/** Small words of languages that are told apart from these, and not read. */
const OTHERS: readonly Pick<Lexicon, 'language' | 'marks'>[] = [
  { language: 'nl', marks: 'de, het, een, en, van, is, dat, op, te, zijn, met, voor, niet, aan, ook, wordt' },
  { language: 'et', marks: 'ja, on, ei, et, see, kui, oli, ka, mis, aga, selle, mida' },
];

const LANGUAGES_OF = new Map<string, string[]>();
for (const { language, marks } of [...LEXICONS, ...OTHERS]) {
  for (const mark of marks.split(', ')) LANGUAGES_OF.set(mark, [...(LANGUAGES_OF.get(mark) ?? []), language]);
}

const SAMPLE = 400;

/** The language of a text (ISO 639-1) by its small words, Chinese by its characters; `en` where nothing shows. */
export function languageOf(tokens: readonly Token[]): string {
  const sample = tokens.slice(0, SAMPLE);
  const han = sample.filter((token) => isHan(token.key.charCodeAt(0))).length;
  if (han > sample.length / 3) return 'zh';
  const counts = new Map<string, number>();
  for (const token of sample) {
    for (const language of LANGUAGES_OF.get(token.key) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = 'en';
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

/** The words of a language; those of English where they are not known. */
export const lexiconOf = (language: string): Lexicon => LEXICONS.find((each) => each.language === language) ?? ENGLISH;
