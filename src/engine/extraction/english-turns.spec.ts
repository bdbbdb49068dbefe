import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';

const company = (name: string) => ({ name, aliases: [], lines: [] });
const KNOWLEDGE = prepareKnowledge({
  companies: ['Orvane', 'Halden', 'Tessel', 'Qualcomm', 'Intel'].map(company),
  devices: [],
});

/** What is claimed in an article on the coming Orvane 12 that has this sentence. */
const read = (sentence: string, title = 'Orvane 12 leak'): string[] =>
  extract(
    { title, text: `A tipster has shared more on the Orvane 12. ${sentence}`, publishedOn: '2027-04-10' },
    KNOWLEDGE,
  )
    .claims.map(
      ({ subject, value, region, stance }) =>
        `${stance === 'refutes' ? 'not ' : ''}${subject} = ${value}${subject === 'availability' ? ` ${region}` : ''}`,
    )
    .sort();

describe('values that are told by their surroundings', () => {
  it.each<[string, readonly string[]]>([
    [
      'It comes in 48, 55 and 77-inch sizes, the leaflet says.',
      ['display.size = 48 in', 'display.size = 55 in', 'display.size = 77 in'],
    ],
    ['There is a 43-inch version, according to the list.', ['display.size = 43 in']],
    ['The supplied adapter delivers 75W, the filing says.', ['charging.wired = 75 W']],
    ['It is said to tip the scales at 71g.', ['weight = 71 g']],
    ['It is said to weigh 71g, much less than the roughly 90g of its rivals.', ['weight = 71 g']],
    ['A figure of $649 is making the rounds, a leaker says.', ['price = USD 649']],
    [
      'The card comes with 20GB of memory on a 160-bit bus, the entry says.',
      ['gpu.memory = 20 GB', 'gpu.memory_bus = 160 bit'],
    ],
    ["A variant with Intel's Amber Lake exists, the tipster says.", ['chipset = Amber Lake']],
    ['It is expected to run on the Snapdragon X3 Elite.', ['chipset = Snapdragon X3 Elite']],
    [
      'Two new numbers were filed with the regulator: QXN-B19 and QXN-B29.',
      ['model_number = QXN-B19', 'model_number = QXN-B29'],
    ],
    ['The certified models differ in one thing: 5G and USB4.', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('values that are left behind', () => {
  it.each<[string, readonly string[]]>([
    ['It bumps the refresh rate of the display from 90Hz to 144Hz, the leaker says.', ['display.refresh = 144 Hz']],
    [
      'Orvane is ditching the plain LCD panel for an OLED panel at 120Hz.',
      ['display.refresh = 120 Hz', 'display.type = OLED'],
    ],
    ['The predecessor stood at 899 euros at first.', []],
    ['The Orvane 11 goes for $499.', []],
    ['The 11 came for 329 euros.', []],
    ['It will go for $499, the tipster says.', ['price = USD 499']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('who makes it and where it is sold', () => {
  it.each<[string, readonly string[]]>([
    ['Its display uses a color panel from Halden, the report says.', ['supplier = Halden']],
    ['The inner panel failed a test; Halden makes it, and a fix is on its way.', ['supplier = Halden']],
    ['Halden makes it easy to switch.', []],
    ["Power comes from Qualcomm's Snapdragon 8 Gen 5.", ['chipset = Snapdragon 8 Gen 5']],
    ['The phone is expected to remain a China-only affair.', ['availability = exclusive CN']],
    ['It is said to be a Japan exclusive.', ['availability = exclusive JP']],
    ["A US launch isn't on the cards, the tipster says.", ['availability = excluded US']],
    ['There will be no European release, the tipster says.', ['availability = excluded EU']],
    ['"We will offer the Orvane 12 in Europe," the company said.', ['availability = yes EU']],
    ['Whether anybody will sell the Orvane 12 in Poland is still unknown.', []],
    ['Nobody knows if the company will bring it to Europe.', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('times', () => {
  it.each<[string, readonly string[]]>([
    [
      'The Orvane 12 goes on sale in the last week of August, just ahead of IFA.',
      ['launch.date = 2027-08-25/2027-08-31'],
    ],
    [
      'Last November the chief executive said it would be out in the second half of next year.',
      ['launch.date = 2027-07-01/2027-12-31'],
    ],
    ['The Orvane 12 will be out in the second half of next year, he says.', ['launch.date = 2028-07-01/2028-12-31']],
    ['The Orvane 12 will miss its May release.', ['not launch.date = 2027-05-01/2027-05-31']],
    ['They may release it later.', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

it('takes no number of the name for one of a model', () => {
  const claims = read('A phone identified as the Orvane H110 has turned up in a database.', 'Orvane H110 leak');
  expect(claims.filter((each) => each.startsWith('model_number'))).toEqual([]);
});
