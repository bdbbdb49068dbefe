import type { Span } from '../engine/extraction/index.js';
import { Fault } from '../platform/fault.js';

/** The words among which a passage is looked for. */
export interface Words {
  readonly title: string | null;
  readonly text: string;
}

/** Where a passage stands that nobody has named. */
export const NO_PASSAGE: Span = { where: 'text', start: 0, end: 0, exact: '' };

/**
 * Where a passage stands, in the text or else in the title: exactly as it is written, for nothing is invented.
 *
 * @throws Fault invalid `no-such-passage`
 */
export function passageIn({ title, text }: Words, exact: string, pointer: string): Span {
  for (const [where, words] of [['text', text] as const, ['title', title ?? ''] as const]) {
    const start = words.indexOf(exact);
    if (start !== -1) return { where, start, end: start + exact.length, exact };
  }
  const detail =
    text === ''
      ? 'there is no text in which it could stand'
      : 'it does not stand in the text or the title as it is written';
  throw new Fault('invalid', 'no-such-passage', `"${exact.slice(0, 80)}": ${detail}.`, [
    { pointer, code: 'no-such-passage', detail },
  ]);
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};
const END_OF_SENTENCE = /[.!?。！？](?=\s|$)|\n/u;

/**
 * The words of a speaker of which only the beginning is known: to the quotation mark that closes them, where one opens
 * them, else to the end of the sentence.
 */
export function wholeSaying(text: string, begun: Span): Span {
  const closing = CLOSING[text[begun.start - 1] ?? ''];
  const closed = closing === undefined ? -1 : text.indexOf(closing, begun.end);
  const sentence = END_OF_SENTENCE.exec(text.slice(begun.end));
  const end = closed !== -1 ? closed : sentence === null ? text.length : begun.end + sentence.index;
  return { ...begun, end, exact: text.slice(begun.start, end) };
}
