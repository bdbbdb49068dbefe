import { Pace } from './pace.js';

const costOf = ({ cost }: { cost: number }): number => cost;
const groupOf = ({ group }: { group: string }): string => group;
const pieces = (...all: readonly [string, number][]) => all.map(([group, cost]) => ({ group, cost }));

describe('the pace of a refresh', () => {
  it.each([
    ['takes what fits', pieces(['a', 100], ['b', 90], ['c', 90]), 2],
    ['takes one that does not fit', pieces(['a', 5000], ['b', 1]), 1],
    ['leaves a group whole', pieces(['a', 100], ['b', 60], ['b', 60]), 1],
    ['divides a group that fills the slice', pieces(['a', 90], ['a', 90], ['a', 90]), 2],
    ['takes the last of all', pieces(['a', 1]), 1],
  ])('%s', (_, all, expected) => {
    expect(new Pace().fitting(all, costOf, groupOf)).toEqual(all.slice(0, expected));
  });

  it('grows where slices are quick, step by step', async () => {
    const pace = new Pace();
    const many = pieces(...Array.from({ length: 1000 }, (_, at): [string, number] => [`${at}`, 10]));
    const sizes: number[] = [];
    for (let slice = 0; slice < 3; slice += 1) {
      sizes.push(pace.fitting(many, costOf, groupOf).length);
      expect(await pace.timed(1e9, () => Promise.resolve(slice))).toBe(slice);
    }
    expect(sizes).toEqual([20, 30, 45]);
  });
});
