import { nameKeyOf, type Mention } from './mentions.js';
import { isNoLine, PART_AFTER, SERIES_AFTER } from './model-words.js';
import type { Line } from './scene.js';
import type { Token } from './tokens.js';

/** How often a word must stand behind a model, and never another one or none, to be a part of its name. */
const STEADY = 2;
/** A word that may go on a model: `Omni`, `Arm`, `IX`; a year, a size or a word of the language in small letters may not. */
const TAIL = /^(?:[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{1,9}|[IVX]{1,4})$/;
/** Kinds of product that headlines put behind a name: `Canvas 2 TV`. */
const KIND =
  / (?:TV|TVs|Phone|Smartphone|Tablet|Laptop|Headset|Console|Handheld|Camera|Drone|Speaker|Soundbar|Watch|Smartwatch|Earbuds|Headphones|Glasses|Robot|Vacuum|Scooter|Bike|Router|Projector|Printer|Monitor)$/;

/** The device mention's last token, as a place among the tokens of its line; -1 where it does not end with one. */
const lastOf = (line: Line, mention: Mention): number => line.tokens.findIndex(({ end }) => end === mention.end);

/** What is written behind a token after one blank; empty where something else stands between, or nothing. */
function behind({ tokens, text }: Line, index: number): string {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next || text.slice(token.end, next.start) !== ' ') return '';
  return text.slice(next.start, next.end).replace(/'s$/, '');
}

/** The words by which the article is looked through for a name: its two last ones, or one of letters and digits alone. */
type Ending = readonly [string | null, string];

const DISTINCT = /[a-z]\d|\d[a-z]/;

function endingOf({ tokens }: Line, last: number): Ending {
  const { key } = tokens[last]!;
  return [DISTINCT.test(key) ? null : (tokens[last - 1]?.key ?? null), key];
}

/** What stands behind those words wherever they stand. */
function* allBehind(lines: readonly Line[], [former, latter]: Ending): Generator<string> {
  for (const line of lines)
    for (const [index, { key }] of line.tokens.entries())
      if (key === latter && (former === null || line.tokens[index - 1]?.key === former)) yield behind(line, index);
}

/** Whether the last word holds a number, so that it says which of a line is meant. */
const isNumbered = (line: Line, last: number): boolean => /\d/.test(line.tokens[last]?.key ?? '');

/** The word that stands behind a model at each of its places, by which it is a part of the name; null where none does. */
function tailOf(lines: readonly Line[], line: Line, last: number): string | null {
  const word = behind(line, last);
  const key = word.toLowerCase();
  if (!TAIL.test(word) || PART_AFTER.has(key) || SERIES_AFTER.has(key) || isNoLine(key)) return null;
  let times = 0;
  for (const other of allBehind(lines, endingOf(line, last))) {
    if (other !== word) return null;
    times += 1;
  }
  return times >= STEADY ? word : null;
}

/** Whether the article also names that model without the kind of product that is written behind it. */
function isAlsoBare(lines: readonly Line[], line: Line, last: number): boolean {
  const kind = line.text.slice(line.tokens[last]!.start, line.tokens[last]!.end);
  for (const other of allBehind(lines, endingOf(line, last - 1))) if (other !== kind) return true;
  return false;
}

/** The mention up to that token. */
function until(mention: Mention, line: Line, token: Token): Mention {
  const added = line.text.slice(mention.end, token.end);
  const name =
    added === '' ? mention.name.slice(0, mention.name.length - (mention.end - token.end)) : mention.name + added;
  const from = mention.key.length - nameKeyOf(line.text.slice(mention.start, mention.end)).length;
  const key = nameKeyOf(line.text.slice(mention.start, token.end)).slice(from < 0 ? -from : 0);
  return { ...mention, name, key, end: token.end };
}

function steady(mention: Mention, line: Line, lines: readonly Line[]): Mention {
  if (mention.kind !== 'device' || mention.known !== null) return mention;
  const last = lastOf(line, mention);
  if (last < 1) return mention;
  if (isNumbered(line, last))
    return tailOf(lines, line, last) === null ? mention : until(mention, line, line.tokens[last + 1]!);
  const isKind = KIND.test(mention.name) && isNumbered(line, last - 1);
  return isKind && isAlsoBare(lines, line, last) ? until(mention, line, line.tokens[last - 1]!) : mention;
}

/**
 * The sentences with the names of unknown devices as long as the article writes them throughout: what stands behind a
 * model at each of its places belongs to it (`T80 Omni`, `1 IX`), and a kind of product that it also does without does
 * not (`Canvas 2 TV`).
 */
export function withSteadyNames(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    if (line.mentions.length === 0) return line;
    const mentions = line.mentions.map((mention) => steady(mention, line, lines));
    return mentions.every((mention, at) => mention === line.mentions[at]) ? line : { ...line, mentions };
  });
}
