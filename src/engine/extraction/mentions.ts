import { isHan, type Token } from './tokens.js';
import { findPhrases, type FoundPhrase } from './phrasebook.js';
import { modelWord, PART_AFTER, SERIES_AFTER } from './model-words.js';
import type { Named, PreparedKnowledge } from './names.js';
import type { KnownDevice } from './reading.js';
import type { Sentence } from './segment.js';

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

const MOST_MODEL_WORDS = 6;
/** Company names that are everyday words: at the start of a sentence they need a model behind them. */
const EVERYDAY = new Set([
  'nothing',
  'honor',
  'meta',
  'apple',
  'arm',
  'sharp',
  'target',
  'framework',
  'square',
  'oracle',
  'mini',
  'smart',
  'seat',
  'ring',
  'block',
  'nest',
  'focal',
  'beats',
  'ford',
  'fiat',
  'saga',
  'switch',
  'edge',
  'mate',
  'find',
  'zoom',
  'pulse',
  'wave',
  'flip',
  'fold',
  'air',
  'venture',
  'vision',
  'quest',
  'index',
  'model',
  'spectacles',
  'pocket',
  'focus',
  'pad',
  'watch',
  'band',
  'life',
  'nova',
  'magic',
  'reverb',
  'legion',
]);

/** The name without blanks, hyphens and case, `+` as `plus`. */
export const nameKeyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Longest first, so that `Leica Camera AG` is not cut to `Leica`. */
function namedAt(found: readonly FoundPhrase<Named>[], sentence: Sentence): Map<number, FoundPhrase<Named>> {
  const at = new Map<number, FoundPhrase<Named>>();
  for (const hit of found) {
    const token = sentence.tokens[hit.first]!;
    const written = sentence.text.charAt(token.start);
    if (written === written.toLowerCase() && hit.value.spelled.charAt(0) !== written && !isHan(written.charCodeAt(0)))
      continue;
    const known = at.get(hit.first);
    if (!known || known.last < hit.last || (known.value.kind !== 'device' && hit.value.kind === 'device'))
      at.set(hit.first, hit);
  }
  return at;
}

const joined = (text: string, from: Token, to: Token): boolean =>
  /^(?:'s )?[ -]{0,2}\(?$/.test(text.slice(from.end, to.start));

/** How many tokens after `last` belong to the name. */
function modelLength(sentence: Sentence, last: number, brandOnly: boolean): number {
  const { tokens, text } = sentence;
  let length = 0;
  let open = brandOnly;
  while (length < MOST_MODEL_WORDS) {
    const token = tokens[last + length + 1];
    if (!token || !joined(text, tokens[last + length]!, token)) break;
    const word = modelWord(token, text, tokens[last + length + 2], brandOnly && length === 0);
    if (word === null) break;
    if (word === 'line') {
      const next = tokens[last + length + 2];
      const goesOn = next && joined(text, token, next) ? modelWord(next, text, tokens[last + length + 3], false) : null;
      if (!open || length > 0 || (goesOn !== 'number' && goesOn !== 'suffix')) break;
    }
    open = false;
    length += 1;
  }
  return length;
}

/** Whether the word after that token makes the name before it a series. */
export function seriesAfter(sentence: Sentence, last: number): boolean {
  const next = sentence.tokens[last + 1];
  if (!next) return false;
  if (SERIES_AFTER.has(next.key)) return true;
  const after = sentence.tokens[last + 2];
  return after !== undefined && SERIES_AFTER.has(next.key + after.key);
}

function deviceMention(
  sentence: Sentence,
  hit: FoundPhrase<Named>,
  last: number,
  company: string,
  modelFrom: number,
): Mention {
  const { tokens, text } = sentence;
  const start = tokens[hit.first]!.start;
  const end = tokens[last]!.end;
  const name = text.slice(start, end).replace("'s ", ' ').replace(/\s+/g, ' ');
  const key = nameKeyOf(text.slice(tokens[modelFrom]!.start, end));
  return { kind: seriesAfter(sentence, last) ? 'series' : 'device', company, name, key, known: null, start, end };
}

function knownMention(sentence: Sentence, hit: FoundPhrase<Named>, device: KnownDevice): Mention {
  const start = sentence.tokens[hit.first]!.start;
  const end = sentence.tokens[hit.last]!.end;
  const kind = seriesAfter(sentence, hit.last) ? 'series' : 'device';
  return { kind, company: device.company, name: device.name, key: nameKeyOf(device.name), known: device, start, end };
}

/** Reads the name that starts with a known company or line. */
function readName(
  sentence: Sentence,
  at: Map<number, FoundPhrase<Named>>,
  hit: FoundPhrase<Named>,
): [Mention, number] | null {
  const { tokens, text } = sentence;
  const { value } = hit;
  let last = hit.last;
  let line = value.kind === 'line';
  let modelFrom = value.kind === 'company' ? hit.last + 1 : hit.first;
  if (value.kind === 'company') {
    const next = at.get(hit.last + 1);
    const follows = next && joined(text, tokens[hit.last]!, tokens[next.first]!);
    if (follows && next.value.kind === 'line' && next.value.company.name === value.company.name) {
      last = next.last;
      line = true;
      modelFrom = next.first;
    }
  }
  const length = modelLength(sentence, last, !line);
  const company = value.kind === 'device' ? value.device.company : value.company.name;
  if (value.kind === 'device' && length === 0) return [knownMention(sentence, hit, value.device), hit.last];
  last += length;
  const part = PART_AFTER.has(tokens[last + 1]?.key ?? '') && !line;
  if (length > 0 && !part) return [deviceMention(sentence, hit, last, company, modelFrom), last];
  if (length > 0) last -= length;
  const start = tokens[hit.first]!.start;
  const end = tokens[last]!.end;
  const name = text.slice(start, end);
  if (line) {
    const kind = seriesAfter(sentence, last) ? 'series' : 'line';
    return [
      { kind, company, name, key: nameKeyOf(text.slice(tokens[modelFrom]!.start, end)), known: null, start, end },
      last,
    ];
  }
  const everyday =
    EVERYDAY.has(tokens[hit.first]!.key) && start === 0 && value.kind === 'company' && value.company.name !== 'Apple';
  return everyday ? null : [{ kind: 'company', company, name, key: nameKeyOf(company), known: null, start, end }, last];
}

/** The names in a sentence, in reading order, none inside another. */
export function findMentions(sentence: Sentence, knowledge: PreparedKnowledge): Mention[] {
  const at = namedAt(findPhrases(knowledge.names, sentence.tokens), sentence);
  const mentions: Mention[] = [];
  for (let index = 0; index < sentence.tokens.length; index += 1) {
    const hit = at.get(index);
    const read = hit ? readName(sentence, at, hit) : null;
    if (!read) continue;
    mentions.push(read[0]);
    index = read[1];
  }
  return mentions;
}
