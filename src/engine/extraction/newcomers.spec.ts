import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';

const KNOWLEDGE = prepareKnowledge({
  companies: [{ name: 'Samsung', aliases: [], lines: ['Galaxy'] }],
  devices: [],
});

/** The devices of an article, each with its maker. */
const devices = (title: string, text: string): string[] =>
  extract({ title, text, publishedOn: '2026-02-02' }, KNOWLEDGE).devices.map(
    ({ company, name }) => `${company}: ${name}`,
  );

describe('a maker that nobody knows', () => {
  it.each<[string, string, string, string]>([
    [
      'speaks',
      'Zanvo 20 Pro: renders leak',
      'The Zanvo 20 Pro could launch in March. Zanvo has not announced the phone.',
      'Zanvo: Zanvo 20 Pro',
    ],
    [
      'is called a maker',
      'A leak',
      'Phone maker Zanvo will launch the Zanvo 20 Pro in March, a tipster says.',
      'Zanvo: Zanvo 20 Pro',
    ],
    [
      'owns',
      'Sorrel Buds Pro leak',
      "Sorrel's next earbuds may be cheap. The Sorrel Buds Pro could launch in May.",
      'Sorrel: Sorrel Buds Pro',
    ],
    [
      'has an officer',
      'Zanvo Watch 2 leak',
      'The Zanvo Watch 2 could launch in May. “We work on a watch,” said Ann Lee, CEO of Zanvo.',
      'Zanvo: Zanvo Watch 2',
    ],
    [
      'is called one in German, in one run of capitals',
      'Kestra X2 mit Akku',
      'Der Handyhersteller Kestra arbeitet laut einem Leak an dem Kestra X2. Das Handy soll im Mai erscheinen.',
      'Kestra: Kestra X2',
    ],
  ])('%s', (_name, title, text, expected) => {
    expect(devices(title, text)[0]).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['does not act', 'Zanvo 20 Pro', 'The Zanvo 20 Pro phone could launch in March.'],
    ['is named with a model once only', 'A leak', 'Zanvo confirmed that a phone comes in May. The Zanvo 20 is dear.'],
    [
      'is a word that stands there small too',
      'Lift 20 leak',
      'Lift said so. A lift 20 floors high. The Lift 20 is a phone.',
    ],
    ['is a platform', 'Android 20 leak', 'Android confirmed it. Android 20 could come to the phone in May.'],
    [
      'makes nothing of a kind that is named',
      'Quorra 5 leak',
      'Quorra said so. Quorra 5 could come in May. A phone rang.',
    ],
    ['is a person', 'A leak', 'Gurman said that the phone comes in May. Gurman expects two.'],
    [
      'speaks of a numbered thing',
      'Metro 4 leak',
      'The city said Metro 4 could come in May. The phone rang on Metro 4.',
    ],
  ])('is none that %s', (_name, title, text) => {
    expect(devices(title, text)).toEqual([]);
  });

  it('is no line of a known one', () => {
    const text = 'The Samsung Frobnic 5 could launch in May. Frobnic confirmed a phone. The Frobnic 5 is near.';
    expect(devices('Samsung Frobnic 5 leak', text)).toEqual(['Samsung: Samsung Frobnic 5']);
  });
});

it.each<[string, string]>([
  ['is called a firm of its trade', 'Zanvo confirmed a partnership with the lens maker Brandt Optik.'],
  ['has a legal form', 'Zanvo confirmed a partnership with Brandt Optik AG.'],
  [
    'is named as a partner twice',
    'Zanvo confirmed a partnership with Brandt Optik. Their partnership with Brandt Optik is young.',
  ],
])('a partner that nobody knows %s', (_name, sentence) => {
  const text = `${sentence} Phone maker Zanvo could launch the Zanvo 20 Pro in March.`;
  const { claims } = extract({ title: 'Zanvo 20 Pro leak', text, publishedOn: '2026-02-02' }, KNOWLEDGE);
  expect(claims).toContainEqual(expect.objectContaining({ subject: 'partner', value: 'Brandt Optik' }));
});
