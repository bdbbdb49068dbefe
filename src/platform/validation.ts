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
import { rememberRules } from './known-rules.js';

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

/** A day from 1990 to 2100: outside of these years nothing that is told here can lie. */
export const DAY_PATTERN = /^(?:199\d|20\d{2}|2100)-\d{2}-\d{2}$/;

/** A member that is a day of the calendar, `YYYY-MM-DD`, that there is, from 1990 to 2100. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value) =>
          typeof value === 'string' && DAY_PATTERN.test(value) && parseInstant(`${value}T00:00:00Z`) !== null,
        defaultMessage: (about) => `${about?.property} must be a day, YYYY-MM-DD, from 1990 to 2100`,
      },
    },
    options,
  );

/** How an address on the web begins: whom it names, and then a path, a query or nothing. */
export const ADDRESS = /^https?:\/\/[^\s/?#@\\:]+(?::\d{1,5})?(?:[/?#]\S*)?$/;

/** A member that is the address of something on the web: `https://ledger.example/2026/09/orchard`. */
export const IsAddress = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isAddress',
      validator: {
        validate: (value) => typeof value === 'string' && ADDRESS.test(value) && URL.canParse(value),
        defaultMessage: (about) => `${about?.property} must be an address, such as https://ledger.example/orchard`,
      },
    },
    options,
  );

/** A host by its name, and nothing of an address beside it. */
export const HOST = /^[^\s/?#@\\:.]+(?:\.[^\s/?#@\\:.]+)+$/;

/** A member that is the name of a host: `newsroom.orchard.example`. */
export const IsHost = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isHost',
      validator: {
        validate: (value) => typeof value === 'string' && HOST.test(value) && URL.canParse(`https://${value}`),
        defaultMessage: (about) => `${about?.property} must be the name of a host, such as newsroom.orchard.example`,
      },
    },
    options,
  );

/** A member that is a text to be read; one of more letters than that is too large, which whoever reads it says. */
export const IsLongText = (maxLength: number): PropertyDecorator =>
  ValidateBy({
    name: 'isLongText',
    constraints: [maxLength],
    validator: {
      validate: (value) => typeof value === 'string' && value !== '',
      defaultMessage: (about) => `${about?.property} must be a text that is not empty`,
    },
  });

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
    const isMissing = error.value === undefined && error.constraints !== undefined;
    if (isMissing) return [{ pointer, code: 'missing', detail: `${error.property} is needed` }];
    const own = Object.entries(error.constraints ?? {}).map(([constraint, detail]) => ({
      pointer,
      code: codeOf(constraint),
      detail,
    }));
    return [...own, ...details(error.children ?? [], pointer)];
  });
}

/** What no other program reads as it stands: the character U+0000, and half a surrogate pair. */
const UNREADABLE = /[\u0000\p{Cs}]/u;

/** The texts within a value that cannot be kept. */
function unreadable(value: unknown, pointer = '#'): FaultDetail[] {
  if (typeof value === 'string') {
    const member = pointer.slice(pointer.lastIndexOf('/') + 1);
    const detail = `${member} must be a text without U+0000 and without half a surrogate pair`;
    return UNREADABLE.test(value) ? [{ pointer, code: 'unreadable-text', detail }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, each]) => unreadable(each, `${pointer}/${escaped(member)}`));
}

/**
 * The members that are named like something that every object has, such as `toString`. No act has one; but whoever looks
 * such a name up among those that it knows finds it there.
 */
function inherited(value: unknown, pointer = '#'): FaultDetail[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, each]) => {
    const own = `${pointer}/${escaped(member)}`;
    if (!(member in Object.prototype)) return inherited(each, own);
    return [{ pointer: own, code: 'unknown-member', detail: `property ${member} should not exist` }];
  });
}

rememberRules();

/**
 * The act that a plain value describes, checked against its class: members that are missing, wrong or unknown are
 * refused, all at once (the first 20 are told).
 *
 * @param isPart whether only some of its members are looked at, so that others may be missing
 * @throws Fault `invalid-input` with a JSON pointer for each
 */
export function checked<T extends object>(act: ClassConstructor<T>, plain: object, isPart = false): T {
  const value = plainToInstance(act, plain);
  const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
  const found = validateSync(value, { ...options, skipMissingProperties: isPart });
  const errors = [...unreadable(plain), ...inherited(plain), ...details(found)].slice(0, MAX_ERRORS);
  if (errors.length === 0) return value;
  throw new Fault('invalid', 'invalid-input', errors.map((error) => error.detail).join('; '), errors);
}
