import fc from 'fast-check';
import { logit } from '../confidence/index.js';
import { learnedBaseRates, type PlacedClaim } from './index.js';

let asked = 0;

/** Claims, each of a question of its own, of which so many came true. */
function claims(count: number, right: number, change: Partial<PlacedClaim> = {}): PlacedClaim[] {
  const about = { subject: 'partner', family: 'partner', usual: 0.45, category: null, ...change };
  return Array.from({ length: count }, (_, at) => ({
    ...about,
    question: `q${(asked += 1)}`,
    happened: at < right,
    baseRate: about.usual,
    ...{ without: logit(about.usual), evidence: 1 },
  }));
}

const rates = (all: readonly PlacedClaim[]) =>
  learnedBaseRates(all).map(({ subject, category, value, n }) => [
    `${subject} ${category ?? 'all'}`,
    Number(value.toFixed(6)),
    n,
  ]);
/** (20 · b + hits) / (20 + n) */
const drawn = (to: number, right: number, count: number): number =>
  Number(((20 * to + right) / (20 + count)).toFixed(6));

describe('base rates by category', () => {
  const phones = claims(30, 6, { category: 'phone' });
  const watches = claims(5, 5, { category: 'watch' });

  it('are drawn to what the other categories come to, and to the catalogue where these are few', () => {
    expect(rates([...phones, ...watches])).toEqual([
      ['partner all', drawn(0.45, 11, 35), 35],
      ['partner phone', drawn(0.45, 6, 30), 30],
      ['partner watch', drawn(drawn(0.45, 6, 30), 5, 5), 5],
    ]);
  });

  it('are none where all is of one category, or too little of any', () => {
    expect(rates(phones)).toEqual([['partner all', drawn(0.45, 6, 30), 30]]);
    expect(rates([...claims(10, 5, { category: 'phone' }), ...watches])).toEqual([]);
  });

  it('of a subject are drawn to the other subjects of its family', () => {
    const few = claims(4, 4, { subject: 'supplier' });
    const others = claims(3, 0, { subject: 'price', family: 'price', usual: 0.4 });
    expect(rates([...phones, ...few, ...others])).toEqual([
      ['partner all', drawn(0.45, 6, 30), 30],
      ['supplier all', drawn(drawn(0.45, 6, 30), 4, 4), 4],
    ]);
  });

  it('move by the same odds where the subjects of a family are usually apart', () => {
    const months = claims(400, 200, { subject: 'launch.date', family: 'launch', usual: 0.35 });
    const [, preorder] = learnedBaseRates([
      ...months,
      ...claims(1, 1, { subject: 'preorder.date', family: 'launch', usual: 0.25 }),
    ]);
    const moved = logit(learnedBaseRates(months)[0]!.value) - logit(0.35);
    expect(Math.abs(logit(preorder!.value) - (logit(0.25) + moved))).toBeLessThan(0.15);
  });

  it('are the same in whatever order the claims come', () => {
    const all = [...phones, ...watches, ...claims(40, 30, { subject: 'supplier', category: 'phone' })];
    const before = learnedBaseRates(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (mixed) => {
        expect(learnedBaseRates(mixed)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});
