import { NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import { assessQuestion, logistic, logit, NOTHING_LEARNED, type QuestionAssessment } from './index.js';
import { oddsOf } from './odds.js';

const assess = (subject: string, said: Readonly<Record<string, readonly Said[]>>): QuestionAssessment =>
  assessQuestion(question(subject, said), NOTHING_LEARNED, NOW);
const probabilities = (subject: string, said: Readonly<Record<string, readonly Said[]>>): number[] =>
  assess(subject, said).confidences.map(({ probability }) => probability);
const crew = (count: number, name: string): Said[] =>
  Array.from({ length: count }, (_, index) => ({ by: source(`${name}${index}`) }));

const C = 0.7 * Math.log(3);
const outlet = source('outlet');
const other = source('other');

describe('competing names', () => {
  it('share by softmax with "other"', () => {
    const score = oddsOf(0.3) * Math.exp(C);
    const { confidences, other: rest } = assess('name', { 'Mix 5': [{ by: outlet }], 'Mix 6': [{ by: other }] });
    expect(confidences.map(({ probability }) => probability)).toEqual([
      expect.closeTo(score / (1 + 2 * score), 12),
      expect.closeTo(score / (1 + 2 * score), 12),
    ]);
    expect(rest).toBeCloseTo(1 / (1 + 2 * score), 12);
    const competing = confidences[0]!.contributions.find(({ kind }) => kind === 'competing_answers');
    expect(competing!.logOdds).toBeCloseTo(-Math.log(1 + score), 9);
  });

  it('count a source by its last report on the whole question', () => {
    const said = {
      'Mix 5': [{ by: outlet, reportId: 'old', publishedAt: NOW - 1 }],
      'Mix 6': [{ by: outlet, reportId: 'new' }],
    };
    const [before, after] = probabilities('name', said);
    expect(after).toBeCloseTo(logistic(logit(0.3) + C), 12);
    expect(before).toBeLessThan(0.3);
  });

  it('take weight from each other where three or more have supporters', () => {
    const { confidences } = assess('name', { A: crew(3, 'a'), B: crew(1, 'b'), D: crew(1, 'd') });
    const popularity = confidences.map(
      ({ contributions }) => contributions.find(({ kind }) => kind === 'popularity')?.logOdds ?? 0,
    );
    const entropy = (e: number): number => e * Math.log(e);
    expect(popularity[0]).toBeCloseTo(0.7 * -entropy(2), 9);
    expect(popularity[1]).toBeCloseTo(0.7 * (entropy(3) - entropy(4)), 9);
  });

  it('have no popularity while fewer than three have supporters', () => {
    const { confidences } = assess('name', { A: crew(3, 'a'), B: crew(1, 'b') });
    expect(confidences.flatMap(({ contributions }) => contributions.map(({ kind }) => kind))).not.toContain(
      'popularity',
    );
  });

  it('do not suffer from an invented one that is refuted', () => {
    const alone = probabilities('name', { 'Mix 5': [{ by: outlet }] })[0];
    const denied = {
      'Mix 5': [{ by: outlet }],
      Fake: [{ by: stranger('s') }, { by: other, stance: 'refutes' as const }],
    };
    const [name, fake] = probabilities('name', denied);
    expect(name).toBe(alone);
    expect(fake).toBeLessThan(probabilities('name', { 'Mix 5': [{ by: outlet }], Fake: [] })[1]!);
  });
});

describe('near numbers', () => {
  it('are one: a report for 4860 mAh supports 4900 mAh', () => {
    const [low, high] = probabilities('battery.capacity', {
      '4860 mAh': [{ by: outlet }],
      '4900 mAh': [{ by: other }],
    });
    expect(low).toBeCloseTo(logistic(logit(0.6) + 2 * C), 12);
    expect(high).toBe(low);
  });

  it('gather around the one with the most support', () => {
    const said = { '4850 mAh': crew(1, 'x'), '4920 mAh': crew(3, 'y'), '5000 mAh': crew(1, 'z') };
    const [low, middle, high] = probabilities('battery.capacity', said);
    expect(low).toBe(middle);
    expect(high).toBe(middle);
  });

  it('stay with the best supported one, however near the bare end of a range is', () => {
    const said = { '4950 mAh': crew(3, 'x'), '4860 mAh': [{ by: outlet }], '4840-4860 mAh': [{ by: other }] };
    const [best, near] = probabilities('battery.capacity', said);
    expect(near).toBe(best);
  });

  it('stay apart beyond the tolerance', () => {
    const said = { '4600 mAh': [{ by: outlet }], '4900 mAh': [{ by: other }] };
    const { confidences, other: rest } = assess('battery.capacity', said);
    expect(confidences.reduce((sum, { probability }) => sum + probability, rest)).toBeCloseTo(1, 12);
  });

  it.each<[string, string, string, string]>([
    ['a range holds a number', 'battery.capacity', '4500-5000 mAh', '4700 mAh'],
    ['a range holds a number at its end, within the tolerance', 'battery.capacity', '4500-5000 mAh', '5050 mAh'],
    ['a bound holds a number', 'camera.main.megapixels', '>=50 MP', '108 MP'],
    ['a range of prices holds a price', 'price', 'EUR 900-1100', 'EUR 999'],
  ])('%s', (_case, subject, wide, narrow) => {
    const [outer, inner] = probabilities(subject, { [wide]: [{ by: outlet }], [narrow]: [{ by: other }] });
    const [, alone] = probabilities(subject, { [wide]: [], [narrow]: [{ by: other }] });
    expect(inner!).toBeGreaterThan(alone!);
    expect(outer!).toBeGreaterThanOrEqual(inner!);
  });

  it('prices in two currencies do not compete', () => {
    const both = probabilities('price', { 'EUR 999': [{ by: outlet }], 'USD 899': [{ by: other }] });
    expect(both[0]).toBeCloseTo(logistic(logit(0.4) + C), 12);
    expect(both[1]).toBe(both[0]);
  });
});

describe('a yes/no question', () => {
  it('reads a report of "no" as one against "yes"', () => {
    const [yes, no] = probabilities('existence', { yes: [{ by: outlet }], no: [{ by: other, certainty: 'reported' }] });
    expect(yes).toBeCloseTo(logistic(logit(0.6) + 0.2 * C), 12);
    expect(no).toBeCloseTo(1 - yes!, 12);
  });
});
