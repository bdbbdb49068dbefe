import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox';
import type { IdPrefix } from '../ids.js';

/** A part of an answer in JSON Schema, as it stands in the contract. */
export type JsonSchema = Record<string, unknown>;

const ULID = '[0-7][0-9A-HJKMNP-TV-Z]{25}';
const EXAMPLE_ULID = '01KA8Z6Y3M7V2QH4T9XBDN5CWE';

/** What a text may be, beyond any text. */
export interface TextRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** The longest text of an answer that says nothing else: that of an address. */
const MAX_TEXT = 2000;

/** The largest whole number of an answer. */
const MAX_WHOLE = 2 ** 31 - 1;

/** Words, in a sentence of what they are; `example` is shown in the contract. */
export const text = (description: string, example: string, rules: TextRules = {}) =>
  Type.String({ description, examples: [example], maxLength: MAX_TEXT, ...rules });

/** The id of a thing, such as `dev_01KA…`. */
export const idOf = (prefix: IdPrefix, description: string) =>
  text(description, `${prefix}_${EXAMPLE_ULID}`, {
    pattern: `^${prefix}_${ULID}$`,
    maxLength: prefix.length + 1 + EXAMPLE_ULID.length,
  });

/** The address of the page of a thing: a reference to be resolved against the address that was asked (RFC 3986, 5). */
export const htmlUrl = (example: string) =>
  text('The address of its page, relative to this server: resolve it against the address that you asked.', example);

/** An instant: RFC 3339 in UTC, with milliseconds. */
export const instant = (description: string, example = '2026-11-22T04:00:00.000Z') =>
  Type.String({ description, examples: [example], format: 'date-time', maxLength: 24 });

/** A calendar day, `YYYY-MM-DD`. */
export const day = (description: string, example = '2026-11-22') =>
  Type.String({ description, examples: [example], format: 'date', maxLength: 10 });

/** Yes or no. */
export const yesNo = (description: string, example = false) => Type.Boolean({ description, examples: [example] });

/** A whole number, not below zero unless it is said otherwise. */
export const whole = (description: string, example: number, minimum = 0) =>
  Type.Integer({ description, examples: [example], format: 'int32', minimum, maximum: MAX_WHOLE });

/** Any number. */
export const number = (description: string, example: number) => Type.Number({ description, examples: [example] });

/** A probability, 0 to 1 with four decimals. */
export const probability = (description: string, example = 0.72) =>
  Type.Number({ description, examples: [example], minimum: 0, maximum: 1 });

/** How far a probability has moved, -1 to 1 with four decimals. */
export const change = (description: string, example = 0.11) =>
  Type.Number({ description, examples: [example], minimum: -1, maximum: 1 });

/** One word of a closed set. */
export const oneOf = <const Values extends readonly string[]>(
  values: Values,
  description: string,
  example = values[0] ?? '',
): TUnsafe<Values[number]> => Type.Unsafe({ type: 'string', enum: [...values], description, examples: [example] });

/** Several of the same; none is an empty list. */
export const list = <Item extends TSchema>(item: Item, description: string): TUnsafe<readonly Static<Item>[]> =>
  Type.Unsafe({ type: 'array', items: item, description });

/** The same under names that are not known beforehand. */
export const mapOf = <Item extends TSchema>(
  item: Item,
  description: string,
  example: Readonly<Record<string, Static<Item>>>,
): TUnsafe<Readonly<Record<string, Static<Item>>>> =>
  Type.Unsafe({ type: 'object', additionalProperties: item, description, examples: [example] });

/** The same, or null where there is none: `description` says when. */
export function nullable<Part extends TSchema>(part: Part, description?: string): TUnsafe<Static<Part> | null> {
  const { type, enum: values, ...rest } = part as JsonSchema;
  const said = description === undefined ? {} : { description };
  if (typeof type !== 'string' || '$id' in part) return Type.Unsafe({ anyOf: [part, { type: 'null' }], ...said });
  const words = Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {};
  return Type.Unsafe({ type: [type, 'null'], ...rest, ...words, ...said });
}

/** An object without a name of its own in the contract; nothing but these members is in it. */
export const object = <Members extends TProperties>(description: string, members: Members): TObject<Members> =>
  Type.Object(members, { description, additionalProperties: false });

/** An object that the contract knows by a name; nothing but these members is in it. */
export const named = <Members extends TProperties>(
  name: string,
  description: string,
  members: Members,
): TObject<Members> => Type.Object(members, { $id: name, description, additionalProperties: false });

/** One of several shapes, which the contract knows by a name. */
export const either = <Shapes extends readonly TSchema[]>(
  name: string,
  description: string,
  shapes: Shapes,
): TUnsafe<Static<Shapes[number]>> => Type.Unsafe({ $id: name, description, anyOf: [...shapes] });

/** An example of a shape, put together from those of its members. */
export function exampleOf(part: TSchema): unknown {
  const { examples, const: only, anyOf, type, items, properties = {} } = part as Described;
  if (examples) return examples[0];
  if (only !== undefined) return only;
  if (anyOf?.[0]) return exampleOf(anyOf[0]);
  if (type === 'array' && items) return [exampleOf(items)];
  if (type === 'object' || [type].flat()[0] === 'object') {
    return Object.fromEntries(Object.entries(properties).map(([member, each]) => [member, exampleOf(each)]));
  }
  return null;
}

interface Described {
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly TSchema[];
  readonly type?: string | readonly string[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
}
