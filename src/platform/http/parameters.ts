import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  Max,
  Min,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { parseBeginning, parseMoment } from '../instant.js';

/** The bounds of a number, both within. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

const WHOLE = /^-?\d{1,15}$/;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** Reads a parameter that is written like that; what is not stays a text, and is refused by what stands beside it. */
const read = (pattern: RegExp, meaning: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && pattern.test(value) ? meaning(value) : value,
  );

/** A whole number in a query: decimal digits only. */
export const WholeNumber = ({ min, max }: Bounds): PropertyDecorator =>
  applyDecorators(read(WHOLE, Number), IsInt(), Min(min), Max(max));

/** A number in a query: `0.5`, never `1e3` or `0x10`. */
export const Decimal = ({ min, max }: Bounds): PropertyDecorator =>
  applyDecorators(read(DECIMAL, Number), IsNumber(), Min(min), Max(max));

/** The name of the rule that looks at another member than its own; every other one looks at its own alone. */
export const LOOKS_AT_ANOTHER = 'runsBackwards';

/** A number in a query that is not below another parameter, where that is given. */
export const NotBelow = (parameter: string): PropertyDecorator =>
  ValidateBy({
    name: LOOKS_AT_ANOTHER,
    constraints: [parameter],
    validator: {
      validate: (value, about) => {
        const lower = (about?.object as Readonly<Record<string, unknown>> | undefined)?.[parameter];
        return typeof value !== 'number' || typeof lower !== 'number' || value >= lower;
      },
      defaultMessage: (about) => `${about?.property} must not be below ${parameter}`,
    },
  });

/** Yes or no in a query: `true` or `false`. */
export const YesNo = (): PropertyDecorator =>
  applyDecorators(
    read(/^(?:true|false)$/, (text) => text === 'true'),
    IsBoolean(),
  );

/** Words of a set in a query, each once, with commas between them. */
export const Several = (set: readonly string[]): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ArrayUnique(),
    IsIn(set, { each: true }),
  );

const IsMoment = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isMoment',
      validator: {
        validate: (value) => typeof value === 'number',
        defaultMessage: (about) => `${about?.property} must be an RFC 3339 instant or a day, YYYY-MM-DD`,
      },
    },
    options,
  );

/**
 * A moment in a query: an RFC 3339 instant, or a day, which stands for its end (UTC). The member is epoch
 * milliseconds.
 */
export const Moment = (): PropertyDecorator =>
  applyDecorators(
    read(/^.{1,40}$/, (text) => parseMoment(text) ?? text),
    IsMoment(),
  );

/** The same where something begins: a day stands for its start (UTC). */
export const Since = (): PropertyDecorator =>
  applyDecorators(
    read(/^.{1,40}$/, (text) => parseBeginning(text) ?? text),
    IsMoment(),
  );

/** The query of a route that knows no parameter: whatever is given is refused. */
export class NoQueryDto {}
