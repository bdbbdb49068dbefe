import { reasonOf, type Happened } from './reasons.js';

const HAPPENED: Happened = {
  ...{ kind: 'crosses', threshold: 0.8, previous: 0.76, current: 0.83, origins: 3, because: [], data: {} },
};

describe('the reason of an alert', () => {
  it.each<[Partial<Happened>, string]>([
    [{}, 'Crossed 80 %: 76 → 83 % very likely, 3 independent origins.'],
    [{ because: ['The Ledger'] }, 'Crossed 80 %: 76 → 83 % very likely, 3 independent origins; because of The Ledger.'],
    [
      { threshold: 0.825, because: ['A', 'B', 'C', 'D', 'E'], origins: 1 },
      'Crossed 82.5 %: 76 → 83 % very likely, 1 independent origin; because of A, B, C and 2 others.',
    ],
    [{ previous: 0.83, current: 0.6 }, 'Fell below 80 %: 83 → 60 % likely, 3 independent origins.'],
    [{ previous: null }, 'Began above 80 %: 83 % very likely, 3 independent origins.'],
    [
      { kind: 'moves', previous: 0.61, current: 0.73 },
      'Moved by +12 percentage points: 61 → 73 % likely, 3 independent origins.',
    ],
    [
      { kind: 'moves', previous: 0.73, current: 0.61, origins: 0 },
      'Moved by −12 percentage points: 73 → 61 % likely, 0 independent origins.',
    ],
    [
      { kind: 'resolves', data: { outcome: 'partly', happened_on: '2029-03-01' } },
      'Resolved as partly, as of 2029-03-01.',
    ],
    [
      { kind: 'statement', data: { speaker: 'Ada Quill', organisation: 'Orvane', act: 'denies' } },
      'On the record: Ada Quill of Orvane denies.',
    ],
    [
      { kind: 'statement', data: { speaker: 'Ada Quill', organisation: null, act: 'teases' } },
      'On the record: Ada Quill teases.',
    ],
    [
      { kind: 'new_rumor', current: null, origins: 0, because: ['A', 'B'] },
      'A new rumor, 0 independent origins; because of A and B.',
    ],
  ])('%j', (change, said) => {
    expect(reasonOf({ ...HAPPENED, ...change })).toBe(said);
  });
});
