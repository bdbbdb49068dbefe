import type { FoundCue } from './cues.js';
import { runOf, type NameRun } from './name-runs.js';
import type { Sentence } from './segment.js';
import { isHan } from './tokens.js';

/** Characters with which the words after a Chinese name begin, and no name ends. */
const AFTER_NAME = new Set('在此表称说近也则对曾向日今昨写回透指强发认接告补坦承谈已仍就又还恰随于更提确宣等进先相');
const SHORTEST = 2;
const LONGEST = 3;

/** How many characters of a name stand from that token on: two, or three where the third is no other word's first. */
function nameLength({ tokens, text }: Sentence, first: number): number {
  let length = 0;
  while (length < LONGEST) {
    const token = tokens[first + length];
    if (!token || !isHan(token.key.charCodeAt(0)) || (length > 0 && token.start !== tokens[first + length - 1]!.end))
      break;
    if (length >= SHORTEST && AFTER_NAME.has(text.charAt(token.start))) break;
    length += 1;
  }
  return length >= SHORTEST ? length : 0;
}

/** Roles that are written in letters before a Chinese name: `CEO陆一舟`. */
const LATIN_ROLE = /^C[A-Z]O$/;

/** The Chinese names of people of a sentence, which stand right behind a word for what they are: `创始人雷军`. */
export function hanNames(sentence: Sentence, cues: readonly FoundCue[]): NameRun[] {
  const roles = cues.filter(
    (each) =>
      each.cue === 'role' &&
      (isHan(sentence.text.charCodeAt(each.end - 1)) || LATIN_ROLE.test(sentence.text.slice(each.start, each.end))),
  );
  return roles.flatMap(({ last, end }) => {
    const inner = roles.some((other) => other.first <= last && other.last > last);
    const isNext = sentence.tokens[last + 1]?.start === end;
    const length = inner || !isNext ? 0 : nameLength(sentence, last + 1);
    return length === 0 ? [] : [runOf(sentence, last + 1, last + length)];
  });
}
