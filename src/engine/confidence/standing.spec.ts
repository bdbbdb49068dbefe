import { source } from '../../../test/support/questions.js';
import {
  accuracyOf,
  isEstablished,
  NOTHING_LEARNED,
  type Learned,
  type SourceStanding,
  type TrackRecord,
} from './index.js';

const raw = (traits: Partial<SourceStanding>): SourceStanding => source('s', { grade: null, vetted: false, ...traits });

describe('isEstablished', () => {
  it.each<[string, Partial<SourceStanding>, boolean]>([
    ['a maker', { kind: 'maker' }, true],
    ['a regulator', { kind: 'regulator' }, true],
    ['a benchmark', { kind: 'benchmark' }, true],
    ['a retailer', { kind: 'retailer' }, false],
    ['an unvetted outlet', { kind: 'outlet' }, false],
    ['a vetted outlet', { kind: 'outlet', vetted: true }, true],
    ['a vetted account', { kind: 'social', vetted: true }, true],
    ['four early calls', { kind: 'leaker', earlyCalls: 4 }, false],
    ['five early calls', { kind: 'leaker', earlyCalls: 5 }, true],
  ])('%s', (_case, traits, established) => {
    expect(isEstablished(raw(traits))).toBe(established);
  });
});

describe('accuracyOf', () => {
  it.each<[string, Partial<SourceStanding>, number]>([
    ['grade A', { grade: 'A', vetted: true }, 0.95],
    ['grade B', { grade: 'B', vetted: true }, 0.85],
    ['grade C', { grade: 'C', vetted: true }, 0.75],
    ['grade D', { grade: 'D', vetted: true }, 0.6],
    ['grade E', { grade: 'E', vetted: true }, 0.5],
    ['vetted without a grade', { vetted: true }, 0.75],
    ['neither', {}, 0.5],
    ['a maker', { kind: 'maker' }, 0.98],
    ['a regulator', { kind: 'regulator' }, 0.95],
    ['a benchmark', { kind: 'benchmark' }, 0.9],
    ['a leaker', { kind: 'leaker' }, 7.6 / 10.5],
  ])('starts by kind and grade: %s', (_case, traits, mean) => {
    expect(accuracyOf(raw(traits), 'spec', 'supports', NOTHING_LEARNED).mean).toBeCloseTo(mean, 12);
  });

  const tally = (hits: number, trials: number) => ({ hits, trials });
  const record: TrackRecord = {
    supporting: { all: tally(40, 45), byFamily: { spec: tally(20, 20) } },
    refuting: { all: tally(0, 5), byFamily: {} },
  };
  const learned: Learned = { ...NOTHING_LEARNED, records: new Map([['s', record]]), kinds: { outlet: tally(20, 20) } };
  const overall = (5 * 0.75 + 40) / 50;

  it.each<[string, SourceStanding, 'spec' | 'name', 'supports' | 'refutes', number]>([
    ['its whole record', source('s'), 'name', 'supports', overall],
    ['its record in the family', source('s'), 'spec', 'supports', (20 * overall + 20) / 40],
    ['its record of refuting apart', source('s'), 'spec', 'refutes', (5 * 0.75) / 10],
    ['what its kind was found to be, without a grade', source('t', { grade: null }), 'spec', 'supports', 0.875],
    ['its grade before its kind', source('t'), 'spec', 'supports', 0.75],
    ['nothing, for a maker', source('s', { kind: 'maker' }), 'spec', 'supports', 0.98],
  ])('learns from %s', (_case, known, family, stance, mean) => {
    expect(accuracyOf(known, family, stance, learned).mean).toBeCloseTo(mean, 12);
  });

  it('is surer the more is known', () => {
    const before = accuracyOf(source('s'), 'spec', 'supports', NOTHING_LEARNED);
    const after = accuracyOf(source('s'), 'spec', 'supports', learned);
    expect(after.variance).toBeLessThan(before.variance);
    expect(after.logitVariance).toBeLessThan(before.logitVariance);
  });
});
