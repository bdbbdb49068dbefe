import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

/** One rule that a member of a class is checked by. */
interface Rule {
  readonly propertyName: string;
  readonly type: string;
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

type Schema = Record<string, unknown>;

/** What each rule says in JSON Schema. */
const MEANINGS: Readonly<Record<string, (constraints: readonly unknown[]) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isNotEmpty: () => ({ minLength: 1 }),
  isLength: ([minLength, maxLength]) => ({ type: 'string', minLength, maxLength }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isIn: ([values]) => ({ type: typeof (values as unknown[])[0], enum: values }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isInstant: () => ({ type: 'string', format: 'date-time' }),
  isMoment: () => ({ type: 'string', format: 'date-time' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
};

const OF_THE_LIST = ['isArray', 'arrayMinSize', 'arrayMaxSize'];

/** Tells the contract of a class from the very rules that check it, those of nested classes too. */
export function describeDto(dto: Type<object>, described = new Set<Type<object>>()): void {
  if (described.has(dto)) return;
  described.add(dto);
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as readonly Rule[];
  const example = new dto() as Record<string, unknown>;
  for (const member of new Set(rules.map((rule) => rule.propertyName))) {
    const own = rules.filter((rule) => rule.propertyName === member);
    const nested = nestedOf(dto, member, own);
    if (nested) describeDto(nested, described);
    const schema = { ...schemaOf(own, nested), default: example[member], required: isRequired(own, example[member]) };
    ApiProperty({ ...schema, nullable: isNullable(dto, own) })(dto.prototype as object, member);
  }
}

function schemaOf(rules: readonly Rule[], nested: Type<object> | null): Schema {
  const isList = rules.some((rule) => nameOf(rule) === 'isArray');
  const list = meaningOf(rules.filter((rule) => OF_THE_LIST.includes(nameOf(rule))));
  const one = meaningOf(rules.filter((rule) => !OF_THE_LIST.includes(nameOf(rule))));
  if (nested) return { type: () => nested, isArray: isList, ...list };
  return isList ? { type: 'array', items: one, ...list } : one;
}

const nameOf = (rule: Rule): string => rule.name ?? rule.type;

const meaningOf = (rules: readonly Rule[]): Schema =>
  Object.assign({}, ...rules.map((rule) => MEANINGS[nameOf(rule)]?.(rule.constraints ?? []) ?? {})) as Schema;

const isRequired = (rules: readonly Rule[], initial: unknown): boolean =>
  initial === undefined && !rules.some((rule) => rule.type === 'conditionalValidation');

/** A member of a body may be null where it is optional; a parameter in a query is there or not. */
const isNullable = (dto: Type<object>, rules: readonly Rule[]): true | undefined =>
  !dto.name.endsWith('QueryDto') && rules.some((rule) => nameOf(rule) === 'isOptional') ? true : undefined;

/** The class of what stands in a member: whatever the reader of plain values makes of it. */
function nestedOf(dto: Type<object>, member: string, rules: readonly Rule[]): Type<object> | null {
  if (!rules.some((rule) => rule.type === 'nestedValidation')) return null;
  const [made] = (plainToInstance(dto, { [member]: [{}] }) as Record<string, object[]>)[member] ?? [];
  return (made?.constructor ?? null) as Type<object> | null;
}

/** One body or query that a handler takes. */
export interface TakenInput {
  readonly place: 'body' | 'query';
  /** The class that checks it; undefined where the handler names none. */
  readonly dto: Type<object> | undefined;
  /** The one member that is taken of it; undefined where it is taken whole. */
  readonly part: unknown;
}

/** The bodies and queries that a handler takes. */
export function inputsOf(controller: Type<object>, handler: string): TakenInput[] {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, TakenArgument>;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) as Type<object>[];
  return Object.entries(taken).flatMap(([key, { index, data }]) => {
    const kind = Number(key.split(':')[0]);
    const place =
      kind === Number(RouteParamtypes.BODY) ? 'body' : kind === Number(RouteParamtypes.QUERY) ? 'query' : null;
    return place === null ? [] : [{ place, dto: types[index], part: data }];
  });
}

interface TakenArgument {
  readonly index: number;
  readonly data: unknown;
}
