import { titleOf } from '../src/ingestion/article.js';

describe('the title of an article that came without one', () => {
  it.each([
    ['a short first line', 'A lens maker is named\nThe rest.', 'A lens maker is named'],
    ['a long one, cut at a word', `${'word '.repeat(40)}\nThe rest.`, `${'word '.repeat(31)}word…`],
    ['a script without blanks', `${'新'.repeat(200)}\n`, `${'新'.repeat(160)}…`],
    ['a first word and no blank after it', `X ${'新'.repeat(200)}`, `X ${'新'.repeat(158)}…`],
    ['signs of two units', `a${'🚀'.repeat(100)}`, `a${'🚀'.repeat(79)}…`],
  ])('is that of %s', (_name, text, title) => expect(titleOf(text)).toBe(title));
});
