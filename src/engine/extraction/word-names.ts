import type { Mention } from './mentions.js';
import { nameKeyOf } from './mentions.js';
import { modelWord } from './model-words.js';
import { NO_NAMES, noNamesOf } from './lexicon/no-names.js';
import type { Line } from './scene.js';

/** Words behind a maker's name that are a part of the company or its services, and no product. */
const NO_PRODUCTS = new Set(
  `electronics research store stores cloud health motors group news newsroom labs lab music maps mail pay news arcade fitness studio
  studios ai research energy mobility racing sport design ventures capital foundation semiconductor semiconductors display mobile
  digital europe america japan china india france germany deutschland italia españa brasil uk international global care club
  community day week event connect summit unpacked direct developers developer conference gaming games entertainment interactive
  systems solutions services software hardware network networks platforms members ceo chef boss president chairman engineers
  engineer analyst spokesperson sprecher konzern manager team fans users customers shares stock aktie announces confirms teases
  reveals launches unveils hat zeigt bringt plant will is has says und y et e i and or`.split(/\s+/),
);
const CAPITAL_WORD = /^[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,14}$/;
/** What stands before a product's own name without its maker's: `the Deckard`, `den Epiq`. */
const DETERMINED =
  /(?:^|[^A-Za-z\u00c0-\u024f])(?:the|der|die|das|den|dem|el|la|le|il|lo|o|a|l'|un|una|une|new|neue[rn]?|nuov[ao]|nuev[ao]|nouvelle|nouveau|nov[ao]) ?$/i;
/** A code name that is the only name yet. */
const CODE_NAME =
  /(?:[Cc]ode[- ]?named?|[Cc]odenamen?|[Cc]odinome|nombre en clave|en clave como|en clave|nom de code|nome in codice|nazw\w kodow\w{1,2}|internamente (?:de|como|di)|known internally as|internally (?:called|known as)|intern als|代号)[^A-Za-z0-9]{1,3}(?:is |of |as |de )?["“„«']?([A-Z][a-z]{2,14})(?![A-Za-z])/;

interface Counted {
  /** How often it stands behind a maker's name, with an article, in the title, and altogether. */
  branded: number;
  determined: number;
  titled: boolean;
  all: number;
  company: string | null;
}

/** Whether a product's own name may stand behind the mention: a maker's or a line's. */
const isBrand = ({ kind }: Mention): boolean => kind === 'company' || kind === 'line';

function countIn(line: Line, language: string, counts: Map<string, Counted>): void {
  const { tokens, text, mentions } = line;
  tokens.forEach((token, index) => {
    const word = text.slice(token.start, token.end);
    if (!CAPITAL_WORD.test(word) || NO_NAMES.has(token.key) || noNamesOf(language).has(token.key)) return;
    if (NO_PRODUCTS.has(token.key) || mentions.some((each) => each.start < token.end && token.start < each.end)) return;
    if (modelWord(token, text, tokens[index + 1], true) !== 'line') return;
    const known = counts.get(word) ?? { branded: 0, determined: 0, titled: false, all: 0, company: null };
    const brand = mentions.find((each) => isBrand(each) && text.slice(each.end, token.start) === ' ');
    known.all += 1;
    known.branded += brand ? 1 : 0;
    known.company ??= brand?.company ?? null;
    known.determined += DETERMINED.test(text.slice(0, token.start)) ? 1 : 0;
    known.titled ||= line.index === 0;
    counts.set(word, known);
  });
}

const TWICE = 2;

/** Whether a word is a product's name: named with its maker and again, or in the title and with an article. */
function isProduct({ branded, determined, titled, all }: Counted, language: string): boolean {
  if (branded > 0) return all >= TWICE;
  return language !== 'de' ? titled && determined > 0 && all >= TWICE : titled && determined >= TWICE && all > TWICE;
}

function codeName(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    const name = CODE_NAME.exec(text)?.[1];
    if (name && !NO_NAMES.has(name.toLowerCase())) return name;
  }
  return null;
}

/** Where the word stands in a sentence, together with its maker's name right before it. */
function mentionsOf(line: Line, word: string, company: string): Mention[] {
  return line.tokens.flatMap((token): Mention[] => {
    if (line.text.slice(token.start, token.end) !== word) return [];
    const brand = line.mentions.find((each) => isBrand(each) && line.text.slice(each.end, token.start) === ' ');
    const start = brand?.start ?? token.start;
    const name = line.text.slice(start, token.end);
    return [{ kind: 'device', company, name, key: nameKeyOf(word), known: null, start, end: token.end }];
  });
}

/**
 * The product of an article that names none with a number: a word behind its maker's name or with an article
 * (`Valve Deckard`, `den Epiq`), else its code name. Null where there is no such word.
 *
 * @param company the maker where the word itself shows none
 */
export function wordNames(
  lines: readonly Line[],
  company: string,
  language: string,
): readonly (readonly Mention[])[] | null {
  const counts = new Map<string, Counted>();
  for (const line of lines) countIn(line, language, counts);
  const products = [...counts].filter(([, each]) => isProduct(each, language));
  const [best] = products.sort(([, a], [, b]) => b.branded - a.branded || b.all - a.all);
  const isLined = lines.some((line) => line.mentions.some((each) => each.kind === 'line'));
  const word = isLined ? (best && best[1].branded >= TWICE ? best[0] : null) : (best?.[0] ?? codeName(lines));
  if (!word) return null;
  return lines.map((line) => mentionsOf(line, word, best?.[1].company ?? company));
}
