import { dayNumber, dayRangeLabel, monthEnd, type DayRange } from './dates.js';
import { nameKey } from './names.js';
import type { Subject } from './subject.js';

/** What a claim says about its subject. Numbers and money with a null end are bounds ("at least", "up to"). */
export type ClaimValue =
  | { readonly type: 'yes_no'; readonly yes: boolean }
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'number'; readonly min: number | null; readonly max: number | null; readonly unit: string }
  | { readonly type: 'money'; readonly min: number | null; readonly max: number | null; readonly currency: string }
  | ({ readonly type: 'dates' } & DayRange);

/** Thrown where a text is no value of its subject; the message says what is. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue';
}

const MAX_WORD = 200;

function bounds(prefix: string, first: string, last: string | undefined): { min: number | null; max: number | null } {
  const low = Number(first);
  const high = last === undefined ? low : Number(last);
  if (high < low) throw new InvalidValue(`${first}-${last} runs backwards`);
  return { min: prefix === '<=' ? null : low, max: prefix === '>=' ? null : high };
}

function readNumber(text: string, unit: string): ClaimValue {
  const hit = /^(<=|>=)?(\d{1,12}(?:\.\d{1,6})?)(?:-(\d{1,12}(?:\.\d{1,6})?))?(?: (\S{1,8}))?$/.exec(text);
  if (!hit || (hit[4] ?? '') !== unit) {
    throw new InvalidValue(`expected a number${unit && ` in ${unit}`}, such as "${unit ? `50 ${unit}` : '3'}"`);
  }
  return { type: 'number', ...bounds(hit[1] ?? '', hit[2]!, hit[3]), unit };
}

function readMoney(text: string): ClaimValue {
  const hit = /^(<=|>=)?([A-Z]{3}) (\d{1,12}(?:\.\d{1,3})?)(?:-(\d{1,12}(?:\.\d{1,3})?))?$/.exec(text);
  if (!hit) throw new InvalidValue('expected a currency code and an amount, such as "USD 499"');
  return { type: 'money', ...bounds(hit[1] ?? '', hit[3]!, hit[4]), currency: hit[2]! };
}

function readDay(text: string, end: boolean): string | null {
  if (text === '..' || text === '') return null;
  const full =
    text.length === 4 ? `${text}-${end ? '12-31' : '01-01'}` : text.length === 7 && !end ? `${text}-01` : text;
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(full);
  const day = month ? monthEnd(Number(month[1]), Number(month[2])) : full;
  if (dayNumber(day) === null) throw new InvalidValue(`there is no day ${text}`);
  return day;
}

function readDates(text: string): ClaimValue {
  const [first = '', last] = text.split('/');
  if (!/^[\d./-]{2,24}$/.test(text) || text.split('/').length > 2) {
    throw new InvalidValue('expected days, such as "2022-07-01/2022-07-31", "2022-07" or "2025-01-01/.."');
  }
  const earliestOn = readDay(first, false);
  const latestOn = readDay(last ?? first, true);
  if (earliestOn === null && latestOn === null) throw new InvalidValue('a date range needs at least one end');
  if (earliestOn !== null && latestOn !== null && latestOn < earliestOn) {
    throw new InvalidValue(`${text} runs backwards`);
  }
  return { type: 'dates', earliestOn, latestOn };
}

/**
 * Reads the canonical text of a value: `yes`, `Leica`, `4860 mAh`, `>=50 MP`, `USD 350-400`,
 * `2022-07-01/2022-07-31`.
 *
 * @throws InvalidValue where the text is no value of the subject
 */
export function readValue(subject: Subject, text: string): ClaimValue {
  const plain = text.normalize('NFC').trim();
  switch (subject.valueType) {
    case 'yes_no':
      if (plain !== 'yes' && plain !== 'no') throw new InvalidValue('expected "yes" or "no"');
      return { type: 'yes_no', yes: plain === 'yes' };
    case 'number':
      return readNumber(plain, subject.unit ?? '');
    case 'money':
      return readMoney(plain);
    case 'dates':
      return readDates(plain);
    case 'word':
      if (plain === '' || plain.length > MAX_WORD) throw new InvalidValue(`expected 1 to ${MAX_WORD} characters`);
      return { type: 'word', text: plain };
  }
}

function printBounds(value: { min: number | null; max: number | null }): [prefix: string, amount: string] {
  if (value.min === null) return ['<=', String(value.max)];
  if (value.max === null) return ['>=', String(value.min)];
  return ['', value.min === value.max ? String(value.min) : `${value.min}-${value.max}`];
}

/** The canonical text of a value, which `readValue` reads back. */
export function printValue(value: ClaimValue): string {
  switch (value.type) {
    case 'yes_no':
      return value.yes ? 'yes' : 'no';
    case 'word':
      return value.text;
    case 'dates':
      return `${value.earliestOn ?? '..'}/${value.latestOn ?? '..'}`;
    case 'number': {
      const [prefix, amount] = printBounds(value);
      return `${prefix}${amount}${value.unit && ` ${value.unit}`}`;
    }
    case 'money': {
      const [prefix, amount] = printBounds(value);
      return `${prefix}${value.currency} ${amount}`;
    }
  }
}

/** A text that is equal for equal values of one subject, and differs otherwise. */
export function valueKey(value: ClaimValue): string {
  return value.type === 'word' ? nameKey(value.text) || value.text : printValue(value);
}

/** The value as people write it: `July 2022`, `up to 120 W`, `EUR 999`. */
export function sayValue(value: ClaimValue): string {
  switch (value.type) {
    case 'dates':
      return dayRangeLabel(value);
    case 'number':
    case 'money': {
      const text = printValue(value);
      return text.replace('<=', 'up to ').replace('>=', 'at least ');
    }
    default:
      return printValue(value);
  }
}
