import { saysMore } from './index.js';

describe('saysMore', () => {
  it.each<[string, string, boolean]>([
    ['Wear OS 3', 'Wear OS', true],
    ['Wear OS 3', 'WearOS', true],
    ['WearOS', 'Wear OS', true],
    ['Core 8 Gen 1+', 'Core 8+ Gen 1', true],
    ['Core 8+ Gen 1', 'Core 8+', true],
    ['Core 8+ Gen 1', 'Core 8', false], // a plus makes another chip of it
    ['Core 8+ Gen 1', 'Core 8 Gen 1', false],
    ['Wear OS', 'Wear OS 3', false],
    ['IMX989', 'IMX998', false],
    ['IMX989', 'IMX98', false],
  ])('"%s" of "%s": %p', (exact, loose, says) => {
    expect(saysMore(exact, loose)).toBe(says);
  });
});
