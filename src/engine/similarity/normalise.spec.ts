import fc from 'fast-check';
import { normaliseText } from './normalise.js';

describe('the normalised text', () => {
  it.each([
    ['quotation marks of all kinds', '“Yes,” she said – ‘soon’…', 'yes she said soon'],
    ['an apostrophe, straight or curved', "Xiaomi’s, Xiaomi's", 'xiaomi s xiaomi s'],
    ['white space of all kinds', '\n a\u00a0b\t\u3000c ', 'a b c'],
    ['letter case', 'LEICA Straße ÉTÉ', 'leica straße été'],
    ['compatibility forms', 'ﬁrst １２Ｓ Ⅻ', 'first 12s xii'],
    ['composed and decomposed letters', 'caf\u00e9 cafe\u0301', 'café café'],
    ['what nobody sees', 'Xia\u00adomi\u200b 12\ufe0f', 'xiaomi 12'],
    ['punctuation inside of a number', '6.73-inch, 1,299', '6 73 inch 1 299'],
  ])('folds %s', (_name, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it.each([
    ['a currency', '$499', '€499'],
    ['a plus', 'Snapdragon 8 Gen 1', 'Snapdragon 8+ Gen 1'],
    ['a percentage', 'by 5 % more', 'by 5 more'],
    ['an accent', 'resume', 'résumé'],
  ])('keeps %s', (_name, left, right) => {
    expect(normaliseText(left)).not.toBe(normaliseText(right));
  });

  it('takes scripts without blanks sign by sign, and words in them whole', () => {
    expect(normaliseText('小米12 Ultra，首批用上骁龙8+。')).toBe('小 米 12 ultra 首 批 用 上 骁 龙 8 +');
  });

  it('is its own normalised text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
