import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import type { JsonSchema } from './answer-shapes.js';
import { ADDRESS, DAY_PATTERN, HOST } from '../validation.js';
import { notesOf } from './schema-notes.js';

/** One rule that a member of a class is checked by. */
interface Rule {
  readonly propertyName: string;
  readonly type: string;
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

const INSTANT = { type: 'string', format: 'date-time', maxLength: 40 };
const DAY = { type: 'string', format: 'date', maxLength: 10 };

/** What each rule says in JSON Schema. */
const MEANINGS: Readonly<Record<string, (constraints: readonly unknown[]) => JsonSchema>> = {
  isString: () => ({ type: 'string' }),
  isLongText: ([maxLength]) => ({ type: 'string', minLength: 1, maxLength }),
  isNotEmpty: () => ({ minLength: 1 }),
  isLength: ([minLength, maxLength]) => ({ type: 'string', minLength, maxLength }),
  maxLength: ([maxLength]) => ({ type: 'string', maxLength }),
  minLength: ([minLength]) => ({ type: 'string', minLength }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isIn: ([values]) => ({ type: typeOf((values as unknown[])[0]), enum: values }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer', format: 'int32' }),
  isNumber: () => ({ type: 'number' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isInstant: () => INSTANT,
  isDay: () => ({ ...DAY, pattern: DAY_PATTERN.source }),
  isClaimValue: ([shape]) => shape as JsonSchema,
  isRegion: ([shape]) => shape as JsonSchema,
  isInterval: ([spelling]) => ({ type: 'string', pattern: (spelling as RegExp).source, maxLength: 30 }),
  isCooldown: ([spelling]) => ({ type: 'string', pattern: (spelling as RegExp).source, maxLength: 30 }),
  isMoment: () => ({ anyOf: [INSTANT, DAY] }),
  isAddress: () => ({ type: 'string', pattern: ADDRESS.source }),
  isHost: () => ({ type: 'string', pattern: HOST.source }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const OF_THE_LIST = ['isArray', 'arrayMinSize', 'arrayMaxSize', 'arrayUnique'];

const typeOf = (value: unknown): string => (Number.isInteger(value) ? 'integer' : typeof value);

/** The schema of an object: which members it has, and which of them it must have. */
export interface ObjectSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** How a class stands in the contract: by name, or by a reference to it. */
export type Place = (dto: Type<object>) => JsonSchema;

/** What a class says in JSON Schema: the very rules that check it, with what its members mean. */
export function schemaOf(dto: Type<object>, place: Place): ObjectSchema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as readonly Rule[];
  const initial = new dto() as Record<string, unknown>;
  const meanings = commentsOf(dto);
  const members = [...new Set(rules.map((rule) => rule.propertyName))].map((name) => ({
    name,
    own: rules.filter((rule) => rule.propertyName === name),
  }));
  const { example, relations = [] } = notesOf(dto);
  const described = members.map(({ name, own }) => {
    const schema = { ...memberOf(dto, name, own, place), ...defaultOf(initial[name]) };
    return [name, meanings[name] === undefined ? schema : { description: meanings[name], ...schema }] as const;
  });
  return {
    type: 'object',
    ...requiredOf(members.filter(({ name, own }) => isRequired(own, initial[name])).map(({ name }) => name)),
    properties: Object.fromEntries(described),
    additionalProperties: false,
    ...(relations.length > 1 ? { allOf: relations } : relations[0]),
    ...(example !== undefined && { examples: [example] }),
  };
}

const defaultOf = (value: unknown): JsonSchema => (value === undefined ? {} : { default: value });
const requiredOf = (names: readonly string[]): JsonSchema => (names.length === 0 ? {} : { required: names });

const isRequired = (rules: readonly Rule[], initial: unknown): boolean =>
  initial === undefined && !rules.some((rule) => rule.type === 'conditionalValidation');

function memberOf(dto: Type<object>, name: string, rules: readonly Rule[], place: Place): JsonSchema {
  const isOptional = rules.some((rule) => nameOf(rule) === 'isOptional');
  const schema = valueOf(rules, nestedOf(dto, name, rules), place);
  return isOptional && !dto.name.endsWith('QueryDto') ? orNull(schema) : schema;
}

function valueOf(rules: readonly Rule[], nested: Type<object> | null, place: Place): JsonSchema {
  const isList = rules.some((rule) => nameOf(rule) === 'isArray' || rule.each);
  const list = meaningOf(rules.filter((rule) => OF_THE_LIST.includes(nameOf(rule))));
  const one = nested ? place(nested) : meaningOf(rules.filter((rule) => !OF_THE_LIST.includes(nameOf(rule))));
  return isList ? { type: 'array', items: one, ...list } : one;
}

const nameOf = (rule: Rule): string => rule.name ?? rule.type;

const meaningOf = (rules: readonly Rule[]): JsonSchema =>
  Object.assign({}, ...rules.map((rule) => MEANINGS[nameOf(rule)]?.(rule.constraints ?? []) ?? {})) as JsonSchema;

/** The same, or null: a member of a body may be null where it is optional; a parameter is there or not. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }) };
}

/** The class of what stands in a member: whatever the reader of plain values makes of it. */
function nestedOf(dto: Type<object>, member: string, rules: readonly Rule[]): Type<object> | null {
  if (!rules.some((rule) => rule.type === 'nestedValidation')) return null;
  const [made] = (plainToInstance(dto, { [member]: [{}] }) as Record<string, object[]>)[member] ?? [];
  return (made?.constructor ?? null) as Type<object> | null;
}

interface Commented {
  /** Put there by the compiler of the build, from the comments above the members (nest-cli.json). */
  readonly _OPENAPI_METADATA_FACTORY?: () => Readonly<Record<string, { readonly description?: string }>>;
}

/** What the comments above its members say; nothing where it was not compiled by the build. */
function commentsOf(dto: Type<object>): Readonly<Record<string, string | undefined>> {
  const own = (dto as Commented)._OPENAPI_METADATA_FACTORY?.() ?? {};
  const parent = Object.getPrototypeOf(dto) as Type<object> | null;
  const above = typeof parent === 'function' && parent.prototype ? commentsOf(parent) : {};
  const described = Object.entries(own).map(([member, { description }]) => [
    member,
    description?.replaceAll('\n', ' '),
  ]);
  return { ...above, ...(Object.fromEntries(described) as Record<string, string | undefined>) };
}
