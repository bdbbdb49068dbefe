import { cutAt } from '../engine/words/index.js';
import { Fault } from '../platform/fault.js';

/** The longest text that is read, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 200_000;

const MAX_TITLE = 160;

/** Letters that stand where a byte could not be read, and control characters that no article has. */
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;

/**
 * Refuses what is no text to be read.
 *
 * @throws Fault invalid `empty-text`, too large `text-too-large`, malformed `not-text`
 */
export function assertReadable(text: string): void {
  if (text.trim() === '') throw new Fault('invalid', 'empty-text', 'There is no text to read.');
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_TEXT_BYTES) {
    const size = `${Math.ceil(bytes / 1000)} kB`;
    throw new Fault(
      'too_large',
      'text-too-large',
      `The text has ${size}; at most ${MAX_TEXT_BYTES / 1000} kB are read.`,
    );
  }
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  if (text.includes('\u0000') || unreadable > text.length / 200) {
    throw new Fault('malformed', 'not-text', 'This is no plain text in UTF-8 (a binary file, or another encoding?).');
  }
}

/** The title of an article that was handed in without one: its first line, cut at a word where there are any. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n', 1)[0]!.trim();
  if (line.length <= MAX_TITLE) return line;
  const head = cutAt(line, MAX_TITLE);
  const lastBlank = head.lastIndexOf(' ');
  return `${(lastBlank > MAX_TITLE / 2 ? head.slice(0, lastBlank) : head).trimEnd()}…`;
}
