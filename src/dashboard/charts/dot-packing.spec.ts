import fc from 'fast-check';
import { packDots } from './dot-packing.js';

describe('a dot plot', () => {
  it.each([
    [
      'piles up what falls into one column',
      [1, 1.5, 1.9],
      [
        { column: 1, level: 0 },
        { column: 1, level: 1 },
        { column: 1, level: 2 },
      ],
    ],
    ['puts the right end into the last column', [4], [{ column: 3, level: 0 }]],
    [
      'keeps what lies beyond the ends',
      [-5, 99],
      [
        { column: 0, level: 0 },
        { column: 3, level: 0 },
      ],
    ],
  ])('%s', (_name, values, expected) => expect(packDots(values, 0, 4, 4)).toEqual(expected));

  it('loses no dot and lays none upon another', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), fc.integer({ min: 1, max: 60 }), (values, columns) => {
        const dots = packDots(values, -10, 10, columns);
        expect(dots).toHaveLength(values.length);
        expect(new Set(dots.map(({ column, level }) => `${column} ${level}`)).size).toBe(values.length);
        expect(dots.every(({ column }) => column >= 0 && column < columns)).toBe(true);
      }),
    );
  });
});
