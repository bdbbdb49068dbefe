import { EVERYDAY, isService } from './everyday-names.js';
import { joined, modelLength, type Hit } from './model-length.js';
import { PART_AFTER, SERIES_AFTER } from './model-words.js';
import { withoutCompany, type PreparedKnowledge } from './names.js';
import { findPhrases } from './phrasebook.js';
import type { KnownDevice } from './reading.js';
import type { Sentence } from './segment.js';
import { isHan } from './tokens.js';

/** A name in a sentence: of a company, of a device, of a series of devices, or of a line without a model. */
export interface Mention {
  readonly kind: 'company' | 'device' | 'series' | 'line';
  readonly company: string;
  /** The name as written, from the company or line on. */
  readonly name: string;
  /** The name without its company, as a key. */
  readonly key: string;
  readonly known: KnownDevice | null;
  readonly start: number;
  readonly end: number;
}

/** The mention's name without its maker's, or without its first word where the maker's is not in it. */
export const withoutBrand = ({ name, company }: Mention): string =>
  name.startsWith(`${company} `) ? name.slice(company.length + 1) : name.split(' ').slice(1).join(' ');

type KnownDeviceHit = { readonly device: KnownDevice; readonly last: number };

/** What shows that a company is meant: its officer, or something of its own. */
const OFFICER =
  /^(?:'s| (?:ceo|founder|co-founder|president|chief|boss|exec|teases|unveils|launches|announces|confirms|plans|prepares|wants|reveals|introduces|releases|sells|postpones|delays|ha|hat|desmiente|niega|presenta|lanza|prepara|zeigt|bringt|plant|kündigt|dévoile|lance|présente|annonce|svela|lancia|pokazuje|zapowiada|apresenta|lança)\b)/i;

/** The name without blanks, hyphens and case, `+` as `plus`. */
export const nameKeyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/[^A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d]+/g, '');

/** The longest known name at each token, a device before a company; a name with a capital needs one in the text. */
function namedAt(sentence: Sentence, knowledge: PreparedKnowledge): Map<number, Hit> {
  const at = new Map<number, Hit>();
  for (const hit of knowledge.names.flatMap((book) => findPhrases(book, sentence.tokens))) {
    const first = sentence.text.charAt(sentence.tokens[hit.first]!.start);
    const small = first === first.toLowerCase() && !isHan(first.charCodeAt(0));
    if (small && hit.value.spelled.charAt(0) !== first) continue;
    const known = at.get(hit.first);
    const rather = known?.last === hit.last && known.value.kind !== 'device' && hit.value.kind === 'device';
    if (!known || known.last < hit.last || rather) at.set(hit.first, hit);
  }
  return at;
}

/** Whether the word after that token makes the name before it a series. */
export function seriesAfter(sentence: Sentence, last: number): boolean {
  const next = sentence.tokens[last + 1];
  const after = sentence.tokens[last + 2];
  if (!next) return false;
  return SERIES_AFTER.has(next.key) || (after !== undefined && SERIES_AFTER.has(next.key + after.key));
}

/** A maker's Chinese name, for which its own is put. */
const CHINESE_BRAND = /^[\u3400-\u9fff]{1,6} ?/;

interface Name {
  readonly first: number;
  /** The token with which the name without its company begins. */
  readonly modelFrom: number;
  readonly last: number;
}

function mentionOf(sentence: Sentence, kind: Mention['kind'], company: string, name: Name): Mention {
  const { tokens, text } = sentence;
  const start = tokens[name.first]!.start;
  const end = tokens[name.last]!.end;
  const bracket = text.slice(start, end).includes('(') && text.charAt(end) === ')' ? 1 : 0;
  const spelled = text
    .slice(start, end + bracket)
    .replace("'s ", ' ')
    .replace(/\s{1,9}/g, ' ');
  const written = kind === 'company' ? spelled : spelled.replace(CHINESE_BRAND, `${company} `);
  const key = nameKeyOf(kind === 'company' ? company : text.slice(tokens[name.modelFrom]!.start, end));
  return { kind, company, name: written, key, known: null, start, end: end + bracket };
}

/** The line that follows a company's name directly: `Galaxy` after `Samsung`. */
function lineAfter(sentence: Sentence, at: ReadonlyMap<number, Hit>, hit: Hit): Hit | null {
  const next = at.get(hit.last + 1);
  if (hit.value.kind !== 'company' || next?.value.kind !== 'line') return null;
  const follows = joined(sentence.text, sentence.tokens[hit.last]!, sentence.tokens[next.first]!);
  return follows && next.value.company.name === hit.value.company.name ? next : null;
}

/** The device of that company, known by its model name alone, that follows the company's name: `Arc 7` after `Kestrin`. */
function deviceAfter(sentence: Sentence, at: ReadonlyMap<number, Hit>, hit: Hit): KnownDeviceHit | null {
  const next = at.get(hit.last + 1);
  if (hit.value.kind !== 'company' || next?.value.kind !== 'device') return null;
  const isOwn = next.value.device.company === hit.value.company.name;
  const follows = joined(sentence.text, sentence.tokens[hit.last]!, sentence.tokens[next.first]!);
  return isOwn && follows && modelLength(sentence, at, next.last, false) === 0
    ? { device: next.value.device, last: next.last }
    : null;
}

function knownMention(sentence: Sentence, hit: Pick<Hit, 'first' | 'last'>, device: KnownDevice): Mention {
  const kind = seriesAfter(sentence, hit.last) ? 'series' : 'device';
  const start = sentence.tokens[hit.first]!.start;
  const end = sentence.tokens[hit.last]!.end;
  return {
    kind,
    company: device.company,
    name: device.name,
    key: nameKeyOf(withoutCompany(device)),
    known: device,
    start,
    end,
  };
}

/** Reads the name that starts with a known company, line or device; with it the last token of the name. */
function readName(sentence: Sentence, at: ReadonlyMap<number, Hit>, hit: Hit): readonly [Mention, number] | null {
  const { tokens } = sentence;
  const { value } = hit;
  const followed = deviceAfter(sentence, at, hit);
  if (followed)
    return [knownMention(sentence, { first: hit.first, last: followed.last }, followed.device), followed.last];
  const line = value.kind === 'line' ? hit : lineAfter(sentence, at, hit);
  const bare = (line ?? hit).last;
  const length = modelLength(sentence, at, bare, value.kind === 'company' && line === null);
  if (value.kind === 'device' && length === 0) return [knownMention(sentence, hit, value.device), hit.last];
  const company = value.kind === 'device' ? value.device.company : value.company.name;
  const modelFrom = value.kind === 'company' ? hit.last + 1 : hit.first;
  const last = bare + length;
  const isPart = line === null && PART_AFTER.has(tokens[last + 1]?.key ?? '');
  const series = seriesAfter(sentence, last);
  if (length > 0 && !isPart && !isService(sentence, hit.first, last)) {
    return [mentionOf(sentence, series ? 'series' : 'device', company, { first: hit.first, modelFrom, last }), last];
  }
  if (EVERYDAY.has(tokens[hit.first]!.key) && bare === 0 && !OFFICER.test(sentence.text.slice(tokens[bare]!.end)))
    return null;
  const isWhole = /\d/.test(sentence.text.slice(tokens[hit.first]!.start, tokens[bare]!.end));
  const kind = line === null ? 'company' : series ? 'series' : isWhole ? 'device' : 'line';
  return [mentionOf(sentence, kind, company, { first: hit.first, modelFrom, last: bare }), bare];
}

/** Whether an everyday word stands right behind a maker's name, which it goes on: `Slate` of `Novarre Slate`. */
const isOfAnother = (mention: Mention, before: Mention | undefined, { text }: Sentence): boolean =>
  before?.kind === 'company' &&
  mention.kind === 'company' &&
  text.slice(before.end, mention.start) === ' ' &&
  EVERYDAY.has(mention.name.toLowerCase());

/** The names in a sentence, in reading order, none inside another. */
export function findMentions(sentence: Sentence, knowledge: PreparedKnowledge): Mention[] {
  const at = namedAt(sentence, knowledge);
  const mentions: Mention[] = [];
  for (let index = 0; index < sentence.tokens.length; index += 1) {
    const hit = at.get(index);
    const read = hit ? readName(sentence, at, hit) : null;
    if (!read || isOfAnother(read[0], mentions.at(-1), sentence)) continue;
    mentions.push(read[0]);
    index = read[1];
  }
  return mentions;
}
