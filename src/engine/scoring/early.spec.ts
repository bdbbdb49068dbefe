import { before, call } from '../../../test/support/calls.js';
import { credited, type Call } from './calls.js';
import { earlyCallsOf, isBold } from './early.js';

const bold = (change: Partial<Call> = {}): boolean => isBold({ ...call(change), weight: 1 });
const events = (count: number, change: Partial<Call> = {}): Call[] =>
  Array.from({ length: count }, (_, index) => call({ ...change, event: `${change.happened ?? true}${index}` }));

describe('a bold call', () => {
  it.each<[string, Partial<Call>, boolean]>([
    ['stands for what is held unlikely', { believed: 0.3 }, true],
    ['does not stand for what is held likely', { believed: 0.7 }, false],
    ['refutes what is held likely', { stance: 'refutes', believed: 0.7 }, true],
    ['does not refute what is held unlikely', { stance: 'refutes', believed: 0.3 }, false],
    ['is made a week ahead', { publishedAt: before(7), learnedAt: before(7) }, true],
    ['is not made later', { publishedAt: before(6), learnedAt: before(6) }, false],
    ['is known a week ahead: what turns up afterwards may be dated back', { learnedAt: before(-1) }, false],
  ])('%s', (_name, change, expected) => expect(bold(change)).toBe(expected));
});

describe('early calls', () => {
  it.each<[string, Call[], number]>([
    ['count by event', events(5), 5],
    ['lose one for each that was wrong', [...events(5), ...events(2, { happened: false })], 3],
    ['are never fewer than none', events(3, { happened: false }), 0],
    ['are not won by many claims about one event', Array.from({ length: 9 }, (_, at) => call({ rumorId: `${at}` })), 1],
    ['are not won by calling every answer', [call(), call({ rumorId: 'b', happened: false })], 0],
  ])('%s', (_name, calls, expected) => expect(earlyCallsOf(credited(calls))).toBe(expected));
});
