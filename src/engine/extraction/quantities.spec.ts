import { boundBefore, findQuantities } from './quantities.js';

describe('quantities', () => {
  it.each<[string, readonly (readonly [string, readonly string[]])[]]>([
    ['a 5,000mah battery', [['mAh', ['5000']]]],
    [
      '5000 mah and 120-watt charging',
      [
        ['mAh', ['5000']],
        ['W', ['120']],
      ],
    ],
    ['a 50-megapixel camera', [['MP', ['50']]]],
    ['a 6.5 to 6.6-inch screen', [['in', ['6.5-6.6']]]],
    ['a 6.73" panel', [['in', ['6.73']]]],
    ['a 4000-5000 mah battery', [['mAh', ['4000-5000']]]],
    ['256 or 512gb of storage', [['GB', ['256', '512']]]],
    ['8/12 gb', [['GB', ['8', '12']]]],
    ['1tb', [['GB', ['1024']]]],
    ['it weighs 10 ounces', [['g', ['284']]]],
    ['29 days of battery life', [['h', ['696']]]],
    ['ein 13,6-zoll-display', [['in', ['13.6']]]],
    ['5000 万像素', [['MP', ['50']]]],
    ['made on 4nm', [['nm', ['4']]]],
    ['7,680 cuda cores', [['cores', ['7680']]]],
  ])('%s', (text, expected) => {
    expect(findQuantities(text).map(({ unit, values }) => [unit, values])).toEqual(expected);
  });

  it.each(['in 2022', 'version 4.5', '5 in the morning', '$50w', 'the wavelength of 550 nm'])(
    'finds none in "%s"',
    (text) => {
      expect(findQuantities(text)).toEqual([]);
    },
  );

  it.each([
    ['up to 120 w', 6, '<='],
    ['from 120 w', 5, '>='],
    ['about 120 w', 6, ''],
  ])('a bound before a number: %s', (text, start, expected) => {
    expect(boundBefore(text, start)).toBe(expected);
  });
});
