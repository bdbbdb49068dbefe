import { DAY_MS } from '../../engine/subjects/index.js';
import fc from 'fast-check';
import { place, scaleOf, timeTicks } from './scale.js';

const at = (day: string): number => Date.parse(day);

describe('a scale', () => {
  it.each([
    [0, 10, 0, 0],
    [0, 10, 5, 50],
    [0, 10, 10, 100],
    [0, 10, 12, 100],
    [0, 10, -1, 0],
    [3, 3, 3, 50],
  ])('from %d to %d places %d at %d per cent', (first, last, value, expected) => {
    expect(scaleOf(first, last)(value)).toBe(expected);
  });

  it('keeps order and never leaves the axis', () => {
    const ends = fc.tuple(fc.integer(), fc.integer()).filter(([first, last]) => first < last);
    fc.assert(
      fc.property(ends, fc.integer(), fc.integer(), ([first, last], one, other) => {
        const scale = scaleOf(first, last);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(scale(low)).toBeLessThanOrEqual(scale(high));
        expect(scale(one)).toBeGreaterThanOrEqual(0);
        expect(scale(one)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it.each([
    [33.333333, '33.33'],
    [12, '12'],
    [0.001, '0'],
  ])('writes %d as %s', (value, expected) => expect(place(value)).toBe(expected));
});

describe('the marks of a time axis', () => {
  it.each([
    [
      '2022-05-23',
      '2022-06-27',
      ['23\u00a0May', '30\u00a0May', '6\u00a0Jun', '13\u00a0Jun', '20\u00a0Jun', '27\u00a0Jun'],
    ],
    ['2022-06-24', '2022-06-27', ['24\u00a0Jun', '25\u00a0Jun', '26\u00a0Jun', '27\u00a0Jun']],
    ['2022-02-03', '2022-06-27', ['Mar\u00a02022', 'Apr', 'May', 'Jun']],
    ['2021-11-10', '2022-11-10', ['Jan\u00a02022', 'Apr', 'Jul', 'Oct']],
    ['2022-06-27', '2022-06-27', ['27\u00a0Jun']],
  ])('from %s to %s read well', (first, last, labels) => {
    expect(timeTicks(at(first), at(last)).map(({ label }) => label)).toEqual(labels);
  });

  it('lie between the ends, in order, and are never crowded', () => {
    const start = fc.integer({ min: at('2000-01-01'), max: at('2030-01-01') });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 4000 }), (first, days) => {
        const last = first + days * DAY_MS;
        const ticks = timeTicks(first, last).map((tick) => tick.at);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
        expect(ticks.every((tick) => tick >= first && tick <= last)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
