import { findingOf, shareOutside, type Diagram } from './record.js';

const bin = (from: number, n: number, said: number | null, happened: number | null) => ({
  ...{ from, to: from + 0.1, n, said, happened },
});
const step = (said: number, happened: number, n: number) => ({ said, said_from: said, said_to: said, happened, n });
const NOTHING: Diagram = {
  ...{ brier: null, log_score: null, calibration_error: null, decomposition: null },
  ...{ curve: [], band: [], histogram: [bin(0, 0, null, null)] },
};
const BAND = [
  { said: 0.2, low: 0, high: 0.4 },
  { said: 0.8, low: 0.6, high: 1 },
];
const RIGHT: Diagram = {
  ...NOTHING,
  curve: [step(0.2, 0.25, 8), step(0.8, 0.75, 12)],
  band: BAND,
  histogram: [bin(0.2, 8, 0.2, 0.25), bin(0.5, 0, null, null), bin(0.8, 12, 0.8, 0.75)],
};

describe('the finding of a record', () => {
  it.each<[string, Diagram, number, string]>([
    ['says that nothing is decided', NOTHING, 0, 'Nothing is decided yet'],
    [
      'warns of a few',
      { ...RIGHT, histogram: [bin(0.6, 3, 0.6, 1)] },
      3,
      'On 3 decided claims, 60\u00a0% was said on average and 100\u00a0% came true: too few to judge by.',
    ],
    // (8 × .2 + 12 × .8) ÷ 20 = .56, and (8 × .25 + 12 × .75) ÷ 20 = .55
    [
      'compares what was said with what happened',
      RIGHT,
      20,
      'On 20 decided claims, 56\u00a0% was said on average and 55\u00a0% came true; the curve keeps within what chance explains.',
    ],
    [
      'says how much leaves the band',
      { ...RIGHT, curve: [step(0.2, 0.5, 5), step(0.8, 0.75, 15)] },
      20,
      'for 25\u00a0% of them the curve leaves',
    ],
  ])('%s', (_name, diagram, n, expected) => expect(findingOf(diagram, n)).toContain(expected));

  it('reads the band where it is nearest', () => {
    expect(shareOutside({ curve: [step(0.25, 0.41, 1), step(0.7, 0.6, 3)], band: BAND })).toBe(0.25);
    expect(shareOutside({ curve: [step(0.25, 0.41, 1)], band: [] })).toBe(0);
  });
});
