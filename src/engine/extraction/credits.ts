import { isEmpty } from './empty-words.js';
import { attributed, credited, type Credited } from './credited.js';
import { handles, labelled, marked } from './labelled-sources.js';
import { registries } from './registries.js';
import { kinds } from './source-kinds.js';
import { told } from './han-sources.js';
import { PLACES } from './lexicon/places.js';
import { isOfficer } from './offices.js';
import type { People } from './people.js';
import type { ReadCredit } from './reading.js';
import { cuesOf, type Line } from './scene.js';

/** A source that the article names, offsets in the title or the text. */
export type Credit = Omit<ReadCredit, 'span'> & {
  readonly where: 'title' | 'text';
  readonly start: number;
  readonly end: number;
};

/** An article as its sources are read from it. */
export interface Sourcing {
  readonly lines: readonly Line[];
  readonly people: People;
  readonly maker: string | null;
  readonly isInvolved: (organisation: string | null) => boolean;
  /** Whether the maker itself counts as the source where no other is named. */
  readonly makerCounts: boolean;
  /** Whether it denies on the record what the article tells. */
  readonly makerDenies: boolean;
  /** The sentences of the claims that are on its record. */
  readonly makerTells: ReadonlySet<number>;
}

/** Platforms and words that are no sources of their own. */
const NO_SOURCE = new Set(
  `twitter weibo x facebook instagram youtube reddit tiktok linkedin telegram threads bluesky mastodon discord internet web press see image rumors rumor leaks
  reports leaker youtuber tipster analyst source sources leak report android windows ios`.split(/\s+/),
);
/** A text with more sources than this is no article; the rest is not read. */
const MOST_SOURCES = 60;

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(?:com|net|org|de|it|fr|es|pl|cn|in)$/, '')
    .replace(/[^A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d]/g, '');
const lastWord = (name: string): string => keyOf(name.split(' ').at(-1) ?? '');
const HOLDS = 4;

/** Whether two names are one source: one holds the other, or is its surname. */
function isSame(a: string, b: string): boolean {
  const [x, y] = [keyOf(a), keyOf(b)];
  const held = (x.length >= HOLDS && y.includes(x)) || (y.length >= HOLDS && x.includes(y));
  return x === y || held || lastWord(a) === y || lastWord(b) === x;
}

/** Each source once, under its longest name. */
function unite(all: readonly Credited[]): Credited[] {
  const united: Credited[] = [];
  const isPart = (each: Credited): boolean =>
    all.some(
      (other) =>
        other.line === each.line &&
        !/[一-鿿]/.test(each.name) &&
        other.start <= each.start &&
        each.end <= other.end &&
        other.end - other.start > each.end - each.start,
    );
  for (const each of all) {
    if (isPart(each)) continue;
    const key = keyOf(each.name);
    if (key.length < 2 || NO_SOURCE.has(key)) continue;
    const index = united.findIndex((known) => [known.name, ...known.aliases].some((name) => isSame(name, each.name)));
    const known = united[index];
    if (known) {
      const [long, short] = each.name.length > known.name.length ? [each, known] : [known, each];
      const aliases = new Set([...known.aliases, ...each.aliases, short.name].filter((name) => name !== long.name));
      united[index] = { ...long, aliases: [...aliases].slice(0, HOLDS * 2) };
    } else if (united.length < MOST_SOURCES) united.push(each);
  }
  return united;
}

/** How far from its name a word for its word may stand, and how far where a denial is on its record. */
const [MAKER_REACH, DENIAL_REACH] = [60, 160];

/** The maker (or who else of the known companies) on whose word the article rests. */
function makers({ lines, maker }: Sourcing, reach = MAKER_REACH): Credited[] {
  return lines.flatMap((line) => {
    const companies = line.where === 'text' ? line.mentions.filter((each) => each.kind === 'company') : [];
    const first = companies.find((each) => each.company === maker) ?? companies[0];
    if (!first) return [];
    const said = cuesOf(line, 'official', 'say', 'denied').some(
      (cue) =>
        Math.abs(cue.start - first.start) < reach &&
        (first.company === maker || cue.start > first.start) &&
        !isEmpty(line, cue),
    );
    return said ? [credited(line, first.company, first.start, first.end - first.start)] : [];
  });
}

/** The maker without its name as the subject of a sentence. */
const THE_MAKER =
  /(?<![a-z\u00df-\u024f])(?:the (?:company|firm|maker|manufacturer|brand)|der hersteller|das unternehmen|la (?:propia )?(?:marca|compañía|empresa|firma|marque|société)|le (?:constructeur|fabricant)|el fabricante|l'azienda|il produttore|firma|producent|a (?:marca|empresa|fabricante))(?![a-z\u00df-\u024f])|官方|厂商/;

/** The maker where a claim is on its record, in a sentence that tells of its own word. */
function onRecord({ lines, maker, makerTells }: Sourcing): Credited[] {
  if (maker === null) return [];
  const [first] = lines.filter((line) => {
    if (line.where !== 'text' || !makerTells.has(line.index)) return false;
    const isNamed = line.mentions.some((each) => each.company === maker) || THE_MAKER.test(line.lower);
    return isNamed && cuesOf(line, 'official', 'say', 'denied').some((cue) => !isEmpty(line, cue));
  });
  if (!first) return [];
  const at = first.mentions.find((each) => each.company === maker && each.kind === 'company');
  const start = at?.start ?? THE_MAKER.exec(first.lower)?.index ?? 0;
  return [credited(first, maker, start, at ? at.end - at.start : 0)];
}

/** A sentence that goes on with what a source says without naming it: `He has written`, `the analyst writes`. */
const GOES_ON =
  /^(?:he|she|er|sie|il|elle|él|ella|lui|lei|on|ona|ele|ela) |(?:^|[,;] )(?:the|der|die|el|la|le|il|o|a) (?:analyst|leaker|tipster|blogger|journalist|author|analista|filtrador|leakeur|leakeuse|informant|tippgeber\w*|vazador)\b/i;

/** Whoever was named last in the sentence before, where this one goes on with what he says and he is no officer. */
function goingOn(line: Line, { lines, people, isInvolved }: Sourcing): Credited[] {
  const before = lines[line.index - 1];
  if (!before || !GOES_ON.test(line.text) || cuesOf(line, 'say').length === 0) return [];
  const person = people.on(before.index).at(-1);
  const known = person && people.named(person.name);
  if (
    !person ||
    !known ||
    PLACES.has(person.name.toLowerCase()) ||
    isInvolved(known.organisation) ||
    isOfficer(known.role)
  )
    return [];
  const aliases = known.organisation === null ? [] : [known.organisation];
  return [credited(before, person.name, person.start, person.name.length, aliases)];
}

/** The sources that the article names, each once, with handles and employers as aliases. */
export function readCredits(sourcing: Sourcing): Credit[] {
  const { lines, people, maker, isInvolved, makerCounts, makerDenies } = sourcing;
  const all = lines.flatMap((line) => [
    ...labelled(line),
    ...handles(line, people),
    ...attributed(line, people, isInvolved),
    ...marked(line),
    ...kinds(line, maker),
    ...goingOn(line, sourcing),
    ...registries(line),
    ...told(line),
  ]);
  const own = [
    ...(makerDenies ? makers(sourcing, DENIAL_REACH).filter(({ name }) => name === maker) : []),
    ...(makerCounts ? onRecord(sourcing) : []),
  ].slice(0, 1);
  return unite(all.length > 0 || !makerCounts ? [...all, ...own] : makers(sourcing)).map(
    ({ name, aliases, line, start, end }) => ({
      name,
      aliases,
      where: line.where,
      start: line.start + start,
      end: line.start + end,
    }),
  );
}
