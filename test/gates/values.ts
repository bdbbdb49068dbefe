import fc from 'fast-check';
import { HOST } from '../../src/platform/validation.js';
import type { Contract, Schema } from '../support/contract.js';
import { ARTICLES } from './settling.js';
import type { World } from './world.js';

/** Letters that texts are made of: of many scripts, wide and narrow, and those that other languages read as commands. */
const LETTERS = [
  ...'abcXYZ019 -_.,:;/\\\'"`<>()[]{}$%&*+=?!@#~^|\t\n',
  ...['é', 'e\u0301', 'ß', 'Ω', 'ж', '中', 'ん', 'ا', 'न', '𝒳', '🚀', '\u200b', '\u202e', '\u00a0', 'ﬁ', 'İ'],
];

/** Texts that are data here, whatever another program would make of them. */
const ODD = [
  "'; drop table devices; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%s%n',
  '"*"',
  'NEAR(a b)',
  '-1',
  'null',
];

const ADDRESSES = ['https://ledger.example/2029/05/orvane', 'http://a.example:8080/?q=1#x', 'https://müller.example/ä'];

const HOSTS = ['newsroom.orchard.example', 'A-1.orvane.example', 'müller.example'];

/** What values of a schema are made from. */
export interface Making {
  readonly contract: Contract;
  readonly world: World;
}

/** Values that are as a schema says; `name` is that of the member they stand in. */
export function valuesOf(schema: Schema, making: Making, name = ''): fc.Arbitrary<unknown> {
  const known = making.contract.followed(schema);
  const { const: only, enum: set, anyOf, type } = known as Described;
  if (only !== undefined) return fc.constant(only);
  if (set) return fc.constantFrom(...set);
  if (anyOf && type === undefined) return fc.oneof(...anyOf.map((each) => valuesOf(each, making, name)));
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => valuesOf({ ...known, type: each }, making, name)));
  return byType(String(type), known, making, name);
}

interface Described {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

function byType(type: string, schema: Described, making: Making, name: string): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 1_000_000 } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum));
    case 'number':
      return fc.integer({ min: minimum * 10_000, max: maximum * 10_000 }).map((each) => each / 10_000);
    case 'array':
      return arrayOf(schema, making, name);
    case 'object':
      return objectOf(schema, making);
    default:
      return textOf(schema, making, name);
  }
}

function arrayOf(schema: Described, making: Making, name: string): fc.Arbitrary<unknown[]> {
  const { items = {}, minItems = 0, maxItems = 3, uniqueItems } = schema;
  const bounds = { minLength: Math.max(minItems, uniqueItems ? 1 : 0), maxLength: Math.min(maxItems, minItems + 2) };
  const item = valuesOf(items, making, name);
  return uniqueItems ? fc.uniqueArray(item, bounds) : fc.array(item, bounds);
}

/** An object with all that it must have and half of what it may have. A claim is one that can be read. */
function objectOf(schema: Described, making: Making): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema;
  const members = Object.entries(properties).map(([name, each]) => {
    const value = valuesOf(each, making, name);
    return [name, required.includes(name) ? value : fc.option(value, { nil: undefined, freq: 2 })] as const;
  });
  const object = fc.record(Object.fromEntries(members));
  const whole = fc.tuple(object, fc.nat(), fc.integer({ min: 1, max: 8 })).map(([value, number, chance]) => {
    const [subject, said] = making.world.claim(number);
    const claim = chance > 1 && value['subject'] !== undefined && value['value'] !== undefined;
    return JSON.parse(JSON.stringify({ ...value, ...(claim && { subject, value: said }) })) as Record<string, unknown>;
  });
  const asSaid = (value: unknown) => making.contract.mistakesIn(value, schema as Schema) === null;
  return whole.filter(asSaid);
}

function textOf(schema: Described, { world }: Making, name: string): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema;
  const prefix = world.prefixOf(name);
  if (name === 'expires_at') return fc.constantFrom('2031-01-01T00:00:00Z', '2030-02-28T23:59:59.999+02:00');
  if (format === 'date-time') return instants();
  if (format === 'date') return days();
  if (pattern?.startsWith('^https?')) return fc.constantFrom(...ADDRESSES);
  if (pattern === HOST.source) return fc.constantFrom(...HOSTS);
  if (name === 'text' && maxLength > 100_000) return articles();
  if (prefix !== undefined) return fc.nat().map((number) => world.pick(prefix, number).slice(0, maxLength));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = fc.constantFrom(Math.min(maxLength, 5000));
  const plain = fc.array(fc.constantFrom(...LETTERS), { minLength: Math.max(minLength, 1), maxLength: 24 });
  const text = plain.map((letters) => [...letters.join('')].slice(0, maxLength).join(''));
  const fitting = ODD.filter((odd) => odd.length <= maxLength);
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fitting.length > 0 ? fc.constantFrom(...fitting) : text },
    { weight: 1, arbitrary: longest.map((length) => 'x'.repeat(length)) },
  );
}

const instants = (): fc.Arbitrary<string> =>
  fc
    .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 5, 1) })
    .map((at) => new Date(at).toISOString())
    .chain((text) => fc.constantFrom(text, text.replace('Z', '+00:00'), text.toLowerCase(), text.replace(/\.\d+/, '')));

/** Articles, each a little different from the others. */
const articles = (): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...ARTICLES), fc.nat()).map(([text, number]) => `${text}\n\nIssue ${number}.`);

const days = (): fc.Arbitrary<string> => instants().map((text) => text.slice(0, 10));
