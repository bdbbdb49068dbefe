import { NO_NAMES, noNamesOf } from './lexicon/no-names.js';
import type { Mention } from './mentions.js';
import { modelWord, PART_AFTER } from './model-words.js';
import { DETERMINED, isAppositionThere, isKindGiven, isNamedThere, isNameToCome } from './naming.js';
import { NO_PRODUCTS } from './no-products.js';
import { isOut } from './prominence.js';
import { hasCue, type Line } from './scene.js';
import type { Token } from './tokens.js';

const CAPITALS = /^[A-Z]{2,4}$/;
const CAPITAL_WORD = /^[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,14}$/;
/** Things that makers name and do not sell alone: `the Atlas drive unit`. */
const NO_WHOLE =
  /^ (?:drive unit|unit|platform|architecture|engine|core|motor|app|service|platform[ae]?|plateforme|program|team|store|factory|plant|alliance|awards?)\b/;

/** What speaks for a word with a capital that it is the name of a product. */
export interface Counted {
  /** How often it stands behind a maker's name, with an article, behind a word for a name, and altogether. */
  branded: number;
  determined: number;
  named: number;
  titled: boolean;
  /** Whether one of the first sentences has it. */
  early: boolean;
  /** Whether it stands behind a word for a product and a comma. */
  apposed: boolean;
  /** How often it is on sale already, or speaks. */
  out: number;
  all: number;
  /** Whether an article stands before its maker's name and it. */
  isThing: boolean;
  company: string | null;
}

const NONE: Counted = {
  branded: 0,
  determined: 0,
  named: 0,
  titled: false,
  early: false,
  apposed: false,
  out: 0,
  all: 0,
  isThing: false,
  company: null,
};

/** Whether a product's own name may stand behind the mention: a maker's or a line's. */
const isBrand = ({ kind }: Mention): boolean => kind === 'company' || kind === 'line';

/** The maker's or line's name right before that place. */
export const brandBefore = ({ mentions, text }: Line, start: number): Mention | undefined =>
  mentions.find((each) => isBrand(each) && /^(?:'s)? $/.test(text.slice(each.end, start)));

/** Whether the token there ends a name of capitals: `Mini` of `ZR Mini`. */
function isSuffixed(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || text.charAt(token.start - 1) !== ' ') return false;
  return modelWord(token, text, tokens[at + 1], false) === 'suffix' && token.end - token.start > 1;
}

/** Whether the token may be a word of a product's name: it has a capital, and is no other word that has one. */
export function isWordOfName({ tokens, text, mentions }: Line, index: number, language: string): boolean {
  const token = tokens[index]!;
  const written = text.slice(token.start, token.end);
  const isShort = CAPITALS.test(written) && isSuffixed(text, tokens, index + 1);
  if (!CAPITAL_WORD.test(written) && !isShort) return false;
  if (NO_NAMES.has(token.key) || noNamesOf(language).has(token.key) || NO_PRODUCTS.has(token.key)) return false;
  if (mentions.some((each) => each.start < token.end && token.start < each.end)) return false;
  return modelWord(token, text, tokens[index + 1], true) === 'line';
}

/** Whether the word goes on a longer name, as a surname does. */
function isGoingOn({ tokens, text }: Line, index: number, language: string): boolean {
  const before = tokens[index - 1];
  if (!before || text.slice(before.end, tokens[index]!.start) !== ' ') return false;
  return (
    CAPITAL_WORD.test(text.slice(before.start, before.end)) &&
    !NO_NAMES.has(before.key) &&
    !noNamesOf(language).has(before.key)
  );
}

const HAS = new Set(['has', 'have', 'had', 'hat', 'habe', 'ha', 'a', 'avait']);

/** How surely the sentence gives the name to a product: twice where it says of which kind, or that it will have it. */
function givenBy(line: Line, token: Token): number {
  if (isKindGiven(line, token.end)) return TWICE;
  if (!isNamedThere(line, token)) return 0;
  return isNameToCome(line, token.start) || hasCue(line, 'product') ? TWICE : 1;
}

/** Whether the word is an outlet's or a person's that tells something or is told it: `The Signal has learned`. */
function speaks({ cues, text, tokens }: Line, index: number): boolean {
  const isTold = cues.some(
    ({ cue, first, last }) =>
      (cue === 'say' &&
        ((first === index + 1 && text.charAt(tokens[index]!.end) === ' ') ||
          last === index - 1 ||
          last === index - 2)) ||
      (cue === 'reported' && first === index + 2 && HAS.has(tokens[index + 1]!.key)),
  );
  const before = tokens[index - 1];
  return isTold || (index > 1 && before?.key === 'the' && text.charAt(before.start) === 'T');
}

function countIn(line: Line, language: string, counts: Map<string, Counted>): void {
  const { tokens, text } = line;
  tokens.forEach((token, index) => {
    if (!isWordOfName(line, index, language)) return;
    const brand = brandBefore(line, token.start);
    if (!brand && isGoingOn(line, index, language)) return;
    const after = text.slice(token.end, token.end + 20);
    if (PART_AFTER.has(tokens[index + 1]?.key ?? '') || NO_WHOLE.test(after)) return;
    const word = text.slice(token.start, token.end);
    const known = counts.get(word) ?? { ...NONE };
    const isApposed = !brand && isAppositionThere(line, token.start);
    known.all += 1;
    known.branded += brand ? 1 : 0;
    known.company ??= brand?.company ?? null;
    known.determined += DETERMINED.test(text.slice(Math.max(0, token.start - 14), token.start)) ? 1 : 0;
    known.named += givenBy(line, token);
    known.apposed ||= isApposed;
    known.titled ||= line.index === 0;
    known.early ||= line.index <= FIRST_LINES;
    known.out += speaks(line, index) || isOut(line, token) ? 1 : 0;
    known.isThing ||=
      brand?.kind === 'company' && DETERMINED.test(text.slice(Math.max(0, brand.start - 14), brand.start));
    counts.set(word, known);
  });
}

/** Adjectives of countries, which have a capital in English. */
const OF_PLACE = /[a-z](?:ish|ese|ian|ean|can)$/;
const FIRST_LINES = 3;
const TWICE = 2;

/** Whether the article gives the name to something, and names that again or says that it will have it. */
export const isGiven = ({ named, all }: Counted): boolean => named >= TWICE || (named > 0 && all >= TWICE);

/** Whether a word is a product's name: named with its maker and again, or in the title and with an article. */
function isProduct(counted: Counted, language: string): boolean {
  const { branded, determined, titled, early, all, out, isThing, apposed } = counted;
  if (out * TWICE > all) return false;
  if (branded > 0) return all >= TWICE || isThing;
  if (apposed || isGiven(counted)) return true;
  if (language !== 'de' && early && determined >= TWICE) return true;
  return language !== 'de' ? titled && determined > 0 && all >= TWICE : titled && determined >= TWICE && all > TWICE;
}

const rank = ({ branded, determined, named, titled, apposed }: Counted): number =>
  3 * (branded + named) + determined + (titled ? 2 : 0) + (apposed ? 2 : 0);

/** The words of an article that may be names of products, the one for which most speaks first. */
export function productWords(
  lines: readonly Line[],
  company: string,
  language: string,
): readonly (readonly [string, Counted])[] {
  const counts = new Map<string, Counted>();
  for (const line of lines) countIn(line, language, counts);
  const isOwn = ({ company: other }: Counted): boolean => other === null || other === company;
  return [...counts]
    .filter(([word, each]) => !OF_PLACE.test(word) && isOwn(each) && isProduct(each, language))
    .sort(([, a], [, b]) => rank(b) - rank(a) || b.all - a.all);
}
