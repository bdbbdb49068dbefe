/** A word, a number or a single Chinese character, with its place in its sentence. */
export interface Token {
  /** Lower case, without a possessive ending: `xiaomi` for `Xiaomi's`. */
  readonly key: string;
  /** Offsets in the text that was cut, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const TWINS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '–': '-',
  '‑': '-',
  '″': '"',
  '”': '"',
  '“': '"',
  '×': 'x',
  '￥': '¥',
  '，': ',',
  '：': ':',
};

/** The text with every typographic variant of a character (quotes, dashes, blanks) made plain; its length is kept. */
export function plain(text: string): string {
  return text.replace(/[^\n\x20-\x7e]/g, (char) => TWINS[char] ?? (/\s/.test(char) ? ' ' : char));
}

/** The text in lower case; a character whose lower case has another length stays, so that offsets hold. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let kept = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index).toLowerCase();
    kept += char.length === 1 ? char : text.charAt(index);
  }
  return kept;
}

/** Whether the code unit is a Chinese character, which is a token of its own. */
export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/**
 * Whether the code unit belongs to a word. The patterns of the reader write letters as such ranges too
 * (`A-Za-z\u00c0-\u1fff\u3040-\ud7ff`): a pattern with Unicode properties takes some ten times as long to compile.
 */
function isWord(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7 || isHan(code)) return false;
  return !((code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00);
}

/** Articles and prepositions that lose their vowel before a word, which is one of its own: `l'Alpha`, `dell'Alfa`. */
const ELISIONS = new Set('l d qu c j m n s t un dell all nell sull dall quest'.split(' '));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the word up to an apostrophe is elided; `d's` and the like are a letter and its ending. */
const isElided = (text: string, from: number, end: number): boolean =>
  end - from <= 5 &&
  ELISIONS.has(text.slice(from, end).toLowerCase()) &&
  end + 2 < text.length &&
  isWord(text.charCodeAt(end + 2));

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isWord(code)) continue;
    const char = text.charAt(end);
    const after = text.charCodeAt(end + 1);
    if ((char === '.' || char === ',') && isDigit(text.charCodeAt(end - 1)) && isDigit(after)) continue;
    if (char === '_' && isWord(after)) continue;
    if (char === "'" && isWord(after) && !isElided(text, from, end)) continue;
    if (char === '+' && !isWord(after)) end += 1;
    break;
  }
  return end;
}

/** The tokens of a plain text, in order; hyphens part words, a plus sign at the end belongs to its word. */
export function tokenize(text: string): Token[] {
  const lower = lowered(text);
  const tokens: Token[] = [];
  for (let index = 0; index < text.length;) {
    const code = text.charCodeAt(index);
    if (isHan(code)) {
      tokens.push({ key: text.charAt(index), start: index, end: index + 1 });
      index += 1;
    } else if (isWord(code)) {
      const full = wordEnd(text, index);
      const possessive = lower.startsWith("'s", full - 2) && full - index > 2;
      const end = possessive ? full - 2 : full;
      tokens.push({ key: lower.slice(index, end), start: index, end });
      index = full;
    } else {
      index += 1;
    }
  }
  return tokens;
}
