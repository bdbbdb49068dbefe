import { isUnit, modelWord } from './model-words.js';
import type { Line } from './scene.js';

const CAMEL = /^(?:[A-Z][a-z]+[A-Z][A-Za-z]*|[a-z][A-Z][A-Za-z]+)$/;
const CAPITAL = /^[A-Z][a-z]{2,}$/;

/** A name found by its shape, offsets within its sentence. */
export interface Own {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How many tokens from `index` on are a word and a model number (`Model 2`) or a number and a suffix (`12S Ultra`). */
function shapeLength(line: Line, index: number): number {
  const { tokens, text } = line;
  const kindAt = (at: number): ReturnType<typeof modelWord> => {
    const token = tokens[at];
    const apart = at > index && token !== undefined && text.slice(tokens[at - 1]!.end, token.start) !== ' ';
    return token === undefined || apart ? null : modelWord(token, text, tokens[at + 1], false);
  };
  const first = kindAt(index);
  const second = kindAt(index + 1);
  const word = text.slice(tokens[index]!.start, tokens[index]!.end);
  const numbered = first === 'line' && CAPITAL.test(word) && second === 'number';
  const suffixed = first === 'number' && /[a-z]/i.test(word) && second === 'suffix';
  if (!numbered && !suffixed) return 0;
  let length = 2;
  while (kindAt(index + length) === 'suffix') length += 1;
  return length;
}

/** Names by shape alone: two joined words (`AirPower`), or what `shapeLength` finds. */
export function ownNames(line: Line): Own[] {
  const { tokens, text, mentions } = line;
  return tokens.flatMap((token, index): Own[] => {
    if (mentions.some((each) => each.start < token.end && token.start < each.end)) return [];
    const isJoined = CAMEL.test(text.slice(token.start, token.end)) && !isUnit(token.key);
    const length = isJoined ? 1 : shapeLength(line, index);
    if (length === 0) return [];
    const { end } = tokens[index + length - 1]!;
    return [{ name: text.slice(token.start, end), start: token.start, end }];
  });
}

/** A device of a maker that is not known, named for comparison: `the rival Tessel P9`. */
export function isUnknownRival(line: Line, own: Own): boolean {
  const before = line.text.slice(Math.max(0, own.start - 20), own.start);
  return (
    /\d/.test(own.name) && /(?:\b(?:rival|competing|than the|like the|predecessor|as the|over the) )$/i.test(before)
  );
}
