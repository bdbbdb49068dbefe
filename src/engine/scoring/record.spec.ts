import fc from 'fast-check';
import { before, call, DECIDED } from '../../../test/support/calls.js';
import type { SourceStanding } from '../confidence/index.js';
import type { Call } from './calls.js';
import { gradeOf, recordOf, RECORD_HALF_LIFE_DAYS } from './record.js';

const ledger: SourceStanding = {
  id: 'ledger',
  name: 'Ledger',
  kind: 'outlet',
  grade: 'C',
  vetted: true,
  earlyCalls: 0,
};
const decided = (count: number, change: Partial<Call> = {}): Call[] =>
  Array.from({ length: count }, (_, index) => call({ ...change, event: `${change.happened ?? true}${index}` }));

describe('a record', () => {
  it('of nothing is what is assumed', () => {
    const { claims, credits, hits, accuracy, brier, skill, earned } = recordOf(ledger, [], DECIDED);
    expect({ claims, credits, hits, brier, skill, earned }).toEqual({
      claims: 0,
      credits: 0,
      hits: 0,
      brier: null,
      skill: null,
      earned: null,
    });
    expect(accuracy.mean).toBeCloseTo(0.75, 12);
  });

  it('counts claims and events apart, and shrinks what it counts', () => {
    const calls = [...decided(8), call({ event: 'x' }), call({ event: 'x', rumorId: 'b', happened: false })];
    const record = recordOf(ledger, calls, DECIDED);
    expect([record.claims, record.right, record.credits, record.hits]).toEqual([10, 9, 9, 8.5]);
    expect(record.accuracy.mean).toBeCloseTo((5 * 0.75 + 8.5) / (5 + 9), 12); // .875
    const partner = record.families.find(({ family }) => family === 'partner')!;
    expect(partner.accuracy.mean).toBeCloseTo((20 * 0.875 + 8.5) / (20 + 9), 12);
    expect(record.families.find(({ family }) => family === 'price')).toMatchObject({ claims: 0, credits: 0 });
    expect(record.leads.map(({ lead, claims }) => [lead, claims])).toEqual([
      ['0-7d', 0],
      ['7-30d', 0],
      ['30-90d', 10],
      ['90d+', 0],
    ]);
  });

  it('scores words at face value against the base rate', () => {
    // as reported of base rate .45 is .896124: right costs .0107902, wrong .8030382; the base rate .3025 and .2025
    const record = recordOf(ledger, [...decided(9), ...decided(3, { happened: false })], DECIDED);
    expect(record.brier).toBeCloseTo((9 * 0.0107902 + 3 * 0.8030382) / 12, 6);
    expect(record.baseBrier).toBeCloseTo((9 * 0.3025 + 3 * 0.2025) / 12, 12);
    expect(record.skill!.skill).toBeCloseTo(1 - record.brier! / record.baseBrier!, 12);
    expect(record.earned).toBe('C'); // (5 · .75 + 9) ÷ 17 = .75
  });

  it('is that of the worked example in docs/confidence.md', () => {
    const { brier, baseBrier, skill, accuracy, earned } = recordOf(
      ledger,
      [...decided(10), ...decided(2, { happened: false })],
      DECIDED,
    );
    const figures = [brier!, baseBrier!, skill!.skill, skill!.low, skill!.high, accuracy.mean];
    expect(figures.map((figure) => figure.toFixed(4))).toEqual([
      ...['0.1428', '0.2858', '0.5003', '-0.0943', '1.0949', '0.8088'],
    ]);
    expect(earned).toBe('B');
  });

  it('speaks for itself from ten events on', () => {
    expect(recordOf(ledger, decided(9), DECIDED).earned).toBeNull();
    expect(recordOf(ledger, decided(10), DECIDED).earned).toBe('A'); // (5 · .75 + 10) ÷ 15 = .9167
  });

  it('fades: after a half-life a decision counts half', () => {
    const { accuracy, hits } = recordOf(ledger, decided(10), before(-RECORD_HALF_LIFE_DAYS));
    expect([hits, accuracy.mean]).toEqual([10, (5 * 0.75 + 5) / 10]);
  });

  it('does not depend on the order, and what is decided alike counts alike', () => {
    const anyCalls = fc.array(
      fc.record({ event: fc.constantFrom('a', 'b', 'c', 'd'), happened: fc.boolean(), rumorId: fc.uuid() }).map(call),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const [one, other] = [recordOf(ledger, calls, DECIDED), recordOf(ledger, [...calls].reverse(), DECIDED)];
        expect(one.credits).toBeCloseTo(new Set(calls.map(({ event }) => event)).size, 9);
        expect(other.hits).toBeCloseTo(one.hits, 9);
        expect(other.accuracy.mean).toBeCloseTo(one.accuracy.mean, 9);
        expect(other.earlyCalls).toBe(one.earlyCalls);
      }),
    );
  });
});

describe('a grade', () => {
  it.each([
    [0.98, 'A'],
    [0.9, 'A'],
    [0.899, 'B'],
    [0.8, 'B'],
    [0.75, 'C'],
    [0.675, 'C'],
    [0.6, 'D'],
    [0.55, 'D'],
    [0.54, 'E'],
    [0.1, 'E'],
  ])('of an accuracy of %d is %s', (accuracy, grade) => expect(gradeOf(accuracy)).toBe(grade));
});
