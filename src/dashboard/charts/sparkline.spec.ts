import fc from 'fast-check';
import { sparkPath, type CoursePoint } from './sparkline.js';

/** Where a path stands after each of its moves. */
function walked(path: string): readonly (readonly [x: number, y: number])[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MhvH])(-?\d+)(?: (-?\d+))?/g)].map(([, move, first, second]) => {
    const by = Number(first);
    if (move === 'M') [x, y] = [by, Number(second)];
    if (move === 'h') x += by;
    if (move === 'v') y += by;
    if (move === 'H') x = by;
    return [x, y] as const;
  });
}

const course = (...probabilities: number[]): CoursePoint[] =>
  probabilities.map((probability, index) => ({ at: index * 10, probability }));

describe('a sparkline', () => {
  it.each([
    ['one number holds to the right end', course(0.5), 'M0 15H112'],
    ['a step up goes up', course(0, 1), 'M0 27h12v-24H112'],
    ['what does not move takes no step', course(0.5, 0.5, 0.5), 'M0 15H112'],
  ])('%s', (_name, points, path) => {
    expect(sparkPath(points, 0, 100)).toBe(path);
  });

  it('ends at the last number, to a unit, and never leaves its drawing', () => {
    const points = fc.array(
      fc.record({ at: fc.integer({ min: -50, max: 1000 }), probability: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(points, (found) => {
        const inTime = found.toSorted((a, b) => a.at - b.at);
        const places = walked(sparkPath(inTime, 0, 1000));
        const [x, y] = places.at(-1)!;
        expect(x).toBe(112);
        expect(Math.abs(y - (3 + (1 - inTime.at(-1)!.probability) * 24))).toBeLessThanOrEqual(0.5);
        expect(places.every(([across, down]) => across >= 0 && across <= 112 && down >= 3 && down <= 27)).toBe(true);
      }),
    );
  });
});
