import { isEmpty } from './certainty.js';
import { attributed, credited, handles, labelled, marked, type Credited } from './credited.js';
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
}

/** Platforms and words that are no sources of their own. */
const NO_SOURCE = new Set(
  `twitter weibo x facebook instagram youtube reddit tiktok linkedin telegram threads internet web press see image rumors rumor leaks
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
  for (const each of all) {
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

const MAKER_REACH = 60;

/** The maker (or who else of the known companies) on whose word the article rests. */
function makers({ lines, maker }: Sourcing): Credited[] {
  return lines.flatMap((line) => {
    const companies = line.where === 'text' ? line.mentions.filter((each) => each.kind === 'company') : [];
    const first = companies.find((each) => each.company === maker) ?? companies[0];
    if (!first) return [];
    const said = cuesOf(line, 'official', 'say', 'denied').some(
      (cue) =>
        Math.abs(cue.start - first.start) < MAKER_REACH &&
        (first.company === maker || cue.start > first.start) &&
        !isEmpty(line, cue),
    );
    return said ? [credited(line, first.company, first.start, first.end - first.start)] : [];
  });
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
  const own = makerDenies
    ? makers(sourcing)
        .filter(({ name }) => name === maker)
        .slice(0, 1)
    : [];
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
