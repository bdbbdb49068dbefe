import { listed, percent, points, range, sayDay, shortRange } from './wording.js';

/** A text with plain spaces for those that do not break. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers in words', () => {
  it.each([
    [0, '< 1 %'],
    [0.0099, '< 1 %'],
    [0.01, '1 %'],
    [0.614, '61 %'],
    [0.99, '99 %'],
    [0.991, '> 99 %'],
    [1, '> 99 %'],
  ])('never say 0 or 100: %d is %s', (probability, expected) => expect(plain(percent(probability))).toBe(expected));

  it.each([
    [0.58, 0.83, '58–83 %'],
    [0, 1, '1–99 %'],
    [0.994, 0.999, '99 %'],
  ])('give a range of %d to %d as %s', (low, high, expected) => expect(plain(range(low, high))).toBe(expected));

  it.each([
    [11.4, 0, '+11 pp'],
    [-6, 0, '−6 pp'],
    [0.3, 0, '±0 pp'],
    [-0.3, 1, '−0.3 pp'],
  ])('give a change of %d with %d decimals as %s', (change, decimals, expected) => {
    expect(plain(points(change, decimals))).toBe(expected);
  });

  it.each([
    ['2022-06-27', '27 June 2022'],
    ['2022-06', 'June 2022'],
  ])('say %s as %s', (day, expected) => expect(sayDay(day)).toBe(expected));

  it.each([
    ['2022-07-01', '2022-07-31', 'July 2022'],
    ['2022-09-01', '2022-11-30', 'Sep – Nov 2022'],
    ['2022-06-01', '2022-08-07', '1 Jun – 7 Aug 2022'],
    ['2021-12-01', '2022-02-28', 'Dec 2021 – Feb 2022'],
    [null, '2022-12-31', 'by 31 December 2022'],
  ])('shorten %s to %s as %s', (first, last, expected) => expect(plain(shortRange(first, last))).toBe(expected));

  it.each([
    [[], ''],
    [['Ledger'], 'Ledger'],
    [['Ledger', 'Courier'], 'Ledger and Courier'],
    [['Ledger', 'Courier', 'Gazette'], 'Ledger, Courier and Gazette'],
  ])('list %j as %s', (names, expected) => expect(listed(names)).toBe(expected));
});
