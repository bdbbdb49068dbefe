import fc from 'fast-check';
import { spansIn, stretchesOf, type NumberedSpan } from './marked-text.js';

const TEXT = 'The phone may come in July, for 999 €.';

describe('a marked text', () => {
  it('is cut where passages begin and end', () => {
    const spans = [
      { number: 1, start: 4, end: 26 },
      { number: 2, start: 22, end: 26 },
    ];
    expect(stretchesOf(TEXT, spans)).toEqual([
      { text: 'The ', covers: [], begins: [] },
      { text: 'phone may come in ', covers: [1], begins: [1] },
      { text: 'July', covers: [1, 2], begins: [2] },
      { text: ', for 999 €.', covers: [], begins: [] },
    ]);
  });

  it('numbers the passages of title and text as the claims are', () => {
    const span = (where: 'title' | 'text') => ({ where, start: 0, end: 3, exact: 'The' });
    expect(spansIn('text', [span('text'), span('title'), span('text')]).map(({ number }) => number)).toEqual([1, 3]);
  });

  it('loses nothing of the text, and gives back each passage exactly, however they overlap', () => {
    const passages = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 31, unit: 'binary' }), passages, (text, ends) => {
        const spans = ends.map(([one, other], index): NumberedSpan => {
          return { number: index + 1, start: Math.min(one, other), end: Math.max(one, other) + 1 };
        });
        const stretches = stretchesOf(text, spans);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
        for (const { number, start, end } of spans) {
          const own = stretches.filter(({ covers }) => covers.includes(number));
          expect(own.map((stretch) => stretch.text).join('')).toBe(text.slice(start, end));
          expect(own.filter(({ begins }) => begins.includes(number))).toHaveLength(1);
        }
      }),
    );
  });
});
