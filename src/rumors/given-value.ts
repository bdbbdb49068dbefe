import { ValidateBy, type ValidationOptions } from 'class-validator';
import { dayNumber, InvalidValue, readValue, type ClaimValue, type Subject } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';

/** A value as it is handed in: its canonical text, or the object as which it is shown. */
export type GivenValue = string | Readonly<Record<string, unknown>>;

const MAX_TEXT = 200;
const text = { type: ['string', 'null'], maxLength: 40 };
const number = { type: ['number', 'null'] };
const shape = (required: string[], properties: object) => ({
  ...{ type: 'object', required, properties, additionalProperties: false },
});

/** What may be handed in, in JSON Schema; which of these fits follows from the subject. */
const GIVEN_VALUE = {
  anyOf: [
    { type: 'string', minLength: 1, maxLength: MAX_TEXT },
    shape(['yes'], { yes: { type: 'boolean' } }),
    shape(['text'], { text: { type: 'string', minLength: 1, maxLength: MAX_TEXT } }),
    shape(['min', 'max'], { min: number, max: number, unit: text }),
    shape(['currency'], {
      amount: text,
      min_amount: text,
      max_amount: text,
      currency: { type: 'string', maxLength: 3 },
    }),
    shape(['earliest_on', 'latest_on'], { earliest_on: text, latest_on: text, precision: text, label: text }),
  ],
};

/** A member that is a value: its canonical text, or the object as which it is shown. Its subject decides the rest. */
export const IsClaimValue = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isClaimValue',
      constraints: [GIVEN_VALUE],
      validator: {
        validate: (value) => (typeof value === 'string' ? value !== '' && value.length <= MAX_TEXT : isObject(value)),
        defaultMessage: (about) => `${about?.property} must be a text of at most ${MAX_TEXT} characters, or an object`,
      },
    },
    options,
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value that was handed in for a subject.
 *
 * @throws Fault invalid `invalid-value`, with a pointer to the member that is wrong
 */
export function valueGiven(subject: Subject, given: GivenValue): ClaimValue {
  try {
    return readValue(subject, typeof given === 'string' ? given : textOf(subject, given));
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const said = typeof given === 'string' ? given : JSON.stringify(given).slice(0, MAX_TEXT);
    throw refused('#/value', `"${said}" is no ${subject.label}: ${error.message}.`, error.message);
  }
}

function textOf(subject: Subject, given: Readonly<Record<string, unknown>>): string {
  switch (subject.valueType) {
    case 'yes_no':
      return only(given, ['yes']) && member(given, 'yes', isBoolean, 'true or false') ? 'yes' : 'no';
    case 'word':
      return only(given, ['text']) && member(given, 'text', isText, 'a text');
    case 'number':
      return only(given, ['min', 'max', 'unit']) && numberText(given);
    case 'money':
      return only(given, ['amount', 'min_amount', 'max_amount', 'currency']) && moneyText(given);
    case 'dates':
      return only(given, ['earliest_on', 'latest_on', 'precision', 'label']) && daysText(given);
  }
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;
const isEnd = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value));
const isAmount = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && /^\d{1,12}(?:\.\d{1,3})?$/.test(value));
const isDay = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && dayNumber(value) !== null);

function numberText(given: Readonly<Record<string, unknown>>): string {
  const [min, max] = (['min', 'max'] as const).map((name) => member(given, name, isEnd, 'a number or null'));
  const unit = member({ unit: '', ...given }, 'unit', isText, 'a text');
  return `${boundsText(min?.toString() ?? null, max?.toString() ?? null)}${unit && ` ${unit}`}`;
}

function moneyText(given: Readonly<Record<string, unknown>>): string {
  const named = { amount: null, min_amount: null, max_amount: null, ...given };
  const [amount, min, max] = (['amount', 'min_amount', 'max_amount'] as const).map((name) =>
    member(named, name, isAmount, 'an amount such as "499.00", or null'),
  );
  const currency = member(given, 'currency', isText, 'a currency code such as "USD"');
  const isOther = (end: string | null = null): boolean => end !== null && Number(end) !== Number(amount);
  if (amount !== null && amount !== undefined && (isOther(min) || isOther(max))) {
    throw refused('#/value/amount', 'The amount differs from the range: name one of them.', 'differs from the range');
  }
  const bounds = boundsText(amount ?? min ?? null, amount ?? max ?? null);
  const sign = /^[<>]=/.exec(bounds)?.[0] ?? '';
  return `${sign}${currency} ${bounds.slice(sign.length)}`;
}

function daysText(given: Readonly<Record<string, unknown>>): string {
  const [first, last] = (['earliest_on', 'latest_on'] as const).map((name) =>
    member(given, name, isDay, 'a day, YYYY-MM-DD, or null'),
  );
  return `${first ?? '..'}/${last ?? '..'}`;
}

function boundsText(min: string | null, max: string | null): string {
  if (min === null && max === null) throw new InvalidValue('a range needs at least one end');
  if (min === null) return `<=${max}`;
  if (max === null) return `>=${min}`;
  return min === max ? min : `${min}-${max}`;
}

/** Refuses members that such a value does not have. */
function only(given: Readonly<Record<string, unknown>>, members: readonly string[]): true {
  const other = Object.keys(given).find((name) => !members.includes(name));
  if (other === undefined) return true;
  throw refused(
    `#/value/${other.slice(0, MAX_TEXT)}`,
    `A value here has ${members.join(', ')}.`,
    'not a member of such a value',
  );
}

function member<T>(
  given: Readonly<Record<string, unknown>>,
  name: string,
  fits: (value: unknown) => value is T,
  wanted: string,
): T {
  const value = given[name];
  if (fits(value)) return value;
  throw refused(`#/value/${name}`, `The ${name.replaceAll('_', ' ')} must be ${wanted}.`, `expected ${wanted}`);
}

const refused = (pointer: string, message: string, detail: string): Fault =>
  new Fault('invalid', 'invalid-value', message, [{ pointer, code: 'invalid-value', detail }]);
