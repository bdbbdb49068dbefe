import fc from 'fast-check';
import { anyQuestion } from '../../../test/support/question-arbitraries.js';
import { added, NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import { assessQuestion, NOTHING_LEARNED, PARAMETERS, type Question } from './index.js';

const assess = (asked: Question) => assessQuestion(asked, NOTHING_LEARNED, NOW).confidences;
const first = (asked: Question): number => assess(asked)[0]!.probability;
const crowd = (count: number, traits: Partial<Said> = {}): Said[] =>
  Array.from({ length: count }, (_, index) => ({ by: stranger(`fake-${index}`), ...traits }));

const outlet = source('outlet');
const rival = source('rival');
/** The target stands first; the base rates, with and without established evidence, span .25 to .99. */
const TARGETS: readonly (readonly [string, Question])[] = [
  ['a partner nobody speaks of', question('partner', { Leica: [] })],
  ['a supported partner', question('partner', { Leica: [{ by: outlet }] })],
  ['a refuted partner', question('partner', { Leica: [{ by: outlet, stance: 'refutes' }] })],
  ['a name nobody speaks of', question('name', { 'Mix 5': [], 'Mix 6': [] })],
  ['a supported name with a rival', question('name', { 'Mix 5': [{ by: outlet }], 'Mix 6': [{ by: rival }] })],
  ['a supported capacity', question('battery.capacity', { '4900 mAh': [{ by: outlet }], '5200 mAh': [{ by: rival }] })],
  ['a day nobody speaks of', question('launch.date', { '2022-07-04': [], '2022-09': [] })],
  ['a month with a rival', question('launch.date', { '2022-07': [{ by: outlet }], '2022-08': [{ by: rival }] })],
  [
    'a month within a quarter',
    question('launch.date', { '2022-07': [{ by: outlet }], '2022-07-01/2022-09-30': [{ by: rival }] }),
  ],
  [
    'an announced partner',
    question('partner', { Leica: [{ by: outlet, statement: { id: 's', act: 'confirms', verified: true } }] }),
  ],
];
const SIZES = [1, 10, 1000, 10_000];
const CASES = TARGETS.flatMap(([name, asked]) => SIZES.map((count) => [count, name, asked] as const));

describe('any number of fakes', () => {
  it.each(CASES)('%d for, against, for a rival or both ways move %s by at most .05', (count, _name, asked) => {
    const before = first(asked);
    const attacks = [
      added(asked, 0, crowd(count)),
      added(asked, 0, crowd(count, { stance: 'refutes' })),
      ...(asked.answers.length > 1 ? [added(asked, 1, crowd(count))] : []),
      ...(asked.answers.length > 1
        ? [added(added(asked, 0, crowd(count)), 1, crowd(count, { stance: 'refutes', reportId: 'x' }))]
        : []),
    ];
    for (const attack of attacks) expect(Math.abs(first(attack) - before)).toBeLessThanOrEqual(0.05);
  });

  it.each([1, 10, 1000])('with a rival name each, %d take nothing from an established name', (count) => {
    const fakes = Object.fromEntries(crowd(count).map((said, index) => [`Fake ${index}`, [said]]));
    const alone = first(question('name', { 'Mix 5': [{ by: outlet }] }));
    expect(first(question('name', { 'Mix 5': [{ by: outlet }], ...fakes }))).toBeCloseTo(alone, 12);
  });

  it.each([1, 10, 1000])('with a rival name each, %d take nothing from a name that was there before', (count) => {
    const fakes = Object.fromEntries(crowd(count).map((said, index) => [`Fake ${index}`, [said]]));
    expect(first(question('name', { 'Mix 5': [], ...fakes }))).toBeCloseTo(0.3, 12);
  });

  it.each([1, 1000])('with a range of days each, %d take nothing from an established month', (count) => {
    const fakes = Object.fromEntries(
      crowd(count).map((said, index) => [`2022-07-01/${2023 + (index % 900)}-0${1 + (index % 9)}`, [said]]),
    );
    const alone = first(question('launch.date', { '2022-07': [{ by: outlet }] }));
    expect(first(question('launch.date', { '2022-07': [{ by: outlet }], ...fakes }))).toBeCloseTo(alone, 12);
  });

  it.each([1, 10, 10_000])('%d bring a value of their own to at most its base rate and .05', (count) => {
    const asked = question('name', { 'Mix 5': [{ by: outlet }], Fake: crowd(count) });
    expect(assess(asked)[1]!.probability).toBeLessThanOrEqual(0.3 + PARAMETERS.unproven.aboveBase);
  });

  it('leave the firm probability alone, however many they are', () => {
    const firm = [0, 1, 10_000].map((count) =>
      assess(question('name', { 'Mix 5': [{ by: outlet }], Fake: crowd(count) })).map((each) => each.firmProbability),
    );
    expect(firm[1]).toEqual(firm[0]);
    expect(firm[2]).toEqual(firm[0]);
  });

  it('count once an origin', () => {
    const once = added(question('partner', { Leica: [] }), 0, crowd(1, { originId: 'one', reportId: 'one' }));
    const copies = crowd(1000, { originId: 'one', independence: 0.5 }).map((said, index) => ({
      ...said,
      reportId: `copy-${index}`,
    }));
    expect(first(added(once, 0, copies))).toBe(first(once));
  });
});

describe('fakes on every answer of any question', () => {
  it('for and against, move no answer with an established supporter by more than .05', () => {
    const stance = fc.constantFrom('supports' as const, 'refutes' as const);
    fc.assert(
      fc.property(anyQuestion(), fc.array(stance, { minLength: 6, maxLength: 6 }), (asked, stances) => {
        const attacked = asked.answers.reduce((whole, _, index) => {
          const fakes = crowd(60).map(({ by }) => ({
            by: { ...by, id: `${by.id}-${index}` },
            stance: stances[index]!,
          }));
          return added(whole, index, fakes);
        }, asked);
        const after = assess(attacked);
        assess(asked).forEach(({ firmProbability: probability, contributions }, index) => {
          const own = new Set(asked.answers[index]!.testimonies.map(({ id }) => id));
          const supported = contributions.some(
            (step) => step.kind === 'report' && step.stance === 'supports' && own.has(step.evidenceId),
          );
          if (supported) expect(Math.abs(after[index]!.probability - probability)).toBeLessThanOrEqual(0.05);
        });
      }),
    );
  });
});

describe('an early-proven source', () => {
  it.each([
    [4, 0.45, 'low'],
    [5, 0.5, 'low'],
  ])('with %d early calls', (earlyCalls, least, strength) => {
    const leaker = source('leaker', { kind: 'leaker', grade: null, vetted: false, earlyCalls });
    const [confidence] = assess(question('partner', { Leica: [{ by: leaker }] }));
    expect(confidence!.probability).toBeGreaterThan(least);
    expect(confidence!.strength).toBe(strength);
    expect(confidence!.probability > 0.5).toBe(earlyCalls >= PARAMETERS.earlyCalls);
  });
});
