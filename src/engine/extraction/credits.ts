import type { ReadCredit } from './reading.js';
import { nameRuns, type NameRun, type Person } from './people.js';
import { cuesOf, type Line } from './scene.js';

/** A source while it is read; offsets within its sentence. */
interface Found {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** A source that the article names, offsets in the title or the text. */
export type Credit = Omit<ReadCredit, 'span'> & {
  readonly where: 'title' | 'text';
  readonly start: number;
  readonly end: number;
};

const LABEL =
  /(?:^|[\s([])(?:sources?|via|quelle|fuentes?|fonte|źródło|来源)\s?[:：]\s*([@\p{L}\p{N}][^\n()|\]]{1,60})|\(via ([^)\n]{2,40})\)|\bvia ((?:@|\p{Lu})[\w.-]{2,30}(?: \p{Lu}[\w.-]{1,20}){0,2})/giu;
const HANDLE = /(?<![\p{L}\d])@([\p{L}\d_]{3,30})/gu;
const DOMAIN = /\b([a-z0-9-]{3,30}\.(?:com|net|org|de|it|fr|es|pl|cn|in))\b/gi;
const AGENCY = /\((ANI|AFP|AP|dpa|PTI|IANS|Reuters|Xinhua|Kyodo|Yonhap)\)/g;
/** Platforms and words that are no sources of their own. */
const NO_SOURCE = new Set(
  `twitter weibo x facebook instagram youtube reddit tiktok linkedin telegram threads internet web chinese china press see image rumors
  rumor leaks reports leaker youtuber tipster analyst source sources leak report android windows ios leica`.split(
    /\s+/,
  ),
);

const tidy = (name: string): string => name.trim().replace(/^[@(["']+|[\s.,;:)\]"']+$/g, '');
const found = (line: Line, name: string, start: number, length: number, aliases: readonly string[] = []): Found => ({
  name,
  aliases,
  line,
  start,
  end: start + length,
});

function labelled(line: Line): Found[] {
  if (/^\W{0,2}(?:image|photo|picture)/i.test(line.text)) return [];
  return [...line.text.matchAll(LABEL)].flatMap((hit) =>
    tidy(hit[1] ?? hit[2] ?? hit[3] ?? '')
      .split(/,|\/| and | via | & /)
      .map(tidy)
      .flatMap((name) => {
        const start = line.text.indexOf(name, hit.index);
        return name.length < 2 || name.split(' ').length > 5 ? [] : [found(line, name, start, name.length)];
      }),
  );
}

function handles(line: Line, people: readonly Person[]): Found[] {
  if (line.where !== 'text' || /pic\.twitter|#\w+ .*#|^\s*[—–-] /.test(line.text)) return [];
  return [...line.text.matchAll(HANDLE)].flatMap((hit) => {
    if (/image credit/i.test(line.text.slice(0, hit.index))) return [];
    const owner = people.find((each) => each.line === line.index && each.end <= hit.index && hit.index - each.end < 14);
    if (owner) return [found(line, owner.name, owner.start, owner.end - owner.start, [hit[1]!])];
    return [found(line, hit[1]!, hit.index, hit[0].length)];
  });
}

const SOURCE_ROLE = /tipster|leaker|analyst|insider|journalist|reporter|blogger|youtuber|editor|host/i;
const OFFICE = /ceo|chief|president|founder|chair|director|manager|spokes|vp\b|executive/i;
const VERBS =
  'report(?:s|ed)?|claims?|claimed|writes?|wrote|says?|said|notes?|noted|suggests?|suggested|reveal(?:s|ed)?|leaked|tweeted|tweets|posted|published|shared|has it|has the|mentioned|expected|expects|predicts|spotted|found|learned|cites?|citing|tipped|hints?|hinted|adds|added|named|sees|quoted|obtained|was given|believes?|attached|released|states|stated|publie|schreibt|pointed|tells|told|broke|put|uncovered|parted|has described|has put|has brought';
const TELLS = new RegExp(
  `^(?:,? (?:has|have|had|now|also|further|again|once|who|which|then|was|himself|[a-z]+ly))?,? ?(?:${VERBS})\\b`,
);
const TOLD_BY =
  /(?:according to|reports?|says|per|claims|adds|notes|by|cites|citing|quoting|told|assured|beruft sich auf|laut|selon|d'après|según|secondo|według|segundo|tweet from) (?:the |a |an )?(?:[a-z]+ ){0,3}$/;

/** Whether a single capital word at the start of a sentence may be a name at all: one of joined words, or a known surname. */
function isNameLike(run: NameRun, people: readonly Person[]): boolean {
  if (run.first !== run.last || run.first > 0) return true;
  return (
    /[a-z\d][A-Z]|^[A-Z]{3}/.test(run.name) ||
    people.some((each) => each.name.endsWith(` ${run.name}`)) ||
    run.name.length > 6
  );
}

/** Names that stand where a source stands: before a verb of telling, after "according to", with a source's role. */
function attributed(
  line: Line,
  people: readonly Person[],
  isInvolved: (organisation: string | null) => boolean,
): Found[] {
  return nameRuns(line).flatMap((run): Found[] => {
    if (line.mentions.some((each) => each.start < run.end && run.start < each.end)) return [];
    if (!isNameLike(run, people)) return [];
    const person = people.find((each) => each.line === line.index && each.start >= run.start && each.end <= run.end);
    if (person && (isInvolved(person.organisation) || OFFICE.test(person.role ?? ''))) return [];
    const tells = TELLS.test(line.lower.slice(run.end, run.end + 30));
    const told = TOLD_BY.test(line.lower.slice(Math.max(0, run.start - 40), run.start));
    if (!tells && !told && !SOURCE_ROLE.test(person?.role ?? '')) return [];
    const name = person?.name ?? run.name;
    const aliases = person?.organisation && person.organisation !== name ? [person.organisation] : [];
    return [found(line, name, person?.start ?? run.start, name.length, aliases)];
  });
}

const matches = (line: Line, pattern: RegExp): Found[] =>
  [...line.text.matchAll(pattern)]
    .filter((hit) => !/twitter\.com/i.test(hit[0]))
    .map((hit) => found(line, hit[1]!, hit.index + hit[0].indexOf(hit[1]!), hit[1]!.length));

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(?:com|net|org|de|it|fr|es|pl|cn|in)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const lastWord = (name: string): string => keyOf(name.split(' ').at(-1) ?? '');

function isSame(a: string, b: string): boolean {
  const [x, y] = [keyOf(a), keyOf(b)];
  return (
    x === y ||
    (x.length >= 4 && y.includes(x)) ||
    (y.length >= 4 && x.includes(y)) ||
    lastWord(a) === y ||
    lastWord(b) === x
  );
}

/** Each source once, under its longest name. */
function unite(all: readonly Found[]): Found[] {
  const united: Found[] = [];
  for (const each of all) {
    if (keyOf(each.name).length < 2 || NO_SOURCE.has(keyOf(each.name))) continue;
    const index = united.findIndex((known) => [known.name, ...known.aliases].some((name) => isSame(name, each.name)));
    const known = united[index];
    if (!known) united.push(each);
    else {
      const [long, short] = each.name.length > known.name.length ? [each, known] : [known, each];
      const aliases = new Set([...known.aliases, ...each.aliases, short.name].filter((name) => name !== long.name));
      united[index] = { ...long, aliases: [...aliases] };
    }
  }
  return united;
}

/** The makers on whose word an article rests that names no other source. */
function makers(lines: readonly Line[]): Found[] {
  return lines.flatMap((line) => {
    const [first] = line.where === 'text' ? line.mentions.filter((each) => each.kind === 'company') : [];
    const said = cuesOf(line, 'official', 'say').some(
      (cue) => first !== undefined && cue.start > first.start && cue.start - first.end < 40,
    );
    return first && said ? [found(line, first.company, first.start, first.end - first.start)] : [];
  });
}

/** The sources that the article names, each once, with handles and employers as aliases. */
export function readCredits(
  lines: readonly Line[],
  people: readonly Person[],
  isInvolved: (organisation: string | null) => boolean,
  isRumor: boolean,
): Credit[] {
  const all = lines.flatMap((line) => [
    ...labelled(line),
    ...handles(line, people),
    ...attributed(line, people, isInvolved),
    ...matches(line, DOMAIN),
    ...matches(line, AGENCY),
  ]);
  return unite(all.length > 0 || !isRumor ? all : makers(lines)).map(({ name, aliases, line, start, end }) => ({
    name,
    aliases,
    where: line.where,
    start: line.start + start,
    end: line.start + end,
  }));
}
