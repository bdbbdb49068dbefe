import fc from 'fast-check';
import {
  dateBaseRate,
  dayNumber,
  dayOf,
  dayRangeLabel,
  type DayRange,
  monthEnd,
  monthsOf,
  precisionOf,
} from './dates.js';

const range = (earliestOn: string | null, latestOn: string | null): DayRange => ({ earliestOn, latestOn });

describe('calendar days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2027-03-01', 20_878],
    ['2028-02-29', 21_243],
    ['2027-02-29', null],
    ['2027-13-01', null],
    ['2027-00-10', null],
    ['2027-1-1', null],
    ['', null],
  ])('number %s as %s', (day, number) => {
    expect(dayNumber(day)).toBe(number);
  });

  it('are numbered and named alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => dayNumber(dayOf(number)) === number),
    );
  });

  it.each([
    [2027, 2, '2027-02-28'],
    [2028, 2, '2028-02-29'],
    [2100, 2, '2100-02-28'],
    [2027, 12, '2027-12-31'],
  ])('end %i-%i on %s', (year, month, day) => {
    expect(monthEnd(year, month)).toBe(day);
  });
});

describe('ranges of days', () => {
  it.each([
    [range('2027-07-04', '2027-07-04'), 'day', '4 July 2027'],
    [monthsOf(2027, 7, 7), 'month', 'July 2027'],
    [monthsOf(2027, 7, 9), 'quarter', 'Q3 2027'],
    [monthsOf(2027, 7, 12), 'half', 'H2 2027'],
    [monthsOf(2027, 1, 12), 'year', '2027'],
    [monthsOf(2027, 2, 4), 'range', '1 February 2027 to 30 April 2027'],
    [range('2027-07-01', '2028-07-31'), 'range', '1 July 2027 to 31 July 2028'],
    [range('2027-07-01', '2027-07-30'), 'range', '1 July 2027 to 30 July 2027'],
    [range('2027-07-01', null), 'range', 'not before 1 July 2027'],
    [range(null, '2027-07-01'), 'range', 'by 1 July 2027'],
    [range(null, null), 'range', 'any day'],
  ])('%j are a %s: %s', (days, precision, label) => {
    expect(precisionOf(days)).toBe(precision);
    expect(dayRangeLabel(days)).toBe(label);
  });
});

describe('dateBaseRate', () => {
  it.each([
    [1, 0.25],
    [28, 0.35],
    [31, 0.35],
    [92, 0.45],
    [365, 0.45],
    [Infinity, 0.45],
  ])('of %d days is %f', (days, rate) => {
    expect(dateBaseRate(days)).toBeCloseTo(rate, 12);
  });

  it('never falls as a range grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (days) => dateBaseRate(days) <= dateBaseRate(days + 1) + 1e-12),
    );
  });
});
