import { isUnit, modelWord, type ModelWord } from './model-words.js';
import type { Line } from './scene.js';

const CAMEL = /^(?:[A-Z][a-z]+[A-Z][A-Za-z]*|[a-z][A-Z][A-Za-z]+)$/;
const CAPITAL = /^[A-Z][a-z]{2,}\+?$/;

/** A name found by its shape, offsets within its sentence. */
export interface Own {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits in one word or parted by a hyphen: `R3X`, `X-Pro4`, `WH-1000XM7`. */
const CODE = /^(?=[A-Z0-9-]*[A-Z])(?=[A-Za-z0-9-]*\d)[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+){0,2}$/;
/** Codes of parts, standards, sizes and times. */
const NO_CODE =
  /^(?:[AMHQ]\d{1,2}|(?:MY|IP|IMX|OV|GN|HP|JN|LYT|AD|GA|GB|GR|TU|MT|SM|SD|LPDDR|GDDR|UFS|USB|DDR|HDR|MP|CES|MWC|IFA|PCI|HBM|BT|WPA|AV|H|CAT|DLSS|FSR|S5K|RDNA|VP|XR|TSMC)-?\d+[A-Za-z]?|[NCTGP]-?\d+|[345][GD]|\d.*|COVID.*|.*\d(?:GB|TB|MP|W|Hz|mAh|nm))$/;
/** Words that end names and begin some too: `Mini 6 Pro`. */
const LINE_SUFFIX = /^(?:Mini|Neo|Flip|Air|Note|Edge|Play|Ace|Studio|Zero|Power|Art|Style|Active|Fold|Ear)$/;
const SHORTEST_CODE = 3;

/** How many tokens from `index` on are a code; 0 where it is none. */
function codeLength(line: Line, index: number): number {
  const { tokens, text } = line;
  let last = index;
  while (last - index < 2 && last + 1 < tokens.length && text.slice(tokens[last]!.end, tokens[last + 1]?.start) === '-')
    last += 1;
  const code = text.slice(tokens[index]!.start, tokens[last]!.end);
  return code.length >= SHORTEST_CODE && CODE.test(code) && !NO_CODE.test(code) ? last - index + 1 : 0;
}

type KindAt = (at: number) => ModelWord | null;

/** What each token from `index` on may be within a name that starts there. */
function kindsFrom(line: Line, index: number): KindAt {
  const { tokens, text } = line;
  return (at) => {
    const token = tokens[at];
    const gap = at > index && token !== undefined ? text.slice(tokens[at - 1]!.end, token.start) : ' ';
    return token === undefined || (gap !== ' ' && gap !== ' (') ? null : modelWord(token, text, tokens[at + 1], false);
  };
}

/** So many words may stand between a name's first and its number: `XL` of `Fairbuds XL 2`. */
const MOST_BETWEEN = 2;

/** How many suffixes, or words of that kind, follow from `at` on. */
function suffixes(kindAt: KindAt, at: number, or: ModelWord = 'suffix'): number {
  let length = 0;
  for (let kind = kindAt(at); kind === 'suffix' || (kind !== null && kind === or); kind = kindAt(at + length))
    length += 1;
  return length;
}

/** Whether the token is a letter in brackets, as in `Speaker (b)`. */
function isBracketed({ tokens, text }: Line, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && /^\([a-z]\)$/.test(text.slice(token.start - 1, token.end + 1));
}

/**
 * How many tokens from `index` on are a word and a model number (`Model 2`), a number and a suffix (`12S Ultra`), two
 * joined words (`AirPower`) with what follows, or a code (`R3X`); 0 where they are none.
 */
function shapeLength(line: Line, index: number): number {
  const { tokens, text } = line;
  const kindAt = kindsFrom(line, index);
  const first = kindAt(index);
  const word = text.slice(tokens[index]!.start, tokens[index]!.end);
  const isJoined = CAMEL.test(word) && !isUnit(tokens[index]!.key) && first === 'line';
  const isWord =
    isJoined || ((first === 'line' || first === 'product' || LINE_SUFFIX.test(word)) && CAPITAL.test(word));
  const between = isWord ? suffixes(kindAt, index + 1, 'product') : 0;
  const numbered = isWord && between <= MOST_BETWEEN && kindAt(index + 1 + between) === 'number';
  if (numbered) return 2 + between + suffixes(kindAt, index + 2 + between);
  const isLettered = first === 'product' && CAPITAL.test(word) && isBracketed(line, index + 1);
  if (isLettered) return 2 + suffixes(kindAt, index + 2);
  const suffixed = first === 'number' && /[a-z]/i.test(word) && kindAt(index + 1) === 'suffix';
  if (suffixed) return 2 + suffixes(kindAt, index + 2);
  if (isJoined) return 1;
  const code = codeLength(line, index);
  return code === 0 ? 0 : code + suffixes(kindAt, index + code);
}

/** How a word begins with which no name does. */
const SMALL = /^[a-z\u00df-\u00ff](?:[^A-Z]|$)/;

/** Names by shape alone, without a maker's: what `shapeLength` finds where no name was found yet. */
export function ownNames(line: Line): Own[] {
  const { tokens, text, mentions } = line;
  const found: Own[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const { start } = tokens[index]!;
    if (SMALL.test(text.slice(start, start + 2))) continue;
    if (mentions.some((each) => each.start < tokens[index]!.end && start < each.end)) continue;
    const length = shapeLength(line, index);
    if (length === 0) continue;
    const bracket = text.charAt(tokens[index + length - 1]!.end) === ')' ? 1 : 0;
    const end =
      tokens[index + length - 1]!.end +
      (text.slice(start, tokens[index + length - 1]!.end).includes('(') ? bracket : 0);
    found.push({ name: text.slice(start, end), start, end });
    index += length - 1;
  }
  return found;
}

/** Whether the sentence has a word behind which such a device may stand. */
export const mayRival = ({ lower }: Line): boolean =>
  /\b(?:rival|competing|than the|like the|predecessor|as the|over the) /.test(lower);

/** A device of a maker that is not known, named for comparison: `the rival Tessel P9`. */
export function isUnknownRival(line: Line, own: Own): boolean {
  const before = line.text.slice(Math.max(0, own.start - 20), own.start);
  return (
    /\d/.test(own.name) && /(?:\b(?:rival|competing|than the|like the|predecessor|as the|over the) )$/i.test(before)
  );
}
