import { ValidateBy } from 'class-validator';
import { parseDuration } from '../platform/instant.js';

const MINUTE_MS = 60_000;
const LEAST_MS = 5 * MINUTE_MS;
const MOST_MS = 30 * 24 * 60 * MINUTE_MS;

/** How long is waited between two looks where nobody says otherwise, in milliseconds. */
export const USUAL_MS = 60 * MINUTE_MS;

/** An interval in milliseconds; null for what is none between five minutes and thirty days. */
export function readInterval(text: string): number | null {
  const length = parseDuration(text);
  return length === null || length < LEAST_MS || length > MOST_MS ? null : length;
}

/** An interval as it is written: `PT1H30M`. */
export function sayInterval(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE_MS);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** How the contract has an interval written: in minutes, hours or days alone. Mixed ones are read as well. */
const SPELLING = /^(?:PT(?:[5-9]|[1-9]\d|[1-6]\d\d)M|PT(?:[1-9]|[1-9]\d|[1-6]\d\d)H|P(?:[1-9]|[12]\d|30)D)$/;

/** A member that is an interval between two looks. */
export const IsInterval = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInterval',
    constraints: [SPELLING],
    validator: {
      validate: (value) => typeof value === 'string' && readInterval(value) !== null,
      defaultMessage: (about) => `${about?.property} must be an ISO 8601 duration from PT5M to P30D`,
    },
  });
