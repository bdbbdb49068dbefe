import { NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import { assessQuestion, NOTHING_LEARNED } from './index.js';

const outlet = source('outlet');
const second = source('second');
const verified: Said = {
  by: outlet,
  statement: { id: 'statement', act: 'announces', verified: true },
};
const relayed: Said = { by: outlet, statement: { id: 'statement', act: 'announces', verified: false } };

const probability = (subject: string, value: string, said: readonly Said[]): number =>
  assessQuestion(question(subject, { [value]: said }), NOTHING_LEARNED, NOW).confidences[0]!.probability;

describe('the model case', () => {
  it.each<[string, string, string, Said[], number]>([
    ['nobody speaks of a partner', 'partner', 'Leica', [], 0.45],
    ['nobody speaks of a month', 'launch.date', '2022-07', [], 0.35],
    ['nobody speaks of a name', 'name', 'Xiaomi 12 Ultra', [], 0.3],
    // logit .45 + .7 · ln 3 = −.2007 + .7690 = .5683
    ['a partner, on the record', 'partner', 'Leica', [{ by: outlet }], 0.638],
    // logit .35 + .7690 = −.6190 + .7690 = .1500
    ['a month, on the record', 'launch.date', '2022-07', [{ by: outlet }], 0.537],
    // logit .30 + .3 · .7690 = −.8473 + .2307 = −.6166
    ['a name, as a guess', 'name', 'Xiaomi 12 Ultra', [{ by: outlet, certainty: 'speculative' }], 0.351],
    ['a second independent outlet on the partner', 'partner', 'Leica', [{ by: outlet }, { by: second }], 0.792],
    ['a relayed statement counts as its report', 'partner', 'Leica', [relayed], 0.638],
    // logit .45 + logit .99 = −.2007 + 4.5951 = 4.3944
    ['a verified statement on the partner', 'partner', 'Leica', [verified], 0.988],
    ['a verified statement on a single day', 'launch.date', '2022-07-04', [verified], 0.971],
  ])('%s', (_case, subject, value, said, expected) => {
    expect(probability(subject, value, said)).toBeCloseTo(expected, 3);
  });

  it.each([
    ['partner', 'Leica', 0.45],
    ['launch.date', '2022-07', 0.35],
    ['name', 'Xiaomi 12 Ultra', 0.3],
  ])('stays within .05 of the base rate of %s from an unvetted source', (subject, value, base) => {
    const heard = probability(subject, value, [{ by: stranger('x') }]);
    expect(heard).toBeGreaterThan(base);
    expect(heard).toBeLessThanOrEqual(base + 0.05);
  });
});
