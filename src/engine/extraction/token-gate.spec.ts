import { matches } from './matches.js';
import { stemsOf, TokenGate } from './token-gate.js';
import { tokenize } from './tokens.js';

describe('the first look at the words of a sentence', () => {
  it.each<[string, readonly string[]]>([
    ['tage?n?|wochen?', ['tag', 'woche']],
    ['(?:the )?(?:next|coming) week', ['next', 'coming', 'week']],
    ["l'[ae]lpha|próxim[oa]", ['lpha', 'próxim']],
    ['20\\d\\d', []],
  ])('takes from %s the beginnings of its words', (source, stems) => {
    expect(stemsOf(source)).toEqual(stems);
  });

  it('tells of which groups a sentence has a word, each time', () => {
    const gate = new TokenGate([/^jul/, /^20\d\d/, /^week/]);
    for (const [text, mask] of [
      ['It comes in July 2027.', 3],
      ['It comes next week.', 4],
      ['It comes.', 0],
      ['It comes in July 2027.', 3],
    ] as const)
      expect(gate.maskOf(tokenize(text))).toBe(mask);
  });
});

describe('the hits of a pattern', () => {
  it.each(['', 'a', 'banana', 'a1b22c333'])('in "%s" are those of matchAll', (text) => {
    for (const pattern of [/a/g, /\d+/g, /(?=a)/g])
      expect(matches(text, pattern).map((hit) => [hit.index, hit[0]])).toEqual(
        [...text.matchAll(pattern)].map((hit) => [hit.index, hit[0]]),
      );
  });
});
