import { wordOf } from './words.js';

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
