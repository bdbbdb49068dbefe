import { segment } from './segment.js';

const texts = (text: string, title = ''): string[] => segment(title, text).map((each) => each.text);

describe('sentences', () => {
  it.each<[string, string, readonly string[]]>([
    ['end at full stops', 'One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'do not end at decimals and abbreviations',
      'It has 6.7 in. No. 5 of Foo Inc. is here.',
      ['It has 6.7 in.', 'No. 5 of Foo Inc. is here.'],
    ],
    ['do not end before small letters', 'It costs approx. five euros.', ['It costs approx. five euros.']],
    ['end at lines', 'A heading\nA sentence.', ['A heading', 'A sentence.']],
    ['end after a closing quotation mark', '“It is here.” He left.', ['"It is here."', 'He left.']],
    ['of Chinese need no blanks', '它来了。很好。', ['它来了。', '很好。']],
    ['leave out what belongs to the page', 'Text.\nSee also: more\nLeave a Reply\nYour email', ['Text.']],
    ['leave out a stamp', ' date 2022-06-08 Text.', ['Text.']],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('stand at their offsets, the title apart', () => {
    const title = 'One thing';
    const text = '  First.  Second.\nThird';
    for (const { where, start, text: piece } of segment(title, text)) {
      expect((where === 'title' ? title : text).slice(start, start + piece.length)).toBe(piece);
    }
    expect(segment(title, text).map((each) => each.where)).toEqual(['title', 'text', 'text', 'text']);
  });

  it('are cut where they have no end', () => {
    expect(Math.max(...texts('word '.repeat(1000)).map((each) => each.length))).toBeLessThanOrEqual(800);
  });
});
