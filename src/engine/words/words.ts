import { foldWord } from './fold.js';

/** A word of a text as it is looked up, and where it stands (UTF-16 units). */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What is written in one go: `12S`, `X-T5`, `200MP`, `小米`. It is found by its pieces, one after the other, and by the
 * whole without what joins them.
 */
export interface Stretch extends Pick<Word, 'start' | 'end'> {
  readonly pieces: readonly Word[];
  /** The pieces in one word; null where it has but one, or where they are not joined in speech (`6.7`). */
  readonly whole: string | null;
  /** Whether its pieces are pairs of signs, of a script that leaves no blanks between words. */
  readonly isPaired: boolean;
}

/** The longest word that is told from another (UTF-16 units). */
const MAX_WORD = 64;

/** The longest name by which a thing is found whole (UTF-16 units): no database keeps a word of any length. */
const MAX_NAME = 500;

const LETTER = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]`;
const JOINT = String.raw`(?:[-\u2010-\u2013_'’]|(?<=\p{N})[.,](?=\p{N}))`;
const STRETCH = new RegExp(`${LETTER}+(?:${JOINT}${LETTER}+)*\\+*`, 'gu');
/** What these come to in a text of ASCII alone, where they are found several times as fast. */
const PLAIN_STRETCH = /[A-Za-z0-9]+(?:(?:[-_']|(?<=\d)[.,](?=\d))[A-Za-z0-9]+)*\+*/g;
const PLAIN_WORD = /^[A-Za-z0-9]+$/;
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]`;
const RUNS = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, 'gsu');
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const PIECE = new RegExp(`${LETTER}+|\\+`, 'gu');
const NUMERIC_JOINT = /\p{N}(?:\.|,(?!\d{3}(?!\d)))\p{N}|\+/u;
const PLAIN = /^[\0-\x7f]*$/;
const UNIT_PARTS = /\d+|[a-z]+/g;
const HAS_UNIT = /\d[a-z]{2}|[a-z]{2}\d/;
const LONE_LETTER = /(?<![a-z])[a-z](?![a-z])/;

/** The beginning of a text, of so many UTF-16 units at most, without half a letter at its end. */
export const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** The stretches of a text, in their order. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { 0: found, index } of text.matchAll(PLAIN.test(text) ? PLAIN_STRETCH : STRETCH)) {
    if (PLAIN.test(found)) {
      stretches.push(PLAIN_WORD.test(found) ? plainStretch(found, index) : joinedStretch(found, index));
      continue;
    }
    for (const run of found.matchAll(RUNS)) {
      const at = index + run.index;
      const stretch = IS_UNSPACED.test(run[0]) ? pairedStretch(run[0], at) : joinedStretch(run[0], at);
      if (stretch.pieces.length > 0) stretches.push(stretch);
    }
  }
  return stretches;
}

/** Letters and digits of ASCII alone, as most words are: one piece, or a number and its unit. */
function plainStretch(text: string, start: number): Stretch {
  const end = start + text.length;
  const pieces = partsOf(text.slice(0, MAX_WORD).toLowerCase()).map((key) => ({ key, start, end }));
  const whole = pieces.length > 1 ? pieces.map(({ key }) => key).join('') : null;
  return { pieces, whole, isPaired: false, start, end };
}

function joinedStretch(text: string, start: number): Stretch {
  const pieces: Word[] = [];
  for (const { 0: found, index } of text.matchAll(PIECE)) {
    const [from, end] = [start + index, start + index + found.length];
    const key = found === '+' ? 'plus' : cutAt(foldWord(found), MAX_WORD);
    if (key !== '') for (const part of partsOf(key)) pieces.push({ key: part, start: from, end });
  }
  const whole = pieces.length > 1 && !NUMERIC_JOINT.test(text) ? pieces.map(({ key }) => key).join('') : null;
  return {
    pieces,
    whole: whole === null ? null : cutAt(whole, MAX_WORD),
    isPaired: false,
    start,
    end: start + text.length,
  };
}

/** A number and its unit (`200mp`) are two words; a model such as `12s` or `t5` is one. */
function partsOf(key: string): readonly string[] {
  if (!HAS_UNIT.test(key) || LONE_LETTER.test(key)) return [key];
  const parts = key.match(UNIT_PARTS) ?? [];
  return parts.join('') === key ? parts : [key];
}

/** Signs by twos, and the last by itself, so that one sign finds every word that has it. */
function pairedStretch(text: string, start: number): Stretch {
  const end = start + text.length;
  const [signs, folded] = [[...text], [...foldWord(text)]];
  const isEven = signs.length === folded.length;
  const ends = signs.map((_, index) => start + signs.slice(0, index + 1).join('').length);
  const pieces = folded.map((sign, index): Word => {
    const from = isEven ? (ends[index - 1] ?? start) : start;
    const to = isEven ? (ends[index + 1] ?? end) : end;
    return { key: sign + (folded[index + 1] ?? ''), start: from, end: to };
  });
  return { pieces, whole: null, isPaired: true, start, end };
}

/** Every word by which a text is found, with its place: the pieces of each stretch in turn, then its whole. */
export function wordsOf(text: string): Word[] {
  return stretchesOf(text).flatMap(({ pieces, whole, start, end }) =>
    whole === null ? pieces : [...pieces, { key: whole, start, end }],
  );
}

/** The words by which a text is found, with one blank between them. */
export const wordText = (text: string): string =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(' ');

/** A name in words with one blank between them: as it is parted, and with what is joined in one. */
export interface Spelling {
  readonly apart: string;
  readonly together: string;
}

/** How a name is spelled: `X-T5` as `x t5` and as `xt5`. */
export function spellingOf(name: string): Spelling {
  const words = stretchesOf(name).map(({ pieces, whole, isPaired }) => {
    const apart = isPaired ? pieces.map(({ key }) => [...key][0]).join('') : pieces.map(({ key }) => key).join(' ');
    return { apart, together: whole ?? apart };
  });
  return {
    apart: words.map(({ apart }) => apart).join(' '),
    together: words.map(({ together }) => together).join(' '),
  };
}

/** One key for a name however it is written: `X-T5` and `xt5` have the same. Empty where it has no letter or digit. */
export const nameWhole = (name: string): string => cutAt(spellingOf(name).together.replaceAll(' ', '·'), MAX_NAME);
