import { tryOn, kindOf, toleranceOf, USUAL_TOLERANCE, type TrialSet } from './index.js';
import { areOne } from './sameness.js';
import { rightAmong } from './trial.js';

const none = new Map<string, string>();

describe('when two values are one', () => {
  it.each([
    ['13:55', '14:05', true],
    ['13:55', '14:06', false],
    ['23:58', '0:04', true],
    ['1:55 pm', '13:50', true],
    ['A37', 'A37', true],
    ['A37', 'A38', false],
    ['74.24', '74.240', true],
    ['74.24', '74.25', false],
    ['12', '12:05', false],
    ['25:00', '25:05', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(areOne(a, b, USUAL_TOLERANCE)).toBe(expected);
  });

  it.each([
    ['30 min', '13:55', '14:25', true],
    ['1h', '13:55', '14:56', false],
    ['2%', '100', '102', true],
    ['0.5', '1.2', '1.8', false],
  ])('with %s: %s and %s: %s', (text, a, b, expected) => {
    expect(areOne(a, b, toleranceOf(text)!)).toBe(expected);
  });

  it('reads no tolerance in other words', () => {
    for (const text of ['', 'ten', '-1', '5 5']) expect(toleranceOf(text)).toBeNull();
  });
});

describe('what is found out of a set', () => {
  const reports = (values: readonly string[], questions: number) =>
    values.flatMap((value) =>
      Array.from({ length: questions }, (_, at) => ({ question: `${at}`, source: value, value })),
    );
  it.each([
    ['closed', reports(['0', '1'], 20), none],
    ['open', reports(['0', '1'], 19), none],
    [
      'open',
      reports(
        Array.from({ length: 21 }, (_, at) => `${at}`),
        300,
      ),
      none,
    ],
    ['hierarchical', reports(['0', '1'], 20), new Map([['0', '1']])],
  ])('is that its answers are %s', (kind, said, parents) => {
    expect(kindOf(said, parents)).toBe(kind);
  });
});

const places = new Map([
  ['Lyon', 'France'],
  ['Paris', 'France'],
  ['France', 'Europe'],
]);
const setOf = (kind: TrialSet['kind'], said: readonly [string, string, string][], truth: string): TrialSet => ({
  kind,
  reports: said.map(([question, source, value]) => ({ question, source, value })),
  days: new Map(),
  truths: [{ question: 'q', value: truth, path: null }],
  parents: kind === 'hierarchical' ? places : none,
  tolerance: USUAL_TOLERANCE,
});
const cold = { mode: 'cold', share: 0.2, seed: 1 } as const;

describe('a trial', () => {
  it('takes the most specific value on the path of the truth for right', () => {
    const set = setOf('hierarchical', [], 'Lyon');
    const truth = set.truths[0]!;
    expect([...rightAmong(set, ['Europe', 'France', 'Paris'], truth)]).toEqual(['France']);
    expect([...rightAmong(set, ['Lyon', 'France'], truth)]).toEqual(['Lyon']);
    expect([...rightAmong(set, ['Paris'], truth)]).toEqual([]);
  });

  it('lets a wide value support the narrow one in it', () => {
    const set = setOf(
      'hierarchical',
      [
        ['q', 'a', 'Lyon'],
        ['q', 'b', 'Rome'],
        ['q', 'c', 'France'],
      ],
      'Lyon',
    );
    expect(tryOn(set, cold).marks).toMatchObject({ n: 1, accuracy: 1 });
  });

  it('scores answers that are equally likely by the expected value', () => {
    const set = setOf(
      'open',
      [
        ['q', 'a', 'x'],
        ['q', 'b', 'y'],
      ],
      'x',
    );
    expect(tryOn(set, cold).marks.accuracy).toBeCloseTo(0.5, 12);
  });

  it('marks a question without a right value as wrong', () => {
    const { marks } = tryOn(
      setOf(
        'open',
        [
          ['q', 'a', 'x'],
          ['q', 'b', 'x'],
        ],
        'z',
      ),
      cold,
    );
    expect(marks).toMatchObject({ n: 1, accuracy: 0 });
    expect(marks.brier).toBeGreaterThan(0.8);
  });
});
