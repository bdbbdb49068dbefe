import type { ReadCredit } from './reading.js';
import { nameRuns, type Person } from './people.js';
import { cuesOf, type Line } from './scene.js';

/** A source while it is read, with its line. */
export interface Credited {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

const LABEL =
  /(?:^|[\s([])(?:source|via|sources|quelle|fuente|fonte|źródło|zdroj|来源|来自)(?:\s?[:：])\s*([@\p{L}\p{N}][^\n()|\]]{1,60})|\(via ([^)\n]{2,40})\)|\bvia ((?:@|\p{Lu})[\w.-]{2,30}(?: \p{Lu}[\w.-]{1,20}){0,2})/giu;
const HANDLE = /(?<![\p{L}\d])@([\p{L}\d_]{3,30})/gu;
const DOMAIN = /\b([a-z0-9-]{3,30}\.(?:com|net|org|de|it|fr|es|pl|cn|in|co\.uk))\b/gi;
const PLATFORMS = new Set([
  'twitter',
  'weibo',
  'x',
  'facebook',
  'instagram',
  'youtube',
  'reddit',
  'tiktok',
  'linkedin',
  'telegram',
  'threads',
  'internet',
  'web',
  'futuresquad',
  'chinese',
  'china',
  'press',
  'see',
  'image',
  'rumors',
  'rumor',
  'leaks',
  'reports',
]);

const tidy = (name: string): string => name.trim().replace(/^[@(["']+|[\s.,;:)\]"']+$/g, '');

function labelled(line: Line): Credited[] {
  if (/image|photo|picture/i.test(line.text.slice(0, 12))) return [];
  return [...line.text.matchAll(LABEL)].flatMap((hit) => {
    const listed = tidy(hit[1] ?? hit[2] ?? hit[3] ?? '');
    return listed.split(/,|\/| and | via | & /).flatMap((name): Credited[] => {
      const clean = tidy(name);
      const start = line.text.indexOf(clean, hit.index);
      return clean.length < 2 || clean.split(' ').length > 5 || start < 0
        ? []
        : [{ name: clean, aliases: [], line, start, end: start + clean.length }];
    });
  });
}

function handles(line: Line): Credited[] {
  if (/pic\.twitter|#\w+ .*#|^\s*[—–-] /.test(line.text)) return [];
  return [...line.text.matchAll(HANDLE)]
    .filter((hit) => !/image credit/i.test(line.text.slice(0, hit.index)))
    .map((hit) => ({ name: hit[1]!, aliases: [], line, start: hit.index, end: hit.index + hit[0].length }));
}

const SOURCE_ROLE = /tipster|leaker|analyst|insider|journalist|reporter|blogger|youtuber|editor|host/i;
const VERBS =
  /\b(?:report(?:s|ed)?|claims?|claimed|writes?|wrote|says?|said|notes?|noted|suggests?|suggested|reveal(?:s|ed)?|leaked|tweeted|tweets|posted|published|shared|has it|has the|mentioned|expected|expects|predicts|according|spotted|found|learned|cites?|citing|tipped|hints|hinted|confirmed|adds|added|named|sees|quoted|obtained|was given|believes?|attached|released|promises|states|stated|publie|schreibt|pointed|tells|told|broke)\b/;

/** Names that stand where a source stands: before a verb of telling, after "according to", with a source's role. */
function attributed(line: Line, people: readonly Person[], isCompany: (name: string) => boolean): Credited[] {
  return nameRuns(line).flatMap((run): Credited[] => {
    const device = line.mentions.some(
      (each) => each.start < run.end && run.start < each.end && (each.kind !== 'company' || isCompany(each.company)),
    );
    if (device || PLATFORMS.has(run.name.toLowerCase())) return [];
    const after = line.lower.slice(run.end, run.end + 26);
    const before = line.lower.slice(Math.max(0, run.start - 24), run.start);
    const person = people.find((each) => each.line === line.index && each.start >= run.start && each.end <= run.end);
    const follows =
      new RegExp(
        `^(?:,? (?:has|have|now|also|further|again|once|who|which|then|was|is|himself|[a-z]+ly) )?\\s?${VERBS.source}`,
      ).test(after) || new RegExp(`^ (?:${VERBS.source.slice(2)})`).test(after);
    const leads =
      /(?:according to|reports?|says|per|claims|adds|notes|by|cites|citing|quoting|told|assured|beruft sich auf|laut|selon|d'après|según|secondo|według|segundo|a report (?:by|from)|tweet (?:by|from|de)) (?:the |a |an )?(?:\w+ ){0,2}$/.test(
        before,
      );
    const role = person?.role ? SOURCE_ROLE.test(person.role) : false;
    if (!follows && !leads && !role) return [];
    const name = person?.name ?? run.name;
    const start = person?.start ?? run.start;
    return [
      {
        name,
        aliases: person?.organisation && person.organisation !== name ? [person.organisation] : [],
        line,
        start,
        end: start + name.length,
      },
    ];
  });
}

function domains(line: Line): Credited[] {
  return [...line.text.matchAll(DOMAIN)]
    .filter((hit) => !/twitter\.com|pic\./i.test(hit[0]))
    .map((hit) => ({ name: hit[1]!, aliases: [], line, start: hit.index, end: hit.index + hit[0].length }));
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(?:com|net|org|de|it|fr|es|pl|cn|in)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const isSame = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));

/** The sources that the article names, each once, with handles and employers as aliases. */
export function readCredits(
  lines: readonly Line[],
  people: readonly Person[],
  isMaker: (company: string) => boolean,
  publisher: string,
): ReadCredit[] {
  const found = lines.flatMap((line) => [
    ...labelled(line),
    ...(line.where === 'text' ? handles(line) : []),
    ...attributed(line, people, isMaker),
    ...domains(line),
  ]);
  const credits: { name: string; aliases: Set<string>; credit: Credited }[] = [];
  for (const each of found) {
    const key = keyOf(each.name);
    if (key.length < 2 || PLATFORMS.has(key) || (publisher !== '' && key === publisher)) continue;
    const known = credits.find(
      (other) => isSame(keyOf(other.name), key) || [...other.aliases].some((alias) => isSame(keyOf(alias), key)),
    );
    if (!known) credits.push({ name: each.name, aliases: new Set(each.aliases), credit: each });
    else if (each.name.length > known.name.length) {
      known.aliases.add(known.name);
      known.name = each.name;
      known.credit = each;
    } else for (const alias of each.aliases) known.aliases.add(alias);
  }
  return credits.map(({ name, aliases, credit }) => ({
    name,
    aliases: [...aliases],
    span: {
      where: credit.line.where,
      start: credit.line.start + credit.start,
      end: credit.line.start + credit.end,
      exact: '',
    },
  }));
}

export { cuesOf };
