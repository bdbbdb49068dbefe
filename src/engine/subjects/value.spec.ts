import fc from 'fast-check';
import { CATALOGUE, findSubject } from './catalogue.js';
import { dayOf } from './dates.js';
import { type Subject } from './subject.js';
import { type ClaimValue, InvalidValue, printValue, readValue, sayValue, valueKey } from './value.js';

const subject = (key: string): Subject => findSubject(key)!;

describe('readValue', () => {
  it.each<[string, string, ClaimValue]>([
    ['existence', 'yes', { type: 'yes_no', yes: true }],
    ['partner', '  Zeiss ', { type: 'word', text: 'Zeiss' }],
    ['battery.capacity', '4860 mAh', { type: 'number', min: 4860, max: 4860, unit: 'mAh' }],
    ['charging.wired', '<=120 W', { type: 'number', min: null, max: 120, unit: 'W' }],
    ['camera.main.megapixels', '>=50 MP', { type: 'number', min: 50, max: null, unit: 'MP' }],
    ['display.size', '6.7-6.8 in', { type: 'number', min: 6.7, max: 6.8, unit: 'in' }],
    ['camera.rear.count', '3', { type: 'number', min: 3, max: 3, unit: '' }],
    ['price', 'EUR 899-999.5', { type: 'money', min: 899, max: 999.5, currency: 'EUR' }],
    ['price', '<=USD 500', { type: 'money', min: null, max: 500, currency: 'USD' }],
    ['launch.date', '2027-02', { type: 'dates', earliestOn: '2027-02-01', latestOn: '2027-02-28' }],
    ['launch.date', '2027', { type: 'dates', earliestOn: '2027-01-01', latestOn: '2027-12-31' }],
    ['launch.date', '2028-02-29', { type: 'dates', earliestOn: '2028-02-29', latestOn: '2028-02-29' }],
    ['launch.date', '2027-03-04/..', { type: 'dates', earliestOn: '2027-03-04', latestOn: null }],
    ['launch.date', '../2027-03', { type: 'dates', earliestOn: null, latestOn: '2027-03-31' }],
  ])('reads a %s of "%s"', (key, text, value) => {
    expect(readValue(subject(key), text)).toEqual(value);
  });

  it.each([
    ['existence', 'perhaps', 'expected "yes" or "no"'],
    ['partner', '   ', 'expected 1 to 200 characters'],
    ['battery.capacity', '4860', 'expected a number in mAh, such as "50 mAh"'],
    ['battery.capacity', '4860 W', 'expected a number in mAh, such as "50 mAh"'],
    ['display.size', '6.8-6.7 in', '6.8-6.7 runs backwards'],
    ['camera.rear.count', 'three', 'expected a number, such as "3"'],
    ['price', '499', 'expected a currency code and an amount, such as "USD 499"'],
    ['launch.date', '2027-02-30', 'there is no day 2027-02-30'],
    ['launch.date', '2027-02-29', 'there is no day 2027-02-29'],
    ['launch.date', '../..', 'a date range needs at least one end'],
    ['launch.date', '2027-05/2027-04', '2027-05/2027-04 runs backwards'],
    ['launch.date', 'soon', 'expected days'],
  ])('refuses as a %s "%s"', (key, text, message) => {
    expect(() => readValue(subject(key), text)).toThrow(InvalidValue);
    expect(() => readValue(subject(key), text)).toThrow(message);
  });
});

const amount = fc.integer({ min: 0, max: 999_999 }).map((thousandths) => thousandths / 1000);
const ends = fc
  .tuple(fc.option(amount), fc.option(amount))
  .filter(([low, high]) => low !== null || high !== null)
  .map(([low, high]) =>
    low !== null && high !== null && high < low ? { min: high, max: low } : { min: low, max: high },
  );
const days = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 30_000 })), fc.option(fc.integer({ min: 0, max: 30_000 })))
  .filter(([first, last]) => (first ?? last) !== null && (first === null || last === null || first <= last))
  .map(([first, last]) => ({
    earliestOn: first === null ? null : dayOf(first),
    latestOn: last === null ? null : dayOf(last),
  }));

/** Any value of a subject. */
function valueOf({ valueType, unit }: Subject): fc.Arbitrary<ClaimValue> {
  switch (valueType) {
    case 'yes_no':
      return fc.boolean().map((yes) => ({ type: 'yes_no', yes }));
    case 'word':
      return fc
        .stringMatching(/^[A-Za-z0-9ŁéÜ中 .+-]{0,30}[A-Za-z0-9]$/)
        .map((text) => ({ type: 'word', text: text.trim() }));
    case 'number':
      return ends.map((range) => ({ type: 'number', ...range, unit: unit ?? '' }));
    case 'money':
      return ends.map((range) => ({ type: 'money', ...range, currency: 'PLN' }));
    case 'dates':
      return days.map((range) => ({ type: 'dates', ...range }));
  }
}

const claims = fc.constantFrom(...CATALOGUE).chain((of) => fc.tuple(fc.constant(of), valueOf(of), valueOf(of)));

describe('values', () => {
  it('read back as they are printed', () => {
    fc.assert(
      fc.property(claims, ([of, value]) => {
        expect(readValue(of, printValue(value))).toEqual(value);
      }),
    );
  });

  it('share a key if and only if they are equal', () => {
    fc.assert(
      fc.property(claims, ([of, one, other]) => {
        const again = readValue(of, printValue(one));
        expect(valueKey(again)).toBe(valueKey(one));
        if (of.valueType !== 'word') {
          expect(valueKey(one) === valueKey(other)).toBe(printValue(one) === printValue(other));
        }
      }),
    );
  });

  it('count words as one whatever their case', () => {
    const [written, shouted] = [readValue(subject('partner'), 'Citroën'), readValue(subject('partner'), 'CITROËN')];
    expect(valueKey(written)).toBe(valueKey(shouted));
  });

  it.each([
    ['charging.wired', '<=120 W', 'up to 120 W'],
    ['camera.main.megapixels', '>=50 MP', 'at least 50 MP'],
    ['price', 'EUR 899-999', 'EUR 899-999'],
    ['launch.date', '2027-04-01/2027-06-30', 'Q2 2027'],
    ['partner', 'Zeiss', 'Zeiss'],
  ])('say a %s of %s as "%s"', (key, text, said) => {
    expect(sayValue(readValue(subject(key), text))).toBe(said);
  });
});
