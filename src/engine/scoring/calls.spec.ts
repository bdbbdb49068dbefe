import { before, call } from '../../../test/support/calls.js';
import { credited, faceValueOf, isRight, leadDaysOf, standingCalls, type Call } from './calls.js';

describe('a call', () => {
  it.each<[Call['stance'], boolean, boolean]>([
    ['supports', true, true],
    ['supports', false, false],
    ['refutes', true, false],
    ['refutes', false, true],
  ])('that %s what happened (%p) is right: %p', (stance, happened, right) => {
    expect(isRight(call({ stance, happened }))).toBe(right);
  });

  it('leads by the days until the decision', () => expect(leadDaysOf(call())).toBe(40));

  it.each<[string, Partial<Call>, number]>([
    ['as reported', {}, 0.896124], // logit .45 + .8 · logit .95 = −.200671 + 2.355551 = 2.154880
    ['on the record', { certainty: 'official' }, 0.93956], // −.200671 + 2.944439 = 2.743768
    ['as a guess', { certainty: 'speculative' }, 0.664332], // −.200671 + .883332 = .682661
    ['of a refutation', { stance: 'refutes' }, 0.07201], // −.200671 − 2.355551 = −2.556222
    ['of a likely claim', { baseRate: 0.6 }, 0.940533], // .405465 + 2.355551 = 2.761016
  ])('has a face value %s', (_name, change, expected) => {
    expect(faceValueOf({ ...call(change), weight: 1 }).probability).toBeCloseTo(expected, 6);
  });
});

describe('the calls that stand', () => {
  const late = call({ reportId: 'r2', publishedAt: before(10) });
  it.each<[string, Call[], Call[], Call[]]>([
    ['are those that were made', [call()], [], [call()]],
    ['are none on the day itself', [call({ publishedAt: before(0) })], [], []],
    ['are the last words on a topic', [call(), late], [], [late]],
    ['are the last words, also of claims that are still open', [call()], [late], []],
    [
      'are not overtaken by words after the day',
      [call()],
      [call({ reportId: 'r3', publishedAt: before(-3) })],
      [call()],
    ],
    [
      'are those of each source',
      [call(), call({ sourceId: 'courier', publishedAt: before(5) })],
      [],
      [call(), call({ sourceId: 'courier', publishedAt: before(5) })],
    ],
    ['are those on each topic', [call(), { ...late, topic: 'name' }], [], [call(), { ...late, topic: 'name' }]],
    [
      'are all of one report',
      [call(), call({ rumorId: 'b', happened: false })],
      [],
      [call(), call({ rumorId: 'b', happened: false })],
    ],
  ])('%s', (_name, calls, others, expected) => {
    expect(standingCalls(calls, [...calls, ...others])).toEqual(expected);
  });
});

describe('credit', () => {
  it('is given once an event, however many claims it decides', () => {
    const launch = Array.from({ length: 60 }, (_, index) => call({ rumorId: `r${index}` }));
    const weights = credited([...launch, call({ event: 'another' }), call({ sourceId: 'courier' })]).map(
      ({ weight }) => weight,
    );
    expect(weights.slice(0, 60)).toEqual(Array(60).fill(1 / 60));
    expect(weights.slice(60)).toEqual([1, 1]);
  });
});
