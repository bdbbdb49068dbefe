import { answers, type Term } from './asked.js';
import { wordsOf } from './words.js';

/** A stretch of a text that answers what was asked for (UTF-16 units, the end not included). */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A part of a text with what answers in it; offsets are those of the part. */
export interface Excerpt {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** How much stands before the first match of an excerpt, at most. */
const LEAD = 40;
const ELLIPSIS = '…';

/** Where a text answers what is asked for: stretches that neither touch nor overlap, in their order. */
export function matchesIn(text: string, terms: readonly Term[]): Match[] {
  const matches: Match[] = [];
  for (const word of wordsOf(text)) {
    if (!terms.some((term) => answers(word, term))) continue;
    const last = matches.at(-1);
    if (last && word.start <= last.end) matches[matches.length - 1] = { ...last, end: Math.max(last.end, word.end) };
    else matches.push({ start: word.start, end: word.end });
  }
  return matches;
}

/** The part of a text that answers most of what is asked for; null where nothing in it does. `length` in UTF-16 units. */
export function excerptOf(text: string, terms: readonly Term[], length: number): Excerpt | null {
  const matches = matchesIn(text, terms);
  const [first] = matches;
  if (!first) return null;
  const within = (start: number): number =>
    matches.filter((match) => match.start >= start && match.end <= start + length - LEAD).length;
  const best = matches.reduce((found, { start }) => (within(start) > within(found) ? start : found), first.start);
  const from = text.length <= length ? 0 : boundary(text, Math.max(0, best - LEAD), 1);
  const to = text.length <= from + length ? text.length : boundary(text, from + length, -1);
  const lead = from > 0 ? ELLIPSIS : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? ELLIPSIS : ''}`,
    matches: matches
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

/** The next place where a word begins or ends, not far away; else one that cuts no sign in half. */
function boundary(text: string, at: number, step: 1 | -1): number {
  for (let near = at; Math.abs(near - at) < LEAD && near > 0 && near < text.length; near += step) {
    if (text[near - (step === 1 ? 1 : 0)] === ' ') return near;
  }
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
