import { roleStart } from './role-words.js';
import { cuesOf, type Line } from './scene.js';

/** `its technical director`, in all languages: an officer of a company that was named before. */
const POSSESSIVE =
  /(?<![a-zß-ɏ'])(?:its|their|su|suo|sua|son|sa|seu|sein|seine|ihr|ihre|jej|jego)(?: (?:own|long-time|new|novo|nuevo|nuova|nouveau|nouvelle|neuer|neue))? $/i;
/** A company that is only called so. */
const CALLED =
  /(?<![a-zß-ɏ])(?:the (?:company|firm|maker|brand|manufacturer)|la (?:empresa|compañía|firma|marca|marque|société)|l'(?:entreprise|azienda)|le (?:constructeur|fabricant|groupe)|el fabricante|il (?:produttore|costruttore|marchio)|a (?:empresa|fabricante|marca|companhia)|das unternehmen|der hersteller|der konzern|firma|producent|spółka)(?![a-zß-ɏ])/;
const SENTENCES_BACK = 1;

/** So much of the field of an office may stand between the word for it and its bearer. */
const FIELD_REACH = 40;

/** The place behind a possessive right before the words for an office; -1 where there is none. */
function possessiveAt(line: Line, start: number): number {
  for (const { start: from, end } of cuesOf(line, 'role')) {
    if (end > start || start - end >= FIELD_REACH) continue;
    const at = roleStart(line, from);
    if (POSSESSIVE.test(line.text.slice(0, at))) return at;
  }
  return -1;
}

/**
 * The company of somebody who is called its officer (`Orvane said nothing. Its founder Dana Vale …`): the one named last
 * before, in that sentence or else in the one before it; null where it is named in neither.
 *
 * @param maker whom "the company" means
 */
export function owningCompany(lines: readonly Line[], line: Line, start: number, maker: string | null): string | null {
  const at = possessiveAt(line, start);
  if (at < 0) return null;
  const here = line.mentions.findLast((each) => each.kind === 'company' && each.end < at);
  if (here) return here.name;
  const before = lines[line.index - SENTENCES_BACK];
  if (!before || before.where !== line.where || before.paragraph !== line.paragraph) return null;
  const named = before.mentions.find((each) => each.kind === 'company');
  return named?.name ?? (CALLED.test(before.lower) ? maker : null);
}

/** What a possessive is that stands before an office, and no name of an owner. */
export const isPossessive = (word: string): boolean => POSSESSIVE.test(`${word} `);

/** A title that German writes as one word with its field: `Produktvorständin`. */
const TITLE =
  /^[A-ZÄÖÜ][a-zäöüß-]{2,24}(?:vorstand|vorständin|chef|chefin|leiter|leiterin|sprecher|sprecherin|manager|managerin|direktor|direktorin|präsident|präsidentin|verantwortliche|verantwortlicher)$/;

/** Whether the word is such a title. */
export const isTitle = (word: string): boolean => TITLE.test(word);
