import { DAY, NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import { assessQuestion, dateDistribution, logistic, logit, massBetween, NOTHING_LEARNED } from './index.js';
import { oddsOf } from './odds.js';

type Talk = Readonly<Record<string, readonly Said[]>>;
const assess = (said: Talk, at = NOW) => assessQuestion(question('launch.date', said), NOTHING_LEARNED, at);
const probabilities = (said: Talk, at = NOW): number[] =>
  assess(said, at).confidences.map(({ probability }) => probability);

const C = 0.7 * Math.log(3);
const outlet = source('outlet');
const other = source('other');
const Q3 = '2022-07-01/2022-09-30';
const month = oddsOf(0.35);
const quarter = oddsOf(0.45);

describe('the one distribution over days', () => {
  it.each<[string, Talk, number[]]>([
    ['is its base rate for a month nobody speaks of', { '2022-07': [] }, [0.35]],
    ['is its base rate for a time without an end', { '2022-07-01/..': [] }, [0.45]],
    ['is its base rate for a time without a beginning', { '../2022-09-30': [] }, [0.45]],
    ['follows the formula for a lone month', { '2022-07': [{ by: outlet }] }, [logistic(logit(0.35) + C)]],
    [
      'is a softmax over disjoint months',
      { '2022-07': [{ by: outlet }], '2022-08': [{ by: other }] },
      Array<number>(2).fill((month * Math.exp(C)) / (1 + 2 * month * Math.exp(C))),
    ],
    [
      'gives a month within a supported quarter the support of both',
      { '2022-07': [{ by: outlet }], [Q3]: [{ by: other }] },
      [
        (month * Math.exp(2 * C)) / (1 + month * Math.exp(2 * C) + (quarter - month) * Math.exp(C)),
        1 - 1 / (1 + month * Math.exp(2 * C) + (quarter - month) * Math.exp(C)),
      ],
    ],
  ])('%s', (_case, said, expected) => {
    probabilities(said).forEach((each, index) => expect(each).toBeCloseTo(expected[index]!, 9));
  });

  it('takes a refuted month out of its quarter, without giving it measure of its own', () => {
    const said: Talk = { '2022-07': [{ by: outlet, stance: 'refutes' }], [Q3]: [{ by: other }] };
    const [inside, whole] = probabilities(said);
    const score = (quarter * (61 * Math.exp(C) + 31)) / 92; // in July the two cancel out
    expect(whole).toBeCloseTo(score / (1 + score), 9);
    expect(inside!).toBeLessThan(0.35);
  });

  it('speaks once for a report that names a month and its quarter', () => {
    const both = { '2022-07': [{ by: outlet, reportId: 'r' }], [Q3]: [{ by: outlet, reportId: 'r' }] };
    const cells = 1 + month * Math.exp(C) + (quarter - month) * Math.exp(C / 2);
    expect(probabilities(both)[0]).toBeCloseTo((month * Math.exp(C)) / cells, 9);
  });

  it('has disjoint buckets in the order of time', () => {
    const { buckets } = assess({ '2022-07-04': [{ by: outlet }], [Q3]: [{ by: other }], '2022-10-01/..': [] });
    expect(buckets!.map(({ earliestOn, latestOn }) => [earliestOn, latestOn])).toEqual([
      ['2022-07-01', '2022-07-03'],
      ['2022-07-04', '2022-07-04'],
      ['2022-07-05', '2022-09-30'],
      ['2022-10-01', null],
    ]);
  });

  it('gives part of a bucket in proportion to days', () => {
    const distribution = {
      buckets: [{ earliestOn: '2022-07-01', latestOn: '2022-07-10', probability: 0.5 }],
      other: 0.5,
    };
    expect(massBetween(distribution, '2022-07-04', '2022-07-05')).toBeCloseTo(0.1, 12);
    expect(massBetween(distribution, null, '2022-07-05')).toBeCloseTo(0.25, 12);
    expect(massBetween(distribution, '2022-08-01', null)).toBe(0);
  });
});

describe('a month that only strangers speak of', () => {
  it('takes its place inside a supported quarter without changing it', () => {
    const [alone] = probabilities({ [Q3]: [{ by: outlet }] });
    const [whole, inside] = probabilities({ [Q3]: [{ by: outlet }], '2022-07': [{ by: stranger('s') }] });
    expect(whole).toBeCloseTo(alone!, 12);
    expect(inside!).toBeGreaterThan((alone! * 31) / 92);
    expect(inside!).toBeLessThanOrEqual(0.35 + 0.05);
  });
});

describe('as time passes', () => {
  const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);
  const said = { '2022-07': [{ by: outlet }], [Q3]: [{ by: other }] };

  it('no mass lies in the past', () => {
    const distribution = dateDistribution(question('launch.date', said), NOTHING_LEARNED, day('2022-07-20'));
    expect(massBetween(distribution, null, '2022-07-19')).toBe(0);
    expect(distribution.buckets[0]).toMatchObject({ earliestOn: '2022-07-20', latestOn: '2022-07-31' });
  });

  it('the mass of a window that is over moves to later values', () => {
    const at = day('2022-08-01');
    const { buckets, other: rest } = assess(said, at);
    expect(buckets!.map(({ earliestOn }) => earliestOn)).toEqual(['2022-08-01']);
    expect(buckets![0]!.probability + rest).toBeCloseTo(1, 12);
  });

  it.each(['2022-08-01', '2022-09-15', '2026-01-01'])('a window that is over keeps its last number on %s', (text) => {
    const [last] = assess(said, day('2022-07-31') + DAY / 2 - 1).confidences;
    const [over] = assess(said, day(text)).confidences;
    expect(last!.windowOver).toBe(false);
    expect(over!.windowOver).toBe(true);
    expect(over!.probability).toBeCloseTo(last!.probability, 12);
  });

  it('nothing is left to expect when every window is over', () => {
    expect(assess(said, day('2026-01-01'))).toMatchObject({ buckets: [], other: 1 });
  });

  it('a time without an end is never over', () => {
    const [confidence] = assess({ '2022-07-01/..': [{ by: outlet }] }, day('2030-01-01')).confidences;
    expect(confidence!.windowOver).toBe(false);
    expect(confidence!.probability).toBeGreaterThan(0.45);
  });
});
