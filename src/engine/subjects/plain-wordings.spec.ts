import { findSubject, plainWording, saysMore } from './index.js';

describe('plainWording', () => {
  const compared = (key: string, exact: string, loose: string): boolean => {
    const subject = findSubject(key)!;
    return saysMore(plainWording(subject, exact), plainWording(subject, loose));
  };

  it.each<[string, string, string, boolean]>([
    ['display.resolution', 'QHD+', '2K', true],
    ['display.resolution', '2K', 'WQHD+', true],
    ['display.resolution', '1440 x 3200', 'QHD+', true],
    ['display.resolution', '3200×1440', '1440p', true],
    ['display.resolution', 'QHD', '1440 x 3200', false], // says less
    ['display.resolution', '1440 x 3200', '1440 x 3120', false],
    ['display.resolution', '1080 x 2400', 'QHD+', false],
    ['display.resolution', 'Full HD+', 'FHD', true],
    ['display.resolution', 'FHD+', 'HD+', false],
    ['display.resolution', '450 x 450', '450x450', true], // of no class
    ['output.resolution', '4K', 'UHD', true],
    ['display.type', 'AMOLED', 'OLED', true],
    ['display.type', 'OLED', 'AMOLED', false],
    ['display.type', 'LTPO AMOLED', 'Super AMOLED', true],
    ['display.type', 'P-OLED', 'OLED display', true],
    ['display.type', 'LCD', 'OLED', false],
    ['chipset', 'Core 2K', 'Core QHD', false], // of no other subject
  ])('%s: "%s" says "%s": %p', (key, exact, loose, says) => {
    expect(compared(key, exact, loose)).toBe(says);
  });
});
