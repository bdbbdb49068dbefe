import fc from 'fast-check';
import { figureOf, wordOf } from './words.js';

describe('wordOf', () => {
  it.each([
    [0, 'almost no chance'],
    [0.049, 'almost no chance'],
    [0.05, 'very unlikely'],
    [0.199, 'very unlikely'],
    [0.2, 'unlikely'],
    [0.449, 'unlikely'],
    [0.45, 'roughly even'],
    [0.45 - 1e-16, 'roughly even'],
    [0.549, 'roughly even'],
    [0.55, 'likely'],
    [0.799, 'likely'],
    [0.8, 'very likely'],
    [0.95, 'very likely'],
    [0.951, 'almost certain'],
    [1, 'almost certain'],
  ])('calls %f "%s"', (probability, word) => {
    expect(wordOf(probability)).toBe(word);
  });
});

describe('figureOf', () => {
  it.each([
    [0.542, '54'],
    [0.4495, '44.9'],
    [0.45, '45'],
    [0.9503, '95.1'],
    [0.95, '95'],
    [0.0463, '4.6'],
    [0.796, '79.6'],
  ])('says %f as %s', (probability, figure) => {
    expect(figureOf(probability)).toBe(figure);
  });

  it('never stands under another word than its probability, and is within a point of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const shown = Number(figureOf(probability)) / 100;
        expect(wordOf(shown)).toBe(wordOf(probability));
        expect(Math.abs(shown - probability)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});
