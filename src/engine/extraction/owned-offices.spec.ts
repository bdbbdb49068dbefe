import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { KnownCompany } from './reading.js';

const company = (name: string, lines: readonly string[] = []): KnownCompany => ({ name, aliases: [], lines });
const KNOWLEDGE = prepareKnowledge({
  companies: [company('Orvane', ['Stella']), company('Halden'), company('Velox')],
  devices: [],
});

/** A headline in each language, by which the language of so short a text is known. */
const TITLES: Readonly<Record<string, string>> = {
  en: 'Orvane 12 leak',
  de: 'Orvane 12: Was wir über das Handy wissen und was nicht',
  es: 'El Orvane 12 se filtra antes de su estreno',
  fr: "L'Orvane 12 : ce que l'on sait de la sortie",
  it: 'Orvane 12, ecco il telefono che non si vedeva',
  pl: 'Velox 12: nowy telefon w drodze, co wiemy o nim',
  zh: 'Orvane 12手机曝光',
  pt: 'Orvane 12 vaza e não tem data para o lançamento',
};

type Said = readonly [speaker: string, role: string | null, organisation: string | null, words: string];

/** Sentences that say whose officer speaks only by what was named before, and what is said. */
const SPOKEN: readonly (readonly [language: string, text: string, statements: readonly Said[]])[] = [
  [
    'en',
    'Halden would not talk about the Orvane 12. Its hardware boss Mira Tolan merely wrote in May that the team had "a full plate".',
    [['Mira Tolan', 'hardware boss', 'Halden', 'a full plate']],
  ],
  [
    'en',
    'Tom Radley, product manager of the Stella series, lately wrote that the Orvane 12 was "lighter than a letter".',
    [['Tom Radley', 'product manager of the Stella series', 'Orvane', 'lighter than a letter']],
  ],
  [
    'en',
    'The Orvane 12 will reach shops in Norway from May, Orvane sales chief Tom Radley said at the fair.',
    [['Tom Radley', 'sales chief', 'Orvane', 'The Orvane 12 will reach shops in Norway from May']],
  ],
  [
    'en',
    '"The sheet is an old one," said Orvane spokeswoman Dora Melin. According to her, the Orvane 12 will be shown in Oslo.',
    [
      ['Dora Melin', 'spokeswoman', 'Orvane', 'The sheet is an old one'],
      ['Dora Melin', 'spokeswoman', 'Orvane', 'the Orvane 12 will be shown in Oslo'],
    ],
  ],
  [
    'en',
    'Orvane founder Dora Melin dropped the Nimbus Pin. Melin blamed the parts. The price had "more than doubled" since spring, she said.',
    [['Dora Melin', 'founder', 'Orvane', 'more than doubled']],
  ],
  [
    'en',
    'Cobalt_K9 will have none of it. "There is no Orvane 12, forget it," he told another user.',
    [['Cobalt_K9', null, null, 'There is no Orvane 12, forget it']],
  ],
  [
    'en',
    'Orvane has given nothing away. In Oslo, Frank Radley, who heads up gaming marketing, said the company had "nothing to show for now".',
    [['Frank Radley', null, 'Orvane', 'nothing to show for now']],
  ],
  [
    'de',
    '„Ein Orvane 12 ist nicht geplant“, sagte Technikvorständin Mira Tolan. Auch mit Halden arbeite man nicht zusammen, so die Managerin.',
    [
      ['Mira Tolan', 'Technikvorständin', 'Orvane', 'Ein Orvane 12 ist nicht geplant'],
      ['Mira Tolan', 'Technikvorständin', 'Orvane', 'Auch mit Halden arbeite man nicht zusammen'],
    ],
  ],
  [
    'es',
    'Orvane no da fechas. Su fundador, Tomás Rial, explicó a este diario que la fábrica de Vigo necesita más tiempo.',
    [['Tomás Rial', 'fundador', 'Orvane', 'la fábrica de Vigo necesita más tiempo']],
  ],
  [
    'fr',
    "Contacté, Orvane n'a pas répondu. Son directeur technique Luc Morel avait déclaré en mai : « Nous ne ferons pas de tablette. »",
    [['Luc Morel', 'directeur technique', 'Orvane', 'Nous ne ferons pas de tablette.']],
  ],
  [
    'it',
    "Lo ha ammesso il responsabile del marchio per l'Europa, Dario Fenoglio, intervistato da Radio Colle: ha detto che il telefono non è pronto.",
    [['Dario Fenoglio', "responsabile del marchio per l'Europa", 'Orvane', 'il telefono non è pronto']],
  ],
  [
    'pl',
    '– Prototyp już działa w naszym biurze – żartował w podcaście „Druty i ludzie” prezes Veloksu Jan Kowal.',
    [['Jan Kowal', 'prezes', 'Velox', 'Prototyp już działa w naszym biurze']],
  ],
  [
    'pt',
    'No mês passado, a presidente da companhia, Rita Falcão, havia dito à revista Loja Viva que o Orvane 12 chegaria em maio.',
    [['Rita Falcão', 'presidente da companhia', 'Orvane', 'o Orvane 12 chegaria em maio']],
  ],
];

describe('an office whose company was named before', () => {
  it.each(SPOKEN)('is known in %s: %s', (language, text, statements) => {
    const read = extract({ title: TITLES[language]!, text, publishedOn: '2026-03-02' }, KNOWLEDGE).statements;
    expect(read.map((each) => [each.speaker, each.role, each.organisation, each.span.exact])).toEqual(statements);
  });
});

/** Sentences with an officer of a company that nobody knows, who is told apart from it. */
describe('a Chinese company that is not known', () => {
  it('is the one of the officer right behind it', () => {
    const text = '对此，青禾科技联合创始人沈若明否认。“量产线已经开动，延期是没有的事。”沈若明说。';
    const { statements } = extract({ title: TITLES['zh']!, text, publishedOn: '2026-03-02' }, KNOWLEDGE);
    expect(statements.map((each) => [each.speaker, each.role, each.organisation, each.official])).toEqual([
      ['沈若明', '联合创始人', '青禾科技', false],
    ]);
  });
});

/** Sources with the word for their kind before them, which German writes with a capital too. */
describe('the source behind its kind', () => {
  it.each([
    ['Wie das Portal des Branchendienstes Radfunk berichtet, kommt das Orvane 12 im Mai.', 'Radfunk'],
    ['Laut Betreiber Rolf Kramer kommt das Orvane 12 im Mai.', 'Rolf Kramer'],
  ])('is named alone: %s', (text, name) => {
    const { credits } = extract({ title: TITLES['de']!, text, publishedOn: '2026-03-02' }, KNOWLEDGE);
    expect(credits.map((each) => [each.name, each.span.exact])).toEqual([[name, name]]);
  });
});

/** Sentences with which a maker goes on record, and what they claim. */
describe('what a maker or its officer tells in reported words', () => {
  it.each([
    ['en', 'Orvane chief Mia Roth told the Fjord Post that the battery of the Orvane 12 holds 5000 mAh.'],
    [
      'pt',
      'A presidente da companhia, Rita Falcão, havia dito à revista Loja Viva que a bateria do Orvane 12 teria 5000 mAh.',
    ],
  ])('is on its record in %s: %s', (language, text) => {
    const { claims } = extract({ title: TITLES[language]!, text, publishedOn: '2026-03-02' }, KNOWLEDGE);
    expect(claims.map(({ subject, certainty }) => [subject, certainty])).toEqual([['battery.capacity', 'official']]);
  });
});

/** Headlines, and whether a plain sentence below them is on the maker's record. */
const HEADLINES: readonly (readonly [title: string, certainty: string])[] = [
  ['Orvane unveils the Orvane 12', 'official'],
  ['Orvane presenta el Orvane 12, su móvil más ligero', 'official'],
  ['Orvane launches the Orvane 12 in May, leaker says', 'reported'],
  ['Orvane unveils the Orvane 12 soon? What the leaks say', 'reported'],
];

describe('a headline in which a maker presents its product', () => {
  it.each(HEADLINES)('%s: %s', (title, certainty) => {
    const text = title.includes(' el ')
      ? 'La batería del Orvane 12 es de 5000 mAh.'
      : 'The Orvane 12 has a 5000 mAh battery.';
    const { claims } = extract({ title, text, publishedOn: '2026-03-02' }, KNOWLEDGE);
    expect(claims.find(({ subject }) => subject === 'battery.capacity')?.certainty).toBe(certainty);
  });
});
