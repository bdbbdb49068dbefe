import { castOf } from './cast.js';
import { extract } from './extract.js';
import { ENGLISH } from './lexicon/english.js';
import { prepareKnowledge } from './names.js';
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
