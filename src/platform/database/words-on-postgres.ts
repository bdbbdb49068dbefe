import type { Term } from '../../engine/words/index.js';

/** How much a word weighs by where it stands: A in a whole name, B in a name, D elsewhere. */
type Weight = 'A' | 'B' | 'D';

/** PostgreSQL counts no position beyond this one. */
const LAST_POSITION = 16_383;

/** The words of a document as a `tsvector` in writing. They hold letters and digits alone, so that nothing needs quoting. */
export function vectorOf(parts: readonly (readonly [text: string, weight: Weight])[]): string {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [text, weight] of parts) {
    for (const word of text.split(' ')) {
      if (word === '') continue;
      position = Math.min(position + 1, LAST_POSITION);
      const place = `${position}${weight === 'D' ? '' : weight}`;
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
    position = Math.min(position + 1, LAST_POSITION); // so that no words of two parts stand together
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** What is asked for as a `tsquery` in writing; of names alone where `inNames`. */
export const tsqueryOf = (terms: readonly Term[], inNames = false): string =>
  terms.map((term) => `(${alternatives(term, inNames ? 'AB' : '')})`).join(' & ');

function alternatives({ words, whole, isOpen }: Term, weights: string): string {
  const lexeme = (word: string, isLast: boolean) => {
    const marks = `${isOpen && isLast ? '*' : ''}${weights}`;
    return `'${word}'${marks === '' ? '' : `:${marks}`}`;
  };
  const phrase = words.map((word, index) => lexeme(word, index === words.length - 1)).join(' <-> ');
  return whole === null ? phrase : `(${phrase}) | ${lexeme(whole, true)}`;
}
