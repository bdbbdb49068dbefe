import { ENGLISH } from './lexicon/english.js';
import type { Lexicon } from './lexicon/cue.js';
import { isHan, type Token } from './tokens.js';

/** The languages whose words the reader knows. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH];

const MARKS: Readonly<Record<string, string>> = {
  en: ENGLISH.marks,
  de: 'der, die, das, und, nicht, mit, von, ist, auf, ein, eine, den, dem, im, wird, sich, noch, auch, bei, zum',
  es: 'el, los, las, y, que, del, una, por, con, para, se, es, su, en, pero, como, más, lo, al, la',
  fr: 'le, les, des, et, une, est, que, du, pour, dans, qui, sur, au, pas, avec, plus, par, ce, la, en',
  it: 'il, di, che, e, per, una, del, della, con, non, sono, gli, nel, alla, ma, anche, si, dei, la',
  pl: 'i, w, na, z, że, się, nie, do, jest, to, o, ale, jak, po, od, będzie, ma, tym, za',
  pt: 'o, os, que, e, do, da, em, um, uma, para, com, não, no, na, por, mais, como, dos, ao',
  nl: 'de, het, een, en, van, is, dat, op, te, zijn, met, voor, niet, aan, ook, wordt',
  et: 'ja, on, ei, et, see, kui, oli, ka, mis, aga, selle, mida',
};
const LANGUAGE_OF = new Map<string, string[]>();
for (const [language, marks] of Object.entries(MARKS)) {
  for (const mark of marks.split(', ')) LANGUAGE_OF.set(mark, [...(LANGUAGE_OF.get(mark) ?? []), language]);
}

const SAMPLE = 400;

/** The language of a text (ISO 639-1) by its small words, Chinese by its characters; `en` where nothing shows. */
export function languageOf(tokens: readonly Token[]): string {
  const sample = tokens.slice(0, SAMPLE);
  const han = sample.filter((token) => isHan(token.key.charCodeAt(0))).length;
  if (han > sample.length / 3) return 'zh';
  const counts = new Map<string, number>();
  for (const token of sample) {
    for (const language of LANGUAGE_OF.get(token.key) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = 'en';
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

/** The words of a language; those of English where they are not known. */
export const lexiconOf = (language: string): Lexicon => LEXICONS.find((each) => each.language === language) ?? ENGLISH;
