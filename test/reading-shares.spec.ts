import fc from 'fast-check';
import type { Spread } from '../src/assessments/question-board.service.js';
import { contestsOf } from '../src/assessments/shares.js';
import type { RumorRow } from '../src/rumors/rumor.view.js';

type Answer = readonly [value: string, probability: number | null, outcome?: 'true' | 'false'];

const rumor = (subject: string, [value, probability, outcome = undefined]: Answer): RumorRow =>
  ({
    id: `rumor ${value}`,
    subject,
    value,
    probability,
    outcome: outcome ?? null,
    happened_on: outcome === undefined ? null : '2022-07-04',
  }) as RumorRow;

const contests = (subject: string, answers: readonly Answer[], spread: Partial<Spread> | null = {}) =>
  contestsOf({
    question: subject,
    rumors: answers.map((answer) => rumor(subject, answer)),
    spread: spread && { at: 0, other: 0, buckets: null, ...spread },
  });

/** What each entry shares out, to three decimals, and what is left. */
const shared = (...asked: Parameters<typeof contests>): (number | null)[][] =>
  contests(...asked).map(({ shares, other }) =>
    [...shares.map(({ share }) => share), other].map((part) => part && Math.round(part * 1000) / 1000),
  );

describe('what the answers to a question share', () => {
  it.each<[string, string, readonly Answer[], number, (number | null)[][]]>([
    [
      'names rule each other out',
      'name',
      [
        ['12 Ultra', 0.35],
        ['12S Ultra', 0.4],
      ],
      0.25,
      [[0.35, 0.4, 0.25]],
    ],
    [
      'partners stand alone',
      'partner',
      [
        ['Leica', 0.9],
        ['Zeiss', 0.3],
      ],
      0,
      [
        [0.9, 0.1],
        [0.3, 0.7],
      ],
    ],
    [
      'yes and no are one question',
      'existence',
      [
        ['yes', 0.6],
        ['no', 0.4],
      ],
      0,
      [[0.6, 0.4, 0]],
    ],
    [
      'a number within a range is its own',
      'battery.capacity',
      [
        ['4500-5000 mAh', 0.7],
        ['4860 mAh', 0.6],
      ],
      0.3,
      [[0.1, 0.6, 0.3]],
    ],
    [
      'numbers in one place share it',
      'battery.capacity',
      [
        ['4860 mAh', 0.5],
        ['4900 mAh', 0.5],
      ],
      0.5,
      [[0.5, 0, 0.5]],
    ],
    [
      'prices compete in their currency',
      'price',
      [
        ['EUR 999', 0.4],
        ['USD 899', 0.3],
      ],
      0.42,
      [
        [0.4, 0.6],
        [0.3, 0.7],
      ],
    ],
    [
      'what came true has all',
      'name',
      [
        ['12 Ultra', 0.35, 'false'],
        ['12S Ultra', 0.4, 'true'],
      ],
      0.25,
      [[0, 1, 0]],
    ],
    [
      'what was false has nothing',
      'name',
      [
        ['12 Ultra', 0.35, 'false'],
        ['12S Ultra', 0.4],
      ],
      0.6,
      [[0, 0.4, 0.6]],
    ],
    ['unweighed ones have no number', 'name', [['12 Ultra', null]], 0, [[null, null]]],
  ])('%s', (_name, subject, answers, other, expected) => {
    expect(shared(subject, answers, { other })).toEqual(expected);
  });

  it('are for dates the stretches of the one distribution', () => {
    const buckets = [{ earliestOn: '2022-07-01', latestOn: '2022-07-31', probability: 0.54 }];
    const [contest] = contests(
      'launch.date',
      [
        ['2022-07-01/2022-07-31', 0.54],
        ['2022-07-01/2022-09-30', 0.6],
      ],
      { buckets, other: 0.46 },
    );
    expect(contest).toMatchObject({ buckets, other: 0.46 });
    expect(contest?.shares.map(({ share }) => share)).toEqual([null, null]);
  });

  it('is for a launch that happened its day', () => {
    const [contest] = contests('launch.date', [['2022-07-01/2022-07-31', 0.54, 'true']], { buckets: [], other: 1 });
    expect(contest).toMatchObject({
      buckets: [{ earliestOn: '2022-07-04', latestOn: '2022-07-04', probability: 1 }],
      other: 0,
    });
  });

  it('sum to 1 with what is left, whatever lies within what', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    const answers = fc.array(probability, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(answers, probability, (all, other) => {
        const asked = all.map((each, index): Answer => [`${4000 + index * 500} mAh`, each]);
        const [contest] = contests('battery.capacity', asked, { other });
        const parts = contest!.shares.map(({ share }) => share!);
        expect(parts.reduce((sum, share) => sum + share, contest!.other!)).toBeCloseTo(1, 9);
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
