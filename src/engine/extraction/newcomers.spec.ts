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

  it.each<[string, string, string, string]>([
    ['in title and text', 'Zanvo 20 Pro', 'The Zanvo 20 Pro phone could launch in March.', 'Zanvo: Zanvo 20 Pro'],
    [
      'without a word for a product',
      'Quorra Anvil 3: what is known',
      'The Quorra Anvil 3 is expected to launch worldwide in November.',
      'Quorra: Quorra Anvil 3',
    ],
    [
      'by its model alone in the text',
      'Zanvo 17T Pro, debutto atteso a settembre',
      'Secondo il leaker Rossi, Zanvo presenterà il 17T Pro a settembre. Avrà una batteria da 6.000 mAh.',
      'Zanvo: Zanvo 17T Pro',
    ],
    [
      'with a line that another maker has too',
      'Kestrin Galaxy 3 leak',
      'The Kestrin Galaxy 3 could launch in May. The Kestrin Galaxy 3 has a 5,000 mAh battery.',
      'Kestrin: Kestrin Galaxy 3',
    ],
    [
      'with a kind of product and no number',
      'Sorrel Buds Pro leak',
      'The Sorrel Buds Pro could cost $99. The Sorrel Buds Pro come in May.',
      'Sorrel: Sorrel Buds Pro',
    ],
    [
      'in German, behind nouns',
      'Handy Kestra X2 soll im Mai erscheinen',
      'Das Kestra X2 soll im Mai erscheinen. Der Akku des Kestra X2 hat 5.000 mAh.',
      'Kestra: Kestra X2',
    ],
    [
      'in Chinese characters',
      '星澜X5 Pro曝光',
      '星澜X5 Pro将于5月发布。据爆料，星澜X5 Pro的电池为7000mAh。',
      '星澜: 星澜 X5 Pro',
    ],
  ])('shows by its device %s', (_name, title, text, expected) => {
    expect(devices(title, text)[0]).toBe(expected);
  });

  it.each<[string, string, string]>([
    [
      'a chip',
      'A phone leaks',
      'The phone runs on the Zephyr 9 chip. It could launch in May. The Zephyr 9 processor is fast.',
    ],
    ['a contest', 'Harbour League 3', 'The Harbour League 3 starts in May. The Harbour League 3 is on TV.'],
    ['a film', 'Night Rider 4', 'The film Night Rider 4 starts in May. Night Rider 4 is a sequel of the film.'],
    ['a place in German', 'Quartal 3', 'In Quartal 3 startet der Verkauf. Das Handy kommt im Quartal 3 für 300 Euro.'],
    ['a platform in Chinese', '骁龙9 Pro手机', '骁龙9 Pro将于5月发布。骁龙9 Pro的手机电池很大。'],
    ['what a bare number counts', 'Blender 5 is out', 'Blender 5 is out. Blender 5 launches for all.'],
  ])('is none by %s', (_name, title, text) => {
    expect(devices(title, text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['a word', 'The Brondel Leaf 2 could launch in May with 5,100 mAh. The Leaf 1 had 4,600 mAh.'],
    ['letters', 'The Brondel K9 could launch in May with a 5,100 mAh battery. The K8 had 4,600 mAh.'],
  ])('does not own what a predecessor has, named by %s and a number alone', (_name, text) => {
    const { claims } = extract({ title: text.slice(4, 19), text, publishedOn: '2026-02-02' }, KNOWLEDGE);
    expect(claims.map(({ value }) => value)).toContain('5100 mAh');
    expect(claims.map(({ value }) => value)).not.toContain('4600 mAh');
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
