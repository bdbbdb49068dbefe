import fc from 'fast-check';
import type { Operation, Parameter, Schema } from '../support/contract.js';
import { mutated, QUERY_PARTS, SPELLINGS } from './mutations.js';
import { valuesOf, type Making } from './values.js';
import type { Sent } from './wire.js';

/** Who asks. */
export const CALLERS = ['admin', 'nobody', 'a wrong key'] as const;
export type Caller = (typeof CALLERS)[number];

/** What is to become of a request: that it is taken, refused, refused for want of a key, or either. */
export type Fate = 'taken' | 'refused' | 'unauthorized' | 'not allowed' | 'free';

/** A request, and what is to become of it. */
export interface Asked {
  readonly operation: Operation;
  readonly sent: Sent;
  readonly caller: Caller;
  readonly fate: Fate;
  /** Whether it goes to the operation itself, by its own method and path. */
  readonly isOwn: boolean;
  /** What was done to it; empty for one that is as it should be. */
  readonly how: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** A request as the contract says that it is taken. */
interface Good {
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly value: unknown;
}

/** Requests for an operation: two of five as they should be, the others with something done to them. */
export function asking(operation: Operation, making: Making, keys: Readonly<Record<Caller, string>>) {
  return goodOf(operation, making).chain((good) => {
    const plain: Plain = (change = {}) => {
      const { sent = {}, ...rest } = change;
      const whole = { operation, caller: 'admin' as const, fate: 'taken' as const, isOwn: true, how: '', ...rest };
      return { ...whole, sent: { ...written(operation, good, keys[whole.caller]), ...sent } };
    };
    return fc.oneof(
      { weight: 10, arbitrary: fc.constant(plain()) },
      ...bodies(operation, making, good, plain),
      {
        weight: 3,
        arbitrary: fc.constantFrom(...QUERY_PARTS).map((part) => plain(withPart(operation, making, good, part))),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...CALLERS.slice(1)).map((caller) => plain(asCaller(operation, caller))),
      },
      { weight: 1, arbitrary: fc.constantFrom(...METHODS).map((method) => plain(byMethod(operation, making, method))) },
      { weight: 2, arbitrary: spelled(good, plain) },
    );
  });
}

type Plain = (change?: Partial<Omit<Asked, 'sent'>> & { sent?: Partial<Sent> }) => Asked;

function goodOf({ path, parameters, body }: Operation, making: Making): fc.Arbitrary<Good> {
  const given = (place: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        parameters.filter((each) => each.in === place).map((each) => [each.name, parameterOf(each, making)]),
      ),
    );
  const value = body === null ? fc.constant(undefined) : valuesOf(body, making);
  return given('path').chain((parts) => {
    making.world.approach(Object.values(parts).map(String));
    return fc.tuple(given('query'), given('header'), value).map(([query, headers, said]) => ({
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name]))),
      query: Object.entries(query).flatMap(([name, each]) => (each === undefined ? [] : [pair(name, each)])),
      headers: clean(headers),
      value: said,
    }));
  });
}

/** A value of a parameter; one that need not be there mostly is not. A cursor is never guessed. */
function parameterOf({ name, schema, required }: Parameter, making: Making): fc.Arbitrary<unknown> {
  if (name === 'cursor') return fc.constant(undefined);
  if (name === 'If-Match' && required) return fc.constantFrom('*', '*', '*', '*', '*', '"1"');
  if (name === 'If-Match') return fc.constantFrom(undefined, undefined, undefined, '*', '"1"');
  if (name === 'If-None-Match' && schema['const'] !== undefined) return fc.constantFrom(undefined, '*', '*', '*');
  if (name === 'If-None-Match') return fc.constantFrom(undefined, undefined, '"1"', '*', 'W/"1"');
  if (name === 'Idempotency-Key') return fc.constantFrom(undefined, undefined, '"1"', '"2"', '"a b"', 'bare');
  const value = valuesOf(schema, making, name);
  return required ? value : fc.oneof(fc.constant(undefined), fc.constant(undefined), value);
}

const pair = (name: string, value: unknown): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;

const clean = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, each]) => (each === undefined ? [] : [[name, each as string]])),
  );

function written({ method }: Operation, good: Good, key: string): Sent {
  const body = good.value === undefined ? null : JSON.stringify(good.value);
  return {
    method,
    url: good.query.length === 0 ? good.path : `${good.path}?${good.query.join('&')}`,
    headers: {
      ...good.headers,
      ...(key !== '' && { authorization: `Bearer ${key}` }),
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    body,
  };
}

function bodies(operation: Operation, making: Making, good: Good, plain: Plain) {
  if (operation.body === null) return [];
  const schema: Schema = operation.body;
  const arbitrary = mutated(good.value).map(({ body, type, how, fate }) => {
    const headers = Object.fromEntries(
      Object.entries(plain().sent.headers).filter(([name]) => name !== 'content-type'),
    );
    const isRight =
      typeof fate === 'object' && isReadable(fate.value) && making.contract.mistakesIn(fate.value, schema) === null;
    const sent = { body, headers: { ...headers, ...(type !== null && { 'content-type': type }) } };
    return plain({
      sent,
      how: `the body ${how}`,
      fate: typeof fate === 'string' ? fate : isRight ? 'taken' : 'refused',
    });
  });
  return [{ weight: 8, arbitrary }];
}

/** Whether a value has no text with U+0000 or half a surrogate pair, which are refused wherever they stand. */
const isReadable = (value: unknown): boolean => !/\\u0000|\\ud[89ab]/.test(JSON.stringify(value));

function withPart({ method, parameters }: Operation, _making: Making, good: Good, part: string) {
  const known = parameters.some((each) => each.in === 'query' && part.startsWith(`${each.name}=`));
  const isRead = method === 'GET' || parameters.some((each) => each.in === 'query');
  const names = /^[\w[\]]+=/.test(part);
  const sent = { url: `${good.path}?${[...good.query, part].join('&')}` };
  return {
    sent,
    how: `the query with ${part}`,
    fate: isRead && names && !known ? ('refused' as const) : ('free' as const),
  };
}

const asCaller = ({ security }: Operation, caller: Caller) => {
  const isOpen = security.length === 0 || security.some((each) => Object.keys(each).length === 0);
  const fate = caller === 'nobody' && isOpen ? ('free' as const) : ('unauthorized' as const);
  return { caller, how: `asked by ${caller}`, fate };
};

function byMethod(operation: Operation, { contract }: Making, method: string) {
  const there = contract.operations.filter(({ path }) => path === operation.path).map((each) => each.method);
  const isKnown = there.includes(method) || ['OPTIONS', ...(there.includes('GET') ? ['HEAD'] : [])].includes(method);
  return {
    sent: { method, body: null },
    isOwn: method === operation.method,
    how: `by ${method}`,
    fate: isKnown ? ('free' as const) : ('not allowed' as const),
  };
}

/** The path in another spelling, asked for by nobody: whatever comes of it, it is not what a key opens. */
function spelled(good: Good, plain: Plain): fc.Arbitrary<Asked> {
  return fc.constantFrom(...SPELLINGS).map((spell) => {
    const asked = plain({ caller: 'nobody', how: 'the path in another spelling' });
    const isOpen = asked.operation.security.some((each) => Object.keys(each).length === 0);
    const fate = isOpen || asked.operation.security.length === 0 ? 'free' : 'refused';
    return { ...asked, isOwn: false, fate, sent: { ...asked.sent, url: spell(good.path) } };
  });
}
