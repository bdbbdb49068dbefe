import type { Term } from '../../engine/words/index.js';

/**
 * What is asked for as an expression of FTS5; of names alone where `inNames`. Its words hold letters and digits alone,
 * and stand between quotes.
 */
export function matchOf(terms: readonly Term[], inNames = false): string {
  const all = terms.map((term) => `(${alternatives(term)})`).join(' AND ');
  return inNames ? `names : (${all})` : all;
}

function alternatives({ words, whole, isOpen }: Term): string {
  const phrase = (text: string) => `"${text}"${isOpen ? ' *' : ''}`;
  return [words.join(' '), ...(whole === null ? [] : [whole])].map(phrase).join(' OR ');
}
