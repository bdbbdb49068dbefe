import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { Article, KnownCompany, ReadClaim } from './reading.js';

const company = (name: string, lines: readonly string[] = []): KnownCompany => ({ name, aliases: [], lines });
const KNOWLEDGE = prepareKnowledge({
  companies: [
    company('Orvane', ['Stella']),
    company('Halden'),
    company('Tessel'),
    company('Nvidia', ['GeForce', 'RTX']),
  ],
  devices: [],
});
const read = (article: Partial<Article>) =>
  extract({ title: 'Orvane 12 leak', text: '', publishedOn: '2022-05-23', ...article }, KNOWLEDGE);

const short = ({ subject, value, region, variant, stance, certainty }: ReadClaim): string =>
  [`${subject} = ${value}`, variant, region, stance === 'supports' ? null : stance, certainty]
    .filter((part) => part !== null)
    .join(', ');
const claims = (text: string, title = 'Orvane 12 leak'): string[] => read({ text, title }).claims.map(short);

describe('claims', () => {
  it.each<[string, string, readonly string[]]>([
    ['a battery', 'The Orvane 12 is tipped to have a 5,000mAh battery.', ['battery.capacity = 5000 mAh, reported']],
    [
      'charging',
      'Rumors speak of 120W wired and 50W wireless charging.',
      ['charging.wired = 120 W, reported', 'charging.wireless = 50 W, reported'],
    ],
    [
      'lenses',
      'Reports list a 50MP main, a 48MP ultrawide and a 20MP selfie camera.',
      [
        'camera.main.megapixels = 50 MP, reported',
        'camera.ultrawide.megapixels = 48 MP, reported',
        'camera.front.megapixels = 20 MP, reported',
      ],
    ],
    [
      'one figure for two lenses',
      'Leaks say periscope and ultrawide both use 48MP sensors.',
      ['camera.ultrawide.megapixels = 48 MP, reported', 'camera.tele.megapixels = 48 MP, reported'],
    ],
    [
      'a display',
      'It reportedly gets a 6.7-inch QHD+ OLED display at 120Hz.',
      [
        'display.size = 6.7 in, reported',
        'display.refresh = 120 Hz, reported',
        'display.resolution = QHD+, reported',
        'display.type = OLED, reported',
      ],
    ],
    [
      'sizes, each for itself',
      'It is said to come with 256 or 512GB of storage.',
      ['storage = 256 GB, reported', 'storage = 512 GB, reported'],
    ],
    ['a chip', 'A Snapdragon 8+ Gen 1 is expected.', ['chipset = Snapdragon 8+ Gen 1, reported']],
    [
      'a camera sensor',
      'A 50 MP Sony IMX989 main sensor is rumored.',
      ['camera.main.megapixels = 50 MP, reported', 'camera.main.sensor = Sony IMX989, reported'],
    ],
    ['a number of lenses', 'Renders show four rear cameras.', ['camera.rear.count = 4, reported']],
    ['a price with its bound', 'The price reportedly starts at $885.', ['price = >=USD 885, reported']],
    [
      'prices of versions',
      'Leaked prices:\n- 8 GB/256 GB - CNY 5,999 (~US$893)',
      ['price = CNY 5999, 8GB/256GB, CN, reported'],
    ],
    ['a range of prices', 'It will reportedly cost between $350 and $400.', ['price = USD 350-400, reported']],
    ['a month', 'The Orvane 12 will reportedly launch in July.', ['launch.date = 2022-07-01/2022-07-31, reported']],
    [
      'a month and a place',
      'The Orvane 12 will reportedly launch in India in July.',
      ['launch.date = 2022-07-01/2022-07-31, IN, reported'],
    ],
    [
      'two events',
      'It will reportedly be unveiled on July 4 and ships in August.',
      ['announcement.date = 2022-07-04/2022-07-04, reported', 'launch.date = 2022-08-01/2022-08-31, reported'],
    ],
    [
      'orders and production',
      'Preorders reportedly start on July 4, mass production in June.',
      ['preorder.date = 2022-07-04/2022-07-04, reported', 'production.start = 2022-06-01/2022-06-30, reported'],
    ],
    [
      'an older date, corrected',
      'It reportedly debuts in Q3 and not in June as assumed.',
      [
        'announcement.date = 2022-07-01/2022-09-30, reported',
        'announcement.date = 2022-06-01/2022-06-30, refutes, reported',
      ],
    ],
    ['a code name', 'The phone, codenamed "Thor", has leaked.', ['codename = Thor, reported']],
    ['a model number', 'It reportedly bears the model number XQ-EC54.', ['model_number = XQ-EC54, reported']],
    ['a delay', 'The Orvane 12 has been delayed, sources say.', ['status = delayed, reported']],
    ['testing', 'Orvane tests the Orvane 12, a tipster says.', ['status = in_testing, reported']],
    ['no testing where it is our own', 'In our tests the Orvane 12 was bright.', []],
    ['a cancellation', 'Orvane has cancelled the Orvane 12.', ['status = cancelled, official']],
    ['where it is sold', 'The Orvane 12 is reportedly exclusive to China.', ['availability = exclusive, CN, reported']],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it('of a graphics card have subjects of their own', () => {
    const text = 'It is said to use the AD104 GPU with 7,680 CUDA cores, 12GB on a 192-bit bus and 285W.';
    expect(
      claims(text, 'Nvidia GeForce RTX 4070 Ti leak')
        .map((claim) => claim.split(',')[0])
        .sort(),
    ).toEqual([
      'gpu.cuda_cores = 7680',
      'gpu.die = AD104',
      'gpu.memory = 12 GB',
      'gpu.memory_bus = 192 bit',
      'power.tdp = 285 W',
    ]);
  });

  it.each([
    ['a predecessor', 'Rumors say it is better than the Orvane 11 with its 4,500mAh battery.'],
    ['a rival', 'The Tessel 9 reportedly has a 5,000mAh battery.'],
    ['an unknown availability', 'The date for Poland and availability in Europe are still unknown, rumors say.'],
    ['a partnership that is announced today', 'Today Orvane announced a partnership with nobody, rumors say.'],
    ['the date of a saying', 'In January, Ann Lee said that it would be good, rumors say.'],
    ['a million', 'Orvane reportedly spent $15 million on it.'],
    ['a discount', 'Sources say $150 off is possible.'],
  ])('are not made of %s', (_name, text) => {
    expect(claims(text)).toEqual([]);
  });
});

describe('how surely', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'on the record by the maker',
      'Orvane has confirmed that the Orvane 12 launches in July.',
      ['launch.date = 2022-07-01/2022-07-31, official'],
    ],
    [
      'by a source',
      'According to Gizmocheck the Orvane 12 launches in July.',
      ['launch.date = 2022-07-01/2022-07-31, reported'],
    ],
    [
      'a guess of the writer',
      'Rumors are quiet. We expect a 20MP selfie camera.',
      ['camera.front.megapixels = 20 MP, speculative'],
    ],
    [
      'a guess without a source',
      'Leaks are many. It could get a 5,000mAh battery.',
      ['battery.capacity = 5000 mAh, speculative'],
    ],
    [
      'a source heard before',
      'Orvane said nothing. A leaker lists the data. It has a 5,000mAh battery.',
      ['battery.capacity = 5000 mAh, reported'],
    ],
    [
      'nothing confirmed',
      'Orvane has not confirmed the 5,000mAh battery that was leaked.',
      ['battery.capacity = 5000 mAh, reported'],
    ],
    [
      '"officially" does not reach a guess',
      'It is officially coming in July, and it may be the Orvane 12.',
      ['launch.date = 2022-07-01/2022-07-31, official', 'name = Orvane 12, speculative'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('kinds of article', () => {
  it.each([
    ['a rumor', 'Orvane 12 leak', 'A tipster says it launches in July.', true],
    ['a teaser', 'Orvane teases the Orvane 12', 'The Orvane 12 will be unveiled on July 4.', true],
    [
      'a finished launch',
      'The Orvane 12 is official',
      'Orvane today announced the Orvane 12. It is available now.',
      false,
    ],
    [
      'a review',
      'Orvane 12 review',
      'We tested it for a week. Our verdict: the score is 8. Pros and cons follow.',
      false,
    ],
    ['a deal', 'Orvane 12 deal', 'Save $100: the best deal of Black Friday, a discount of 20%.', false],
  ])('%s', (_name, title, text, expected) => {
    expect(read({ title, text }).isRumor).toBe(expected);
  });
});
