import { plainToInstance, Type, type ClassConstructor } from 'class-transformer';
import {
  IsObject,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  validateSync,
  type ValidationError,
  type ValidationOptions,
} from 'class-validator';
import { Fault, type FaultDetail } from './fault.js';
import { parseInstant } from './instant.js';

/** A member that may be missing, but is not null where it is there; `@IsOptional()` allows null as well. */
export const MayBeMissing = (): PropertyDecorator => ValidateIf((_act, value) => value !== undefined);

/** A member that is an RFC 3339 instant: what `parseInstant` reads, and nothing else. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && parseInstant(value) !== null,
        defaultMessage: (about) => `${about?.property} must be an RFC 3339 instant, such as 2026-01-31T08:00:00Z`,
      },
    },
    options,
  );

/** A member that is one object, itself checked against a class; a list of such objects is none. */
export const Nested =
  (act: () => ClassConstructor<object>): PropertyDecorator =>
  (target, member) => {
    for (const rule of [IsObject(), ValidateNested(), Type(act)]) rule(target, member);
  };

/** How many mistakes are told at once. */
const MAX_ERRORS = 20;

const escaped = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1');

/** `isLength` → `is-length`. */
const codeOf = (constraint: string): string =>
  constraint === 'whitelistValidation'
    ? 'unknown-member'
    : constraint.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function details(errors: readonly ValidationError[], above = '#'): FaultDetail[] {
  return errors.flatMap((error) => {
    const pointer = `${above}/${escaped(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) => ({
      pointer,
      code: codeOf(constraint),
      detail,
    }));
    return [...own, ...details(error.children ?? [], pointer)];
  });
}

/**
 * The act that a plain value describes, checked against its class: members that are missing, wrong or unknown are
 * refused, all at once (the first 20 are told).
 *
 * @throws Fault `invalid-input` with a JSON pointer for each
 */
export function checked<T extends object>(act: ClassConstructor<T>, plain: object): T {
  const value = plainToInstance(act, plain);
  const found = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const errors = details(found).slice(0, MAX_ERRORS);
  if (found.length === 0) return value;
  throw new Fault('invalid', 'invalid-input', errors.map((error) => error.detail).join('; '), errors);
}
