import { bandPath, stepPath } from './step-path.js';

describe('a step line', () => {
  it.each([
    ['is nothing without a point', [], ''],
    ['holds a single value to the end', [{ x: 20, y: 30 }], 'M20 30H100'],
    [
      'holds each value until the next one',
      [
        { x: 0, y: 70 },
        { x: 40, y: 50 },
        { x: 90, y: 25 },
      ],
      'M0 70H40V50H90V25H100',
    ],
    [
      'says nothing of a value that stays',
      [
        { x: 0, y: 70 },
        { x: 40, y: 70 },
        { x: 90, y: 25 },
      ],
      'M0 70H90V25H100',
    ],
  ])('%s', (_name, points, expected) => expect(stepPath(points)).toBe(expected));

  it('has a band that goes out along the upper ends and back along the lower ones', () => {
    const high = [
      { x: 10, y: 20 },
      { x: 60, y: 10 },
    ];
    const low = [
      { x: 10, y: 80 },
      { x: 60, y: 40 },
    ];
    expect(bandPath(low, high)).toBe('M10 20H60V10H100V40H60V80H10Z');
    expect(bandPath([], [])).toBe('');
  });
});
