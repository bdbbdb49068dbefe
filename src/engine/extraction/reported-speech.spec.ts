import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';
import type { KnownCompany } from './reading.js';

const company = (name: string, lines: readonly string[] = []): KnownCompany => ({ name, aliases: [], lines });
const KNOWLEDGE = prepareKnowledge({
  companies: [company('Orvane', ['Stella']), company('Halden'), company('Tessel')],
  devices: [],
});

const TITLE = 'Orvane 12 leak';

describe('no statement', () => {
  it.each([
    ['a list behind dashes', '– 8 GB – Orvane 12\n– 256 GB – and a screen of 6 inches'],
    ['a thing that was announced', 'On stage Orvane president Mia Roth announced the Orvane 12, to ship in July.'],
    ['a poster without words', 'Orvane showed a poster of the Orvane 12 on Monday.'],
    ['the words of no company involved', 'The Swiss rival wrote "we make better ones" on a wall.'],
  ])('is %s', (_name, text) => {
    expect(extract({ title: TITLE, text, publishedOn: '2022-05-23' }, KNOWLEDGE).statements).toEqual([]);
  });
});

describe('reported words', () => {
  it.each<[string, string, string]>([
    ['after the verb', 'Orvane president Mia Roth said that it ships in July.', 'it ships in July'],
    ['behind a place', 'Orvane boss Mia Roth said in a call that it ships in July.', 'it ships in July'],
    ['behind whom they were told', 'Orvane boss Mia Roth said to us only that it ships in July.', 'it ships in July'],
    ['before the verb', 'Orvane boss Mia Roth spoke. It ships in July, she added.', 'It ships in July'],
    ['after a name that is relayed', 'According to Mia Roth, founder of Orvane, it ships in July.', 'it ships in July'],
  ])('stand %s', (_name, text, words) => {
    const { statements } = extract({ title: TITLE, text, publishedOn: '2022-05-23' }, KNOWLEDGE);
    expect(statements.map(({ span, direct }) => [span.exact, direct])).toEqual([[words, false]]);
  });
});
