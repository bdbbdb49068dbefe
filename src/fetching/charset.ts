import { TextDecoder } from 'node:util';

/** How far into a page its own word on its encoding is looked for, in bytes. */
const LOOKED_AT = 2048;

/** `charset=…` of a header or a tag, `encoding="…"` of an XML declaration. */
const SAID = /(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i;

const saidIn = (text: string): string | null => SAID.exec(text)?.[1] ?? null;

/** The encoding that the first bytes give away: a mark, or the blanks of UTF-16 between the letters of markup. */
function markOf(bytes: Buffer): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

/** What the bytes from 0x80 on are in Windows-1252, which some decoders read as control characters. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTROLS = /[\u0080-\u009f]/g;

/** A text in an encoding; null where nobody knows it, or where the bytes are none of it. */
function read(bytes: Buffer, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    if (decoder.encoding !== 'windows-1252') return text;
    return text.replace(CONTROLS, (letter) => FROM_0X80[letter.charCodeAt(0) - 0x80]!);
  } catch {
    return null;
  }
}

/**
 * The text of what was fetched: in the encoding that its first bytes give away, else that of its header, else the one
 * that it names itself, else UTF-8; Windows-1252 where that is none. What is said and cannot be true is not believed.
 */
export function textOf(bytes: Buffer, contentType: string): string {
  const mark = markOf(bytes);
  if (mark !== null) return read(bytes, mark, false) ?? '';
  const head = bytes.subarray(0, LOOKED_AT).toString('latin1');
  for (const said of [saidIn(contentType), saidIn(head), 'utf-8']) {
    // a text whose letters could be read as ASCII is not in an encoding of two bytes a letter
    const text = said === null || /^utf-?16/i.test(said) ? null : read(bytes, said, true);
    if (text !== null) return text;
  }
  return read(bytes, 'windows-1252', false) ?? '';
}
