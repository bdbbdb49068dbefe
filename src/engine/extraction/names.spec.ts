import fc from 'fast-check';
import { castOf } from './cast.js';
import { extract } from './extract.js';
import { ENGLISH } from './lexicon/english.js';
import { alsoFollowing, mayName, prepareKnowledge } from './names.js';
import type { KnownCompany } from './reading.js';
import { readLines } from './scene.js';
import { segment } from './segment.js';

const company = (name: string, lines: readonly string[] = [], aliases: readonly string[] = []): KnownCompany => ({
  name,
  aliases,
  lines,
});
const COMPANIES = [
  company('Orvane', ['Stella'], ['Orvane Group', '奥凡']),
  company('Nuvo', ['Nuvo Glass']),
  company('Sony', ['PlayStation', 'PS5']),
  company('Halden Optik', [], ['Halden Optik AG']),
  company('Nothing'),
];
const known = { id: 'd1', company: 'Orvane', name: 'Orvane 9 Max', aliases: ['Project Fjord'] };

function mentions(text: string, devices = [known]): string[] {
  const lines = readLines(segment('', text), ENGLISH, prepareKnowledge({ companies: COMPANIES, devices }), {
    publishedOn: null,
    year: null,
  });
  return lines.flatMap((line) => line.mentions).map(({ kind, name }) => `${kind} ${name}`);
}

describe('names', () => {
  it.each<[string, string, readonly string[]]>([
    ['brand and number', 'The Orvane 12 is here.', ['device Orvane 12']],
    ['brand, number and suffixes', 'The Orvane 12 Pro Max is here.', ['device Orvane 12 Pro Max']],
    ['brand, line and model', 'The Orvane Stella S22 Ultra is here.', ['device Orvane Stella S22 Ultra']],
    ['line alone with a model', 'The Stella Fold 5 is here.', ['device Stella Fold 5']],
    ['a line that is not known', 'The Orvane Mix 5 is here.', ['device Orvane Mix 5']],
    ['a product word', 'The Stella Watch is here.', ['device Stella Watch']],
    ['brackets', 'The Nothing Phone (3) is here.', ['device Nothing Phone (3)']],
    ['a numbered series', 'The Orvane Watch Series 8 is here.', ['device Orvane Watch Series 8']],
    ['a series is no device', 'The Orvane 12 series is here.', ['series Orvane 12']],
    ['a year is no model', 'Orvane 2022 was good.', ['company Orvane']],
    ['a size is no model', 'Orvane 5000mAh and Orvane 64 GB', ['company Orvane', 'company Orvane']],
    ['a part is no device', 'The Orvane IMX989 sensor and an Orvane X5 chip', ['company Orvane', 'company Orvane']],
    ['an officer is no device', 'Orvane CEO Ann Lee', ['company Orvane']],
    ['a known device by its alias', 'Project Fjord is real.', ['device Orvane 9 Max']],
    ['a known device without its company', 'The 9 Max is real.', ['device Orvane 9 Max']],
    ['a longer device than the known one', 'The Orvane 9 Max Plus is real.', ['device Orvane 9 Max Plus']],
    ['the longest name of a company', 'Halden Optik AG said so.', ['company Halden Optik AG']],
    ['small letters are no name', 'an orvane 12', []],
    ['an everyday word is a company only with a model', 'Nothing is known.', []],
    ['Chinese', '奥凡12 Ultra来了', ['device Orvane 12 Ultra']],
  ])('%s', (_name, text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });
});

describe('names that come to others', () => {
  const NAMES = [
    'Orvane 9',
    'Orvane 9 Max',
    'Stella Fold',
    'Nuvo Glass 2',
    'PS5 Pro',
    'Fjord',
    'Halden ΟΠΟΣ 3',
  ] as const;
  const device = fc.record({
    name: fc.constantFrom(...NAMES),
    alias: fc.constantFrom('Fjord', 'Blue Moon', 'X-7', 'Ὀδός'),
  });
  const word = fc.constantFrom(
    ...NAMES,
    'Fjord',
    'Blue Moon',
    'X-7',
    'The',
    'pro',
    '9',
    'max',
    'Stella',
    'Orvane',
    'moon',
    'ΟΔΌΣ',
  );
  const deviceOf = ({ name, alias }: { name: string; alias: string }, at: number) => ({
    ...{ id: `d${at}`, company: name.split(' ')[0]!, name, aliases: [alias] },
  });

  it('are found as if all had been prepared together, and may be named wherever they are found', () => {
    fc.assert(
      fc.property(fc.array(device), fc.array(device), fc.array(word, { minLength: 1 }), (former, later, words) => {
        const devices = [...former, ...later].map(deviceOf);
        const [base, added] = [devices.slice(0, former.length), devices.slice(former.length)];
        const text = `${words.join(' ')} will launch in May 2030, it is said.`;
        const article = { text, title: null, url: null, publishedOn: '2029-05-01' };
        const before = prepareKnowledge({ companies: COMPANIES, devices: base });
        const together = extract(article, prepareKnowledge({ companies: COMPANIES, devices }));
        expect(extract(article, alsoFollowing(before, added))).toEqual(together);
        if (!mayName(added, text)) expect(extract(article, before)).toEqual(together);
      }),
      { numRuns: 200 },
    );
  });

  it('may be named where each word of theirs stands, in whatever order', () => {
    const added = [deviceOf({ name: 'Orvane 9 Max', alias: 'Blue Moon' }, 0)];
    expect(['A blue, blue moon', 'max of orvane: 9', 'The 9 Max is real.'].map((text) => mayName(added, text))).toEqual(
      [true, true, true],
    );
    expect(['A blue sky', 'Orvane 8 Max', ''].map((text) => mayName(added, text))).toEqual([false, false, false]);
  });
});

/** The devices of an article, the main one first. */
function cast(title: string, text: string): string[] {
  const prepared = prepareKnowledge({ companies: COMPANIES, devices: [] });
  return castOf(
    readLines(segment(title, text), ENGLISH, prepared, { publishedOn: null, year: null }),
    'en',
    false,
  ).devices.map((each) => each.name);
}

describe('the main device', () => {
  it.each<[string, string, string, string]>([
    [
      'is that of the title',
      'Orvane 12 leaks',
      'The Orvane 11 and the Orvane 11 Pro were good. The Orvane 12 follows.',
      'Orvane 12',
    ],
    [
      'is not the one compared with',
      'Better than the Orvane 11?',
      'The Orvane 12 is bigger than the Orvane 11.',
      'Orvane 12',
    ],
    ['may be a name of two joined words', 'AirLamp could ship', 'Orvane will ship the AirLamp in May.', 'AirLamp'],
    ['may be a word and a number', 'Model 2 delayed', 'Orvane has delayed the Model 2.', 'Model 2'],
    ['is no unit', '5000 mAh for the Orvane 12', 'The Orvane 12 has 5000 mAh. Its mAh rating is high.', 'Orvane 12'],
    ['has one name for both spellings', 'PlayStation 5 Pro', 'The PS5 Pro is near. The PS5 Pro is dear.', 'PS5 Pro'],
  ])('%s', (_name, title, text, expected) => {
    expect(cast(title, text)[0]).toBe(expected);
  });
});

it('a known device keeps its id', () => {
  const knowledge = prepareKnowledge({ companies: COMPANIES, devices: [known] });
  const text = 'According to a tipster the 9 Max launches in July. The Orvane 9 series lacks one.';
  const { devices, claims } = extract({ title: 'Orvane 9 Max leak', text, publishedOn: '2022-05-23' }, knowledge);
  expect(devices).toEqual([{ company: 'Orvane', name: 'Orvane 9 Max', aliases: [], knownId: 'd1', primary: true }]);
  expect(claims).toMatchObject([{ device: 'Orvane 9 Max', subject: 'launch.date', value: '2022-07-01/2022-07-31' }]);
});

describe('a device known by its model name alone', () => {
  const arc = { id: 'd7', company: 'Orvane', name: 'Arc 7', aliases: [] };
  const knowledge = prepareKnowledge({ companies: COMPANIES, devices: [arc] });
  const read = (name: string) =>
    extract({ title: `${name} leak`, text: `The ${name} launches in July 2027.`, publishedOn: '2027-05-23' }, knowledge)
      .devices;

  it.each(['Arc 7', 'Orvane Arc 7', "Orvane's Arc 7"])('keeps its id as %s', (name) => {
    expect(read(name)).toEqual([{ company: 'Orvane', name: 'Arc 7', aliases: [], knownId: 'd7', primary: true }]);
  });

  it.each(['Orvane Arc 7 Pro', 'Orvane Arc 8'])('is not %s', (name) => {
    expect(read(name)).toMatchObject([{ name, knownId: null }]);
  });
});
