import { sha256 } from './digest.js';
import { minHash, SIGNATURE_VALUES, spread } from './minhash.js';
import { normaliseText } from './normalise.js';

/** What is kept of a text to recognise an edited form of it: 264 bytes, from which the text cannot be told. */
export interface Fingerprint {
  /** How many words the normalised text has. */
  readonly words: number;
  /** Equal for texts that name the same numbers (words with a digit), in whatever order and however often. */
  readonly numbers: number;
  /** 128 values of 16 bits; the share of equal places estimates the share of common shingles. */
  readonly signature: Uint16Array;
}

/** Texts with fewer words are one shingle as a whole: two of them are equal, or have nothing in common. */
export const MIN_WORDS = 8;

const BLANK = 32;
const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** Each word of a normalised text as a hash (FNV-1a over its UTF-16 units), in order, and the sum of its numbers. */
function readWords(normal: string): { words: Int32Array; numbers: number } {
  const words = new Int32Array((normal.length + 1) >> 1);
  const numbers = new Set<number>();
  let count = 0;
  let word = HASH_START;
  let hasDigit = false;
  for (let at = 0; at <= normal.length; at += 1) {
    const unit = at < normal.length ? normal.charCodeAt(at) : BLANK;
    if (unit !== BLANK) {
      word = Math.imul(word ^ unit, HASH_PRIME);
      hasDigit ||= unit >= 48 && unit <= 57;
      continue;
    }
    if (hasDigit) numbers.add(word);
    words[count] = word;
    count += 1;
    word = HASH_START;
    hasDigit = false;
  }
  return { words: words.subarray(0, count), numbers: sumOf(numbers) };
}

function sumOf(hashes: Iterable<number>): number {
  let sum = 0;
  for (const hash of hashes) sum = (sum + spread(hash)) >>> 0;
  return sum;
}

/** Each pair of neighbouring words as a shingle, so that order counts; a very short text is one shingle. */
function shinglesOf(words: Int32Array): Int32Array {
  if (words.length < MIN_WORDS) return Int32Array.of(words.reduce((text, word) => spread(text ^ word), words.length));
  const shingles = new Int32Array(words.length - 1);
  for (let at = 0; at < shingles.length; at += 1) shingles[at] = spread(words[at]!) ^ words[at + 1]!;
  return shingles;
}

/** What is kept of a text to tell whether another is the same, or nearly the same. */
export interface TextIdentity {
  /**
   * The SHA-256 of the normalised text. Texts that differ only in white space, letter case, punctuation or quotation
   * marks have the same; nobody can make two other texts that do.
   */
  readonly contentHash: string;
  readonly fingerprint: Fingerprint;
}

/** The identity of a text; null where it has no word, so that reports without text are not taken for one. */
export function identify(text: string): TextIdentity | null {
  const normal = normaliseText(text);
  if (normal === '') return null;
  const { words, numbers } = readWords(normal);
  const signature = minHash(shinglesOf(words));
  return { contentHash: sha256(normal), fingerprint: { words: words.length, numbers, signature } };
}

const VERSION = '1';
const HEAD_BYTES = 8;
const BYTES = HEAD_BYTES + SIGNATURE_VALUES * 2;

/** The fingerprint as 353 letters and digits of ASCII (a version and Base64), for a text column. */
export function encodeFingerprint(print: Fingerprint): string {
  const view = new DataView(new ArrayBuffer(BYTES));
  view.setUint32(0, print.words);
  view.setUint32(4, print.numbers);
  print.signature.forEach((value, place) => view.setUint16(HEAD_BYTES + place * 2, value));
  return VERSION + btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

/** The six bits of each digit of Base64, by its code. */
const SIXES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(String.fromCharCode(code))),
);
const WRITTEN = /^1[A-Za-z0-9+/]{352}$/;

/** The four digits of Base64 from a place on, which are three bytes. */
const triple = (text: string, at: number): number =>
  (SIXES[text.charCodeAt(at)]! << 18) |
  (SIXES[text.charCodeAt(at + 1)]! << 12) |
  (SIXES[text.charCodeAt(at + 2)]! << 6) |
  SIXES[text.charCodeAt(at + 3)]!;

/** Reads what `encodeFingerprint` wrote; null for anything else, such as the form of another version. */
export function decodeFingerprint(text: string): Fingerprint | null {
  if (!WRITTEN.test(text)) return null;
  const bytes = new Uint8Array(BYTES);
  for (let at = 1, byte = 0; byte < BYTES; at += 4, byte += 3) {
    const three = triple(text, at);
    bytes[byte] = three >> 16;
    bytes[byte + 1] = three >> 8;
    bytes[byte + 2] = three;
  }
  const view = new DataView(bytes.buffer);
  const signature = new Uint16Array(SIGNATURE_VALUES);
  for (let place = 0; place < SIGNATURE_VALUES; place += 1) signature[place] = view.getUint16(HEAD_BYTES + place * 2);
  return { words: view.getUint32(0), numbers: view.getUint32(4), signature };
}
