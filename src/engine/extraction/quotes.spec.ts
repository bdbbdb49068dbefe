import { findQuotes } from './quotes.js';

const quotes = (text: string): string[] => findQuotes(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each<[string, string, readonly string[]]>([
    ['curved', 'He said “we are proud,” and left.', ['we are proud']],
    ['straight', 'He said "we are proud", and "very happy".', ['we are proud', 'very happy']],
    ['low', 'Er sagte: „Wir freuen uns“, und ging.', ['Wir freuen uns']],
    ['pointed', 'Il dit : « nous sommes fiers ».', ['nous sommes fiers']],
    ['single', "He said 'we are very proud today' and left.", ['we are very proud today']],
    ['single curved', 'He said ‘we are very proud today’ and left.', ['we are very proud today']],
    ['Chinese', '他说「我们很自豪」。', ['我们很自豪']],
    ['of several sentences', '“One. Two, three.” said he', ['One. Two, three.']],
    ['with an apostrophe', "He said 'it's what we've wanted' again.", ["it's what we've wanted"]],
    ['none: apostrophes', "The phone's price isn't the makers' problem.", []],
    ['none: inches', 'A 6.7" screen and a 7" one.', []],
    ['none: left open', '“It ends\nhere”', []],
  ])('%s', (_name, text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });
});
