import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { Reading } from './reading.js';

const KNOWLEDGE = prepareKnowledge({ companies: [{ name: 'Orvane', aliases: [], lines: [] }], devices: [] });
const read = (title: string, text: string): Reading => extract({ title, text, publishedOn: '2027-03-10' }, KNOWLEDGE);
const claims = (title: string, text: string): string[] =>
  read(title, text)
    .claims.map(
      ({ device, subject, value, stance }) => `${device}: ${stance === 'refutes' ? 'not ' : ''}${subject} = ${value}`,
    )
    .sort();

describe('what is said of two products', () => {
  const BEFORE = 'The Orvane 12 and the Orvane 12 Pro will be unveiled soon, a tipster says. ';
  it.each<[string, readonly string[]]>([
    [
      'Both go on sale on May 4.',
      ['Orvane 12 Pro: launch.date = 2027-05-04/2027-05-04', 'Orvane 12: launch.date = 2027-05-04/2027-05-04'],
    ],
    ['Both phones get 67W charging.', ['Orvane 12 Pro: charging.wired = 67 W', 'Orvane 12: charging.wired = 67 W']],
    [
      'Both models run on the Dimensity 9600.',
      ['Orvane 12 Pro: chipset = Dimensity 9600', 'Orvane 12: chipset = Dimensity 9600'],
    ],
    [
      'The two phones share a 50MP main camera.',
      ['Orvane 12 Pro: camera.main.megapixels = 50 MP', 'Orvane 12: camera.main.megapixels = 50 MP'],
    ],
    ['The Orvane 12 has 12GB of RAM, both in Europe and in India.', ['Orvane 12: ram = 12 GB']],
    ['Both are light, and the Orvane 12 Pro has a 6,000mAh battery.', ['Orvane 12 Pro: battery.capacity = 6000 mAh']],
  ])('%s', (sentence, expected) => {
    expect(claims('Orvane 12 and Orvane 12 Pro leak', BEFORE + sentence)).toEqual(expected);
  });

  it('is said of one where there are more', () => {
    const text =
      'The Orvane 12, the Orvane 12 Pro and the Orvane 12 Max will be unveiled soon. Both go on sale on May 4.';
    expect(claims('Orvane 12 leak', text)).toEqual(['Orvane 12: launch.date = 2027-05-04/2027-05-04']);
  });
});

describe('times that an article tells over its sentences', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the heading of a section asks',
      'The Orvane 12 was rumored.\nWhen does it come?\nOur guess is November, right before Black Friday.',
      ['Orvane 12: launch.date = 2027-11-01/2027-11-30'],
    ],
    [
      'a later one beside one that has no end',
      'The Orvane 12 will be unveiled on May 4, a tipster says. It will not be in shops before June.',
      ['Orvane 12: announcement.date = 2027-05-04/2027-05-04', 'Orvane 12: launch.date = 2027-06-01/..'],
    ],
    [
      'what the maker says beside what a tipster says more exactly',
      'Orvane confirmed that the Orvane 12 launches in 2027. According to a tipster it launches in November 2027.',
      ['Orvane 12: launch.date = 2027-01-01/2027-12-31', 'Orvane 12: launch.date = 2027-11-01/2027-11-30'],
    ],
    [
      'the same day in several countries',
      'The Orvane 12 goes on sale in Japan and Canada on May 4, a tipster says.',
      ['Orvane 12: launch.date = 2027-05-04/2027-05-04', 'Orvane 12: launch.date = 2027-05-04/2027-05-04'],
    ],
    [
      'a plan that is replaced',
      'Production of the Orvane 12 had been planned for April, a tipster says. It is now expected in June.',
      [
        'Orvane 12: not production.start = 2027-04-01/2027-04-30',
        'Orvane 12: production.start = 2027-06-01/2027-06-30',
      ],
    ],
    [
      'a short denial',
      'A blog says the Orvane 12 launches in May. That is not true.',
      ['Orvane 12: not launch.date = 2027-05-01/2027-05-31'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(claims('Orvane 12 leak', text)).toEqual(expected);
  });
});

describe('pages', () => {
  const END = 'According to a leak it has a 5,000mAh battery. '.repeat(4);
  it.each<[string, string, number]>([
    ['go on behind buttons near their start', `The Orvane 12 was rumored.\n\nShare this: Mail\n\n${END}`, 1],
    [
      'end with buttons near their end',
      `The Orvane 12 was rumored. ${'It is said to be nice. '.repeat(9)}\n\nShare this: Mail\n\nIt has a 5,000mAh battery.`,
      0,
    ],
    ['end with their comments', `The Orvane 12 was rumored.\n\nLeave a comment\n\n${END}`, 0],
  ])('%s', (_name, text, count) => {
    expect(read('Orvane 12 leak', text).claims).toHaveLength(count);
  });
});

describe('kinds', () => {
  it.each<[string, string, string, boolean]>([
    [
      'somebody shares is no business',
      'Orvane teases the Orvane 12, leaker shares prices',
      'It would cost $499, he says. It ships in May.',
      true,
    ],
    [
      'shares that fall are',
      'Orvane shares fell',
      'Its shares were down 3%. Revenue was flat, profit fell, shipments fell.',
      false,
    ],
    [
      'a long test',
      'Three months with the Orvane 12: the long-term test',
      'The screen shows colors. Verdict: a good phone.',
      false,
    ],
    [
      'advice',
      'Which phone for the road? Our guide for 2027',
      'Buying advice. The best cost $300. Rumors go round.',
      false,
    ],
    [
      'orders that are open',
      'Orvane 12 can be ordered from Thursday',
      'Orvane has opened the curtain. The price is 229 euros.',
      false,
    ],
  ])('%s', (_name, title, text, expected) => {
    expect(read(title, text).isRumor).toBe(expected);
  });
});
