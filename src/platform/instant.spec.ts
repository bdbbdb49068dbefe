import { assert, double, integer, oneof, property, date } from 'fast-check';
import { parseDuration, parseInstant, sayInstant, parseBeginning, parseMoment } from './instant.js';

describe('an instant', () => {
  it.each([
    ['2022-06-30T00:00:00Z', Date.UTC(2022, 5, 30)],
    ['2022-06-30t00:00:00z', Date.UTC(2022, 5, 30)],
    ['2022-06-30T00:00:00.5Z', Date.UTC(2022, 5, 30) + 500],
    ['2022-06-30T00:00:00.123999Z', Date.UTC(2022, 5, 30) + 123],
    ['2022-06-30T02:00:00+02:00', Date.UTC(2022, 5, 30)],
    ['2022-06-29T18:30:00-05:30', Date.UTC(2022, 5, 30)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['1969-12-31T23:59:59Z', -1000],
    ['0099-01-01T00:00:00Z', new Date(0).setUTCFullYear(99, 0, 1)],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2022-06-30',
    '2022-06-30T00:00:00',
    '2022-06-30 00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2022-13-01T00:00:00Z',
    '2022-06-30T24:00:00Z',
    '2022-06-30T00:60:00Z',
    '2022-06-30T00:00:60Z',
    '2022-06-30T00:00:00+24:00',
    '2022-06-30T00:00:00Z\n',
    '',
  ])('does not read %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads what it has said', () => {
    const days = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true };
    assert(property(date(days), (day) => parseInstant(sayInstant(day.getTime())) === day.getTime()));
  });
});

describe('a moment', () => {
  it.each<[string, string | null]>([
    ['2022-05-23', '2022-05-23T23:59:59.999Z'],
    ['2022-05-23T12:00:00+02:00', '2022-05-23T10:00:00.000Z'],
    ['2022-02-30', null],
    ['2022-05', null],
    ['yesterday', null],
  ])('reads %s, a day as its end', (text, expected) => {
    const moment = parseMoment(text);
    expect(moment === null ? null : sayInstant(moment)).toBe(expected);
  });

  it('that something begins with is the start of a day', () => {
    expect(parseBeginning('2022-05-23')).toBe(parseInstant('2022-05-23T00:00:00Z'));
    expect(parseBeginning('2022-05-23T10:00:00Z')).toBe(parseInstant('2022-05-23T10:00:00Z'));
    expect(parseBeginning('2022-02-30')).toBeNull();
  });
});

describe('a duration', () => {
  it.each([
    ['PT1H', 3_600_000],
    ['PT90M', 5_400_000],
    ['P1W', 604_800_000],
    ['P1DT1H1M1S', 90_061_000],
    ['pt30s', 30_000],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['P', 'PT', 'P1DT', 'P1Y', 'P1M', '1H', 'PT1.5H', 'PT-1H', ''])('does not read %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('is said as the platform says it, whatever was said before', () => {
    const bound = 8.64e15;
    const days = integer({ min: -30_000, max: 60_000 }).map((number) => number * 86_400_000);
    const any = oneof(days, double({ min: -bound, max: bound, noNaN: true }), integer({ min: -5, max: 5 }));
    assert(
      property(any, any, (one, other) => {
        const said = [one, other, one + 0.5, one].map((instant) => sayInstant(Math.min(bound, instant)));
        const right = [one, other, one + 0.5, one].map((instant) => new Date(Math.min(bound, instant)).toISOString());
        expect(said).toEqual(right);
      }),
    );
    expect(() => sayInstant(NaN)).toThrow(RangeError);
  });
});
