import { ValidateBy } from 'class-validator';
import { parseDuration } from '../platform/instant.js';

const MOST_MS = 30 * 86_400_000;

/** How long a rule is silent about a rumor where nobody says otherwise. */
export const USUAL_COOLDOWN = 'PT1H';

/** A cooldown in milliseconds; null for what is no ISO 8601 duration of at most thirty days. */
export function readCooldown(text: string): number | null {
  const length = text.length > 20 ? null : parseDuration(text);
  return length === null || length > MOST_MS ? null : length;
}

/** How the contract has a cooldown written: in minutes, hours or days alone. Mixed ones are read as well. */
const SPELLING = /^(?:PT[1-9]\d{0,2}M|PT(?:[1-9]|[1-9]\d|[1-6]\d\d)H|P(?:[1-9]|[12]\d|30)D)$/;

/** A member that is a cooldown. */
export const IsCooldown = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCooldown',
    constraints: [SPELLING],
    validator: {
      validate: (value) => typeof value === 'string' && readCooldown(value) !== null,
      defaultMessage: (about) => `${about?.property} must be an ISO 8601 duration of at most P30D, such as PT1H`,
    },
  });
