import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { KnownCompany } from './reading.js';

const company = (name: string, lines: readonly string[] = []): KnownCompany => ({ name, aliases: [], lines });
const KNOWLEDGE = prepareKnowledge({
  companies: [company('Orvane', ['Stella']), company('Halden'), company('Tessel')],
  devices: [],
});

/** A headline in each language, by which the language of so short a text is known. */
const TITLES: Readonly<Record<string, string>> = {
  en: 'Orvane 12 leak',
  de: 'Orvane 12: Was wir über das Handy wissen und was nicht',
  es: 'El Orvane 12 se filtra antes de su estreno',
  fr: "L'Orvane 12 : ce que l'on sait de la sortie",
  it: 'Orvane 12, ecco il telefono che non si vedeva',
  pl: 'Orvane 12: nowy telefon w drodze, co wiemy o nim',
  pt: 'Orvane 12 vaza e não tem data para o lançamento',
  zh: 'Orvane 12手机曝光',
};

type Said = readonly [speaker: string, role: string | null, organisation: string | null];

/** Sentences with a statement, and who speaks in which role and for whom. */
const SPOKEN: readonly (readonly [language: string, text: string, statements: readonly Said[]])[] = [
  [
    'en',
    'Orvane chief executive Tom Radley was asked by a Brook Hanley analyst about reports of an Orvane 12. "I have read that we are launching one this fall. We are not," he said.',
    [['Tom Radley', 'chief executive', 'Orvane']],
  ],
  [
    'en',
    'Orvane chief executive Lia Song let slip on a call on Tuesday that the Orvane 12 is "progressing well toward a launch in 2023".',
    [['Lia Song', 'chief executive', 'Orvane']],
  ],
  [
    'en',
    'Founder and CEO RJ Tolano told Gearline over the summer that the Orvane 12 would follow "relatively quickly".',
    [['RJ Tolano', 'Founder and CEO', 'Orvane']],
  ],
  [
    'en',
    'Company founder Dora Melin in the stream: "We make 20,000 pieces and then we look further."',
    [['Dora Melin', 'Company founder', 'Orvane']],
  ],
  [
    'en',
    '"Our next phone waits for nobody," Orvane marketing director Kat Holm wrote.',
    [['Kat Holm', 'marketing director', 'Orvane']],
  ],
  [
    'en',
    `"We want to send you a good phone," product director Kim Dansk wrote on the company's forum.`,
    [['Kim Dansk', 'product director', 'Orvane']],
  ],
  [
    'en',
    `"It is the fastest phone we have held," Lin Okada, general manager of Orvane's phone business in Japan, wrote below the picture.`,
    [['Lin Okada', "general manager of Orvane's phone business in Japan", 'Orvane']],
  ],
  [
    'en',
    `A first joint phone was promised at the time by Halden's head of imaging, Dave Rossiter, "within eighteen months".`,
    [['Dave Rossiter', 'head of imaging', 'Halden']],
  ],
  ['en', '"The Orvane 12 remains in our plan," an Orvane spokesperson said.', [['Orvane', 'spokesperson', 'Orvane']]],
  [
    'en',
    'A spokesperson for Tessel, the Swiss group that owns Orvane, would only say that new products are announced "through the usual channels".',
    [['Tessel', 'spokesperson', 'Tessel']],
  ],
  [
    'en',
    '"Your pocket just grew up," reads the caption on a photo that Orvane posted on Monday.',
    [['Orvane', null, 'Orvane']],
  ],
  ['en', 'Orvane posted a teaser on Monday with the words "Something bright is coming".', [['Orvane', null, 'Orvane']]],
  [
    'en',
    'Ken Corliss of Phone Central thinks that a launch is near, though "nothing is set in stone".',
    [['Ken Corliss', null, 'Phone Central']],
  ],
  [
    'en',
    'Orvane CEO Mike Abaro told Wireline in April that "something for the pocket" was coming. Abaro said in the same interview that the phone ships in July.',
    [
      ['Mike Abaro', 'CEO', 'Orvane'],
      ['Mike Abaro', 'CEO', 'Orvane'],
    ],
  ],
  [
    'en',
    'Orvane founder Ann Lee praised the team. She also said in the stream that the Orvane 12 ships in July.',
    [['Ann Lee', 'founder', 'Orvane']],
  ],
  ['en', 'According to Ann Lee, founder of Orvane, the Orvane 12 ships in July.', [['Ann Lee', 'founder', 'Orvane']]],
  [
    'de',
    '„Das Orvane 12 kommt nicht vor dem Sommer“, stellte Geschäftsführer Jens Kolbe klar.',
    [['Jens Kolbe', 'Geschäftsführer', 'Orvane']],
  ],
  [
    'de',
    'Laut Orvane-Sprecherin Jana Roth ist das Gerät „auf einem guten Weg“.',
    [['Jana Roth', 'Sprecherin', 'Orvane']],
  ],
  [
    'de',
    'Ein Sprecher von Orvane sagte auf Anfrage: „Wir kommentieren das nicht und bleiben dabei.“',
    [['Orvane', 'Sprecher', 'Orvane']],
  ],
  [
    'es',
    '«El Orvane 12 no llegará antes del verano», zanjó la directora de producto de Orvane, Luz Varela.',
    [['Luz Varela', 'directora de producto', 'Orvane']],
  ],
  [
    'es',
    'Según Luz Varela, directora de producto de Orvane, el Orvane 12 llegará en julio.',
    [['Luz Varela', 'directora de producto', 'Orvane']],
  ],
  [
    'fr',
    "« Un téléphone européen, ce n'est pas un slogan », insiste Claire Aubin, directrice produit de Orvane. Elle précise que les moteurs sont fournis par le suisse Tessel.",
    [
      ['Claire Aubin', 'directrice produit', 'Orvane'],
      ['Claire Aubin', 'directrice produit', 'Orvane'],
    ],
  ],
  [
    'it',
    '«Il telefono arriva in luglio e non prima», ha spiegato il responsabile del prodotto di Orvane, Janne Kallo.',
    [['Janne Kallo', 'responsabile del prodotto', 'Orvane']],
  ],
  ['it', '«Il 9 maggio si volta pagina», recita lo slogan di Orvane.', [['Orvane', null, 'Orvane']]],
  [
    'pl',
    '– Nasi klienci pytali głównie o baterię. Jest jedno i drugie – mówi Dorota Milecka, menedżerka produktu w Orvane.',
    [['Dorota Milecka', 'menedżerka produktu', 'Orvane']],
  ],
  [
    'es',
    '—No saldrá antes de julio y no hay más que hablar —dijo Luz Varela, directora de producto de Orvane.',
    [['Luz Varela', 'directora de producto', 'Orvane']],
  ],
  [
    'pt',
    '"O Orvane 12 não foi cancelado e nunca esteve tão perto da rua", garantiu o diretor de engenharia da Orvane, Ícaro Bitencour, em entrevista à rádio Tração FM.',
    [['Ícaro Bitencour', 'diretor de engenharia', 'Orvane']],
  ],
  [
    'pt',
    'O diretor da Orvane, Ícaro Bitencour, falou à rádio. Segundo Bitencour, as primeiras unidades serão entregues em julho. O executivo reconheceu que o cronograma anterior ficou para trás.',
    [
      ['Ícaro Bitencour', 'diretor', 'Orvane'],
      ['Ícaro Bitencour', 'diretor', 'Orvane'],
    ],
  ],
  [
    'zh',
    '发布会上，Orvane创始人兼CEO陆一舟表示：“我们不想再堆数字了，好用比参数重要。”',
    [['陆一舟', '创始人兼CEO', 'Orvane']],
  ],
  [
    'zh',
    'Orvane产品副总裁黄涛昨晚在微博回应网友时说：“今年的手机，值得多等一等。”',
    [['黄涛', '产品副总裁', 'Orvane']],
  ],
  [
    'en',
    'Orvane founder Jon Lund praised the team. Sales outside Europe are not planned, he added; Canada has to wait.',
    [['Jon Lund', 'founder', 'Orvane']],
  ],
  [
    'en',
    'Orvane founder Jon Lund praised the team. The first units go out in July, Lund said.',
    [['Jon Lund', 'founder', 'Orvane']],
  ],
  ['en', 'The invitation shows a pen and says "More room to think", and that is all.', [['Orvane', null, 'Orvane']]],
  ['en', 'Orvane told Gearline only that the Orvane 12 is made with Halden.', []],
  [
    'en',
    'Orvane boss Jon Lund confirmed to us only that the pen is made with Halden.',
    [['Jon Lund', 'boss', 'Orvane']],
  ],
];

it.each(SPOKEN)('%s: %s', (language, text, expected) => {
  const { statements } = extract({ title: TITLES[language]!, text, publishedOn: '2022-05-23' }, KNOWLEDGE);
  expect(statements.map(({ speaker, role, organisation }) => [speaker, role, organisation])).toEqual(expected);
});
