import fc from 'fast-check';
import { before, call, DECIDED } from '../../../test/support/calls.js';
import { source } from '../../../test/support/questions.js';
import { accuracyOf, NOTHING_LEARNED, taughtOf, type Learned } from '../confidence/index.js';
import { SUBJECT_FAMILIES } from '../subjects/index.js';
import type { Call } from './calls.js';
import { RECORD_HALF_LIFE_DAYS } from './record.js';
import { talliesOf, trackRecordOf } from './tallies.js';

const daily = source('ledger');
const learnedFrom = (calls: readonly Call[], at = DECIDED): Learned => ({
  ...NOTHING_LEARNED,
  records: new Map([['ledger', trackRecordOf(talliesOf(calls), at)]]),
});
const events = (right: number, wrong: number, change: Partial<Call> = {}): Call[] =>
  Array.from({ length: right + wrong }, (_, index) =>
    call({ event: `${change.family ?? ''}${index}`, happened: index < right, ...change }),
  );

describe('the tallies of a source', () => {
  it('count an event once, and what faded by half of it', () => {
    const old = before(RECORD_HALF_LIFE_DAYS);
    const calls = [
      call({ event: 'a' }),
      call({ event: 'a', rumorId: 'b', happened: false }),
      call({ event: 'b', decidedAt: old }),
      call({ event: 'c', decidedAt: old, happened: false, family: 'price' }),
    ];
    const { supporting, refuting } = trackRecordOf(talliesOf(calls), DECIDED);
    expect(supporting.all.hits).toBeCloseTo(0.5 + 0.5, 12);
    expect(supporting.all.trials).toBeCloseTo(1 + 0.5 + 0.5, 12);
    expect(supporting.all.past).toEqual({ right: 1.5, events: 3 });
    expect(supporting.byFamily.partner?.past).toEqual({ right: 1.5, events: 2 });
    expect(supporting.byFamily.price?.trials).toBeCloseTo(0.5, 12);
    expect(refuting).toEqual({ all: { hits: 0, trials: 0 }, byFamily: {} });
  });

  it('make the accuracy that is weighed, to four digits', () => {
    const learned = learnedFrom([...events(7, 2, { family: 'launch' }), ...events(1, 3, { family: 'price' })]);
    // A = (5 · .75 + 8) / (5 + 13) = .6528; launches (20 · A + 7) / 29 = .6916; prices (20 · A + 1) / 24 = .5856
    const mean = (family: 'launch' | 'price' | 'name', side: 'supports' | 'refutes') =>
      accuracyOf(daily, family, side, learned).mean;
    expect(mean('launch', 'supports')).toBeCloseTo(0.6916, 4);
    expect(mean('price', 'supports')).toBeCloseTo(0.5856, 4);
    expect(mean('name', 'supports')).toBeCloseTo(0.6528, 4);
    expect(mean('launch', 'refutes')).toBe(accuracyOf(daily, 'launch', 'refutes', NOTHING_LEARNED).mean);
  });

  it('say what was learned: of the family where there is something, else of all', () => {
    const learned = learnedFrom(events(7, 2, { family: 'launch' }));
    const taught = (family: 'launch' | 'price', side: 'supports' | 'refutes', kind: 'outlet' | 'maker' = 'outlet') =>
      taughtOf(source('ledger', { kind }), family, side, learned);
    expect(taught('launch', 'supports')).toEqual({ right: 7, events: 9, family: 'launch', stance: 'supports' });
    expect(taught('price', 'supports')).toEqual({ right: 7, events: 9, family: null, stance: 'supports' });
    expect(taught('launch', 'refutes')).toBeNull();
    expect(taught('launch', 'supports', 'maker')).toBeNull();
  });

  it('are those of the side that is weighed: who supports "no" refutes "yes"', () => {
    const { supporting, refuting } = trackRecordOf(
      talliesOf([call({ stance: 'supports', side: 'refutes', happened: true })]),
      DECIDED,
    );
    expect(supporting.all.trials).toBe(0);
    expect(refuting.all.hits).toBeCloseTo(1, 12);
    expect(refuting.all.trials).toBeCloseTo(1, 12);
  });

  const anyCalls = fc.array(
    fc
      .record({
        day: fc.nat(2000),
        event: fc.nat(9),
        family: fc.constantFrom(...SUBJECT_FAMILIES),
        side: fc.constantFrom('supports' as const, 'refutes' as const),
        happened: fc.boolean(),
      })
      .map(({ day, event, side, ...rest }) =>
        call({ ...rest, side, stance: side, event: `${day} ${event}`, decidedAt: before(day) }),
      ),
    { maxLength: 30 },
  );

  it('are the same to the last bit in whatever order the calls come', () => {
    fc.assert(
      fc.property(
        anyCalls.chain((calls) =>
          fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })),
        ),
        ([calls, shuffled]) => expect(talliesOf(shuffled)).toEqual(talliesOf(calls)),
      ),
    );
  });

  it('never have more hits than trials, and fade with time alone', () => {
    fc.assert(
      fc.property(anyCalls, fc.nat(3000), (calls, days) => {
        for (const { hits, trials, right, events: n } of talliesOf(calls)) {
          expect(hits).toBeLessThanOrEqual(trials);
          expect(right).toBeLessThanOrEqual(n + 1e-9);
        }
        const [now, later] = [DECIDED, DECIDED + days * 86_400_000].map((at) => trackRecordOf(talliesOf(calls), at));
        const left = 2 ** (-days / RECORD_HALF_LIFE_DAYS);
        expect(later!.supporting.all.trials).toBeCloseTo(now!.supporting.all.trials * left, 9);
      }),
    );
  });
});
