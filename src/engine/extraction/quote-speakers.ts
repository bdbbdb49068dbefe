import type { Hearing, Said, Spoken } from './hearing.js';
import type { People } from './people.js';
import type { Quote } from './quotes.js';
import { apart, type Line, type Stretch } from './scene.js';
import type { Speaker } from './officers.js';
import { sloganOf, spokenFor } from './spokespeople.js';
import { speakerOf } from './speakers.js';

const PRONOUN =
  /(?<![a-z\u00df-\u024f-])(?:he|she|the (?:analyst|leaker|tipster|executive|ceo|manager|founder)|il|elle|er|sie|ella|el directivo|la directiva|lui|lei|ele|ela|o executivo|a executiva)(?![a-z\u00df-\u024f-])/;
const COMPANY_PRONOUN =
  /(?<![a-z\u00df-\u024f])(?:they|the (?:company|firm|maker|two|pair|firms|companies|letter|statement|press release)|das schreiben|die mitteilung|el comunicado|le communiqué|il comunicato|komunikat|o comunicado|both|das unternehmen|der hersteller|der konzern|la (?:empresa|compañía|firma|marca|marque|firme|société)|l'(?:entreprise|azienda|empresa)|le (?:constructeur|fabricant|groupe)|el fabricante|il (?:produttore|costruttore|marchio)|a (?:empresa|fabricante|marca|companhia)|firma|producent|spółka|公司|官方)(?![a-z\u00df-\u024f])/;
/** Sources without a name, whose words are nobody's statement. */
const NAMELESS =
  /(?:one of (?:the|them|those) ?(?:people|sources|employees|suppliers)?|(?:a|the|another) (?:person|source|insider|employee|supplier)|people familiar|ein(?:er)? (?:insider|informant|mitarbeiter)|una fuente|un empleado|une source|un salarié|una fonte|un dipendente|osoba|pracownik|知情人士|消息人士)(?: |\||$)/;
const LINES_BACK = 2;

/** Whoever was named last in the sentence or the two before it. */
export function lastNamed(people: People, line: Line): Speaker | null {
  for (let index = line.index; index >= Math.max(0, line.index - LINES_BACK); index -= 1) {
    const here = people.on(index);
    const person = here.findLast(({ oblique }) => !oblique) ?? here.at(-1);
    const known = person ? people.named(person.name) : people.recalledOn(index);
    if (known) return { speaker: known.name, role: known.role, organisation: known.organisation };
  }
  return null;
}

/** The words right beside a verb, of which one may be its subject. */
const tight = ({ line, verb }: Said): string =>
  `${line.lower.slice(Math.max(0, verb.start - 16), verb.start)}|${line.lower.slice(verb.end, verb.end + 16)}`;
/** The words around a verb, of which one may tell what the speaker does. */
export const around = ({ line, verb }: Said): string => line.lower.slice(Math.max(0, verb.start - 24), verb.end + 16);

/** A person so near a verb is its subject, whatever else stands there. */
const NEAR_NAME = 60;

/** Who speaks a quotation with a verb of saying, whose first sentence is `first`. */
export function speakerOfQuote(
  said: Said,
  first: Line,
  hearing: Hearing,
  quotes: readonly Quote[],
  last: Spoken | undefined,
): Speaker | null {
  const { people, maker } = hearing;
  const { line, verb } = said;
  const masked: Stretch[] = quotes.map(({ start, end }) => ({ start: start - line.start, end: end - line.start }));
  const before = last ? { speaker: last.speaker, role: last.role, organisation: last.organisation } : null;
  const back = (): Speaker | null => lastNamed(people, line) ?? lastNamed(people, first) ?? before;
  if (NAMELESS.test(tight(said))) return null;
  const spokes = spokenFor(said, hearing) ?? sloganOf(said, hearing);
  if (spokes) return spokes;
  const isNamed = people
    .on(line.index)
    .some(({ start, end, until }) => apart(line, { start, end: Math.max(end, until) }, verb) < NEAR_NAME);
  const ofCompany = !isNamed && COMPANY_PRONOUN.test(tight(said));
  if (ofCompany && maker !== null) return { speaker: maker, role: null, organisation: maker };
  const named = (PRONOUN.test(around(said)) ? back() : null) ?? speakerOf(line, verb, people, masked);
  if (named) return named;
  if (COMPANY_PRONOUN.test(around(said)) && maker !== null) return { speaker: maker, role: null, organisation: maker };
  return back();
}
