import { findSubject, readValue } from '../subjects/index.js';
import { bearsOut } from './bearing.js';

describe('what is so', () => {
  it.each<[subject: string, claimed: string, actual: string, verdict: boolean | null]>([
    ['name', 'Mix Fold 2', 'mix fold 2', true],
    ['name', 'Mix Fold 2', 'Mix Fold Pro', false],
    ['launch.date', '2022-07', '2022-07-04', true],
    ['launch.date', '2022-07-01/2022-09-30', '2022-07-31', true],
    ['launch.date', '2022-07-01/..', '2022-07-04', true],
    ['launch.date', '2022-08', '2022-07-31', false],
    ['launch.date', '2022-07-04', '2022-07', null],
    ['launch.date', '2022-08', '2022-07', false],
    ['price', 'EUR 999', 'EUR 1000', true],
    ['price', 'EUR 999', 'EUR 1200', false],
    ['price', 'EUR 999', 'USD 1200', null],
    ['price', 'EUR 900-1100', 'EUR 999', true],
    ['price', 'EUR 999', 'EUR 900-1100', null],
    ['camera.main.megapixels', '>=50 MP', '108 MP', true],
    ['camera.main.megapixels', '<=50 MP', '108 MP', false],
    ['camera.main.megapixels', '50 MP', '>=48 MP', null],
    ['partner', 'Leica', 'Leica', true],
    ['partner', 'Leica', 'Zeiss', null],
    ['display.resolution', '2K', '1440 x 3200', true],
    ['display.resolution', '1440 x 3200', 'QHD+', null],
    ['display.resolution', 'FHD+', 'QHD+', false],
    ['display.type', 'OLED', 'LTPO AMOLED', true],
    ['existence', 'yes', 'yes', true],
    ['existence', 'no', 'yes', false],
  ])('makes %s = %s, when it is %s, %s', (key, claimed, actual, verdict) => {
    const subject = findSubject(key)!;
    expect(bearsOut(subject, readValue(subject, claimed), readValue(subject, actual))).toBe(verdict);
  });
});
