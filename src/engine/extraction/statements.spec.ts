import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { Article, KnownCompany } from './reading.js';

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

const TEXT =
  'Orvane and Halden have announced a partnership.\n' +
  '“This partnership is good,” said Ann Lee, Founder and CEO of Orvane Group.\n' +
  '«Our cooperation with Orvane lasts», adds Jon Berg, head of imaging at Halden.\n' +
  'Orvane president Mia Roth said that the phone launches in July.\n' +
  '"We do not comment on rumors," a spokesperson for Orvane told Gizmocheck.\n' +
  'Analyst Max Kuhn says: "It sells well here."';

describe('statements', () => {
  const { statements, claims: made, credits } = read({ text: TEXT });

  it.each([
    [0, 'Ann Lee', 'Founder and CEO', 'Orvane Group', 'announces', true, true],
    [1, 'Jon Berg', 'head of imaging', 'Halden', 'announces', true, true],
    [2, 'Mia Roth', 'president', 'Orvane', 'announces', true, false],
    [3, 'Orvane', 'spokesperson', 'Orvane', 'declines', true, true],
    [4, 'Max Kuhn', 'Analyst', null, 'announces', false, true],
  ])('number %d is by %s', (index, speaker, role, organisation, act, official, direct) => {
    expect(statements[index]).toMatchObject({ speaker, role, organisation, act, official, direct });
  });

  it('are linked to the claims whose value and subject stand in them', () => {
    const links = statements.map((each) => each.claims.map(({ index }) => made[index]!.subject));
    expect(links).toEqual([[], ['partner'], ['launch.date'], [], []]);
  });

  it('name their sources, the maker where a claim is on its record; officers are none', () => {
    expect(credits.map(({ name }) => name)).toEqual(['Gizmocheck', 'Max Kuhn', 'Orvane']);
  });

  it('deny, and the claim is refuted', () => {
    const denial = read({
      text: '"There is no partnership with Halden for the Orvane 12," said Ann Lee, CEO of Orvane.',
    });
    expect(denial.claims).toMatchObject([
      { subject: 'partner', value: 'Halden', stance: 'refutes', certainty: 'official' },
    ]);
    expect(denial.statements).toMatchObject([{ act: 'denies', claims: [{ index: 0, stance: 'refutes' }] }]);
  });
});

describe('who gives no answer', () => {
  it.each(['We do not talk about products that may or may not exist', 'Orvane never speaks about what is to come'])(
    'announces nothing: %s',
    (words) => {
      const { statements } = read({ text: `"${words}," said Ann Lee, CEO of Orvane, of the Orvane 12.` });
      expect(statements).toMatchObject([{ speaker: 'Ann Lee', act: 'declines', claims: [] }]);
    },
  );

  it('is told from who talks', () => {
    const text = '"We talk about the Orvane 12 with pride," said Ann Lee, CEO of Orvane.';
    expect(read({ text }).statements).toMatchObject([{ act: 'announces' }]);
  });
});

describe('credits', () => {
  it.each<[string, string, readonly string[]]>([
    ['a label', 'It is so.\nSource: Gizmocheck', ['Gizmocheck']],
    ['via', 'It is so (via Mobile Herald).', ['Mobile Herald']],
    ['according to', 'According to Gizmocheck it is so.', ['Gizmocheck']],
    ['a verb', 'Mobile Herald reports that it is so.', ['Mobile Herald']],
    ['a handle', 'So says the leaker @some_leaker today.', ['some_leaker']],
    ['a tipster', 'Tipster Ann Lee has it.', ['Ann Lee']],
    ['one person once', 'Analyst Ann-Mi Kuo says so. Kuo adds that it is good.', ['Ann-Mi Kuo']],
    ['a label in Spanish', 'Es así.\nVía: GadgetNinja', ['GadgetNinja']],
    ['a shop of two letters', 'The listing of a seller at QD.com shows it.', ['QD.com']],
    ['a verb of finding', 'The sleuths of 4to6Gear came upon the phone.', ['4to6Gear']],
    ['a regulator', "The picture comes from Brazil's regulator Anatel.", ['Anatel']],
    ['a test', 'The phone was put through its paces on Geekbench.', ['Geekbench']],
    ['no rating, part or platform', 'IPX8 says it all, the Zeno 520 tells more, and Bluesky reports it.', []],
    ['no means', 'It was told via its microsite that it is so.', []],
    ['a name once, not its end', 'The site Bit of Rock reports that it is so.', ['Bit of Rock']],
    [
      'the maker beside another, where a claim is on its record',
      'According to Gizmocheck it has 8 GB of RAM. The company has confirmed that the Orvane 12 launches in July.',
      ['Gizmocheck', 'Orvane'],
    ],
    [
      'not the maker for what it told long ago',
      'According to Gizmocheck the Orvane 12 has 8 GB of RAM. Orvane announced a partnership with Halden in 2021.',
      ['Gizmocheck'],
    ],
    ['the maker, where no other is named', 'Orvane has confirmed that the Orvane 12 launches in July.', ['Orvane']],
  ])('%s', (_name, text, expected) => {
    expect(read({ text }).credits.map(({ name }) => name)).toEqual(expected);
  });
});
