import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, NOW, question, source, stranger } from '../../../test/support/questions.js';
import { assessQuestion, MODEL_VERSION, NOTHING_LEARNED } from './index.js';

const page = readFileSync(join(__dirname, '../../../docs/confidence.md'), 'utf8');
const number = (text: string): number => Number(text.replace('−', '-'));

const strangers = ['s1', 's2', 's3'].map((id) => ({ by: stranger(id) }));
const weekly = source('weekly', { grade: 'B' });
const asked = question('launch.date', {
  '2022-07': [{ by: source('daily') }, ...strangers],
  '2022-07-01/2022-09-30': [{ by: weekly, certainty: 'reported', publishedAt: NOW - 45 * DAY }],
});

describe('the worked example of docs/confidence.md', () => {
  const { confidences, other } = assessQuestion(asked, NOTHING_LEARNED, NOW);
  const [july, quarter] = confidences;

  it('has the steps that the engine gives', () => {
    const rows = [...page.matchAll(/^\|[^|]+\|\s+([+−]\d\.\d{4})\s+\|\s+([+−]\d\.\d{4})\s+\|$/gm)];
    expect(rows).toHaveLength(july!.contributions.length);
    let sum = 0;
    july!.contributions.forEach(({ logOdds }, index) => {
      sum += logOdds;
      expect(number(rows[index]![1]!)).toBeCloseTo(logOdds, 4);
      expect(number(rows[index]![2]!)).toBeCloseTo(sum, 4);
    });
  });

  it('has the probabilities that the engine gives', () => {
    const said = /July is (\.\d+) \(firm (\.\d+)\), of Q3 (\.\d+), and other (\.\d+)/.exec(page)!.slice(1).map(Number);
    const found = [july!.probability, july!.firmProbability, quarter!.probability, other];
    said.forEach((each, index) => expect(each).toBeCloseTo(found[index]!, 4));
  });

  it('is for this version of the model', () => {
    expect(page).toContain(`Model version \`${MODEL_VERSION}\``);
  });
});
