import { extract } from './index.js';

const KNOWLEDGE = { companies: [{ name: 'Halcyon', aliases: [], lines: [] }], devices: [] };

/** What an article about the upcoming Halcyon 9 Pro claims, with this sentence in it. */
function claimsOf(sentence: string): string[] {
  const text = `The upcoming Halcyon 9 Pro is a phone. ${sentence}`;
  const { claims } = extract({ text, publishedOn: '2026-11-24' }, KNOWLEDGE); // a Tuesday
  return claims.filter(({ subject }) => subject !== 'existence').map(({ subject, value }) => `${subject} = ${value}`);
}

describe('a reader is not misled by', () => {
  it.each<[string, string, string[]]>([
    ['a change of price', 'It will cost $1,099, up $100 from its predecessor.', ['price = USD 1099']],
    ['a difference in price', 'It will cost $1,099, which is $100 more than before.', ['price = USD 1099']],
    [
      'the weekday on which somebody spoke',
      'The Halcyon 9 Pro will launch on January 20, 2027, the company confirmed on Monday.',
      ['launch.date = 2027-01-20/2027-01-20'],
    ],
  ])('%s', (_what, sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected);
  });

  it('still reads a weekday that is to come', () => {
    expect(claimsOf('The Halcyon 9 Pro will be announced on Friday.')).toEqual([
      'announcement.date = 2026-11-27/2026-11-27',
    ]);
  });
});
