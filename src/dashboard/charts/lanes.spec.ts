import fc from 'fast-check';
import { lanesOf, spreadLabels } from './lanes.js';

describe('lanes', () => {
  it('open only where neighbours would touch', () => {
    expect(lanesOf([0, 1, 2, 10], 3)).toEqual([0, 1, 2, 0]);
    expect(lanesOf([0, 5, 10], 3)).toEqual([0, 0, 0]);
  });
});

describe('labels', () => {
  it.each([
    ['stay where they do not meet', [10, 100], [10, 100]],
    ['move apart where they do', [50, 55], [50, 70]],
    ['move up at the lower end', [195, 199], [180, 200]],
    ['keep their order', [60, 50], [70, 50]],
  ])('%s', (_name, places, expected) => expect(spreadLabels(places, 20, 200)).toEqual(expected));

  it('never cover one another while there is room', () => {
    const places = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(places, (wanted) => {
        const spread = spreadLabels(wanted, 20, 200).sort((a, b) => a - b);
        spread.slice(1).forEach((place, index) => expect(place - spread[index]!).toBeGreaterThanOrEqual(20));
        expect(Math.max(...spread)).toBeLessThanOrEqual(200);
      }),
    );
  });
});
