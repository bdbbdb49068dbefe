import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsIn, ValidateBy } from 'class-validator';
import { dayNumber } from '../engine/subjects/index.js';

/** How a region is written: ISO 3166 alpha-2, `EU` or `GLOBAL`. */
export const REGION = /^(?:[A-Z]{2}|GLOBAL)$/;

/** A day of the calendar, `YYYY-MM-DD`, that there is. */
export const Day = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && dayNumber(value) !== null,
      defaultMessage: (about) => `${about?.property} must be a day, YYYY-MM-DD`,
    },
  });

/** What is to be shown with an answer: words of a set, each once, with commas between them. */
export const Expand = (set: readonly string[]): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ArrayUnique(),
    IsIn(set, { each: true }),
  );
