const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const PLAIN = /^[\0-\x7f]*$/;

/** How a sign stands in a text: between words, within a word, or as a word by itself. */
const BETWEEN = 1;
const WITHIN = 2;
const ALONE = 3;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const WORD_SIGN =
  /[\p{Sc}+%\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The kinds of the code points that were met so far; 0 = not yet met. */
const KINDS = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const sign = String.fromCodePoint(code);
  const kind = WORD_SIGN.test(sign) ? ALONE : LETTER.test(sign) ? WITHIN : BETWEEN;
  KINDS[code] = kind;
  return kind;
}

/** One form for what looks alike: lower case, compatibility forms (NFKC), nothing invisible. */
function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(INVISIBLE, '');
}

/**
 * What is compared of a text: its words in lower case with one blank between them. Quotation marks, punctuation, white
 * space, letter case and typographic forms do not count; currency signs, `+` and `%` do, as words, because `$499` and
 * `€499`, or `8` and `8+`, say different things. Scripts without blanks between words are taken sign by sign.
 */
export function normaliseText(text: string): string {
  const folded = fold(text);
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < folded.length;) {
    const code = folded.codePointAt(at)!;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = KINDS[code] || kindOf(code);
    if (kind !== WITHIN && start !== -1) {
      words.push(folded.slice(start, at));
      start = -1;
    }
    if (kind === WITHIN && start === -1) start = at;
    if (kind === ALONE) words.push(folded.slice(at, next));
    at = next;
  }
  if (start !== -1) words.push(folded.slice(start));
  return words.join(' ');
}
