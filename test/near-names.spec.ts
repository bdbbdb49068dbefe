import fc from 'fast-check';
import { nearNames } from '../src/companies/near-names.js';

const KNOWN = ['Orvane', 'Brenn', 'Halden Optik', 'Meridian', 'Oda'];

describe('the names that one may be a slip of the pen for', () => {
  it.each<[string, string[]]>([
    ['Orvnae', ['Orvane']],
    ['Orvan', ['Orvane']],
    ['Orvanne', ['Orvane']],
    ['orvabe', ['Orvane']],
    ['Haldn Optick', ['Halden Optik']],
    ['Meriadin', ['Meridian']],
    ['Brxxn', []],
    ['Orvane', []],
    ['Odo', []],
    ['Tessel', []],
  ])('%s are %j', (name, near) => {
    expect(nearNames(name, KNOWN)).toEqual(near);
  });

  it('are found from either side, and never a name itself', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 8, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(nearNames(one, [other]).length).toBe(nearNames(other, [one]).length);
        expect(nearNames(one, [one])).toEqual([]);
      }),
    );
  });
});
