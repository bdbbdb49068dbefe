import type { RumorView } from '../views.js';
import { headlineQuestionOf, questionsOf } from './questions.js';

const rumor = (subject: string, probability: number, reports = 1): RumorView =>
  ({ subject, question: subject, confidence: { probability }, evidence: { reports } }) as RumorView;

describe('the headline of a device', () => {
  it.each<[string, RumorView[], string | null]>([
    ['is its contested name', [rumor('name', 0.7), rumor('name', 0.1), rumor('price', 0.5, 9)], 'name'],
    [
      'is the contest that most reports speak to',
      [rumor('price', 0.4, 1), rumor('price', 0.3, 1), rumor('chipset', 0.5, 4), rumor('chipset', 0.2, 1)],
      'chipset',
    ],
    [
      'is no contest of near values that are weighed as one',
      [rumor('battery.capacity', 0.6, 5), rumor('battery.capacity', 0.6, 5), rumor('price', 0.4), rumor('price', 0.3)],
      'price',
    ],
    [
      'is the best reported rumor where nothing is contested',
      [rumor('partner', 0.9, 5), rumor('price', 0.4, 1)],
      'partner',
    ],
    ['leaves existence and launch aside', [rumor('existence', 0.9, 9), rumor('launch.date', 0.6, 9)], null],
    ['is nothing where nothing was said', [], null],
  ])('%s', (_name, rumors, expected) => {
    expect(headlineQuestionOf(questionsOf(rumors))?.question ?? null).toBe(expected);
  });

  it('puts the most likely answer first', () => {
    const [question] = questionsOf([rumor('name', 0.1), rumor('name', 0.7)]);
    expect(question?.rumors.map(({ confidence }) => confidence?.probability)).toEqual([0.7, 0.1]);
  });
});
