import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { Fault, type FaultDetail } from '../fault.js';
import { checked } from '../validation.js';

/** Names that no class can have as a member without harm; no parameter has them either. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Checks every body and every query against its class. What is wrong with a body is told by JSON pointers (422), what
 * is wrong with a query by the names of its parameters (400).
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'body') return body(classOf(metatype, data), value);
    if (type === 'query') return query(classOf(metatype, data), value);
    return value;
  }
}

/** The class that a handler declares; a handler that takes anything as it comes does not work at all. */
function classOf(metatype: Type<unknown> | undefined, part: string | undefined): Type<object> {
  const isClass = metatype !== undefined && ![Object, String, Number, Boolean, Array].some((each) => each === metatype);
  if (isClass && part === undefined) return metatype as Type<object>;
  throw new TypeError('a body or query is taken as a whole, by a class that says what it may hold');
}

function body(act: Type<object>, value: unknown): object {
  const plain = value ?? {};
  if (typeof plain === 'object' && !Array.isArray(plain)) return checked(act, plain);
  const detail = 'must be an object';
  throw new Fault('invalid', 'invalid-input', `The body ${detail}.`, [{ pointer: '#', code: 'is-object', detail }]);
}

function query(act: Type<object>, value: unknown): object {
  const given = Object.entries(Object(value) as object);
  const wrong = given.flatMap(([parameter, each]): FaultDetail[] => {
    if (FORBIDDEN.includes(parameter)) return [{ parameter, code: 'unknown-parameter', detail: 'is not known here' }];
    return typeof each === 'string' ? [] : [{ parameter, code: 'repeated', detail: 'is given more than once' }];
  });
  if (wrong.length > 0) throw refused(wrong);
  try {
    return checked(act, Object.fromEntries(given));
  } catch (error) {
    throw error instanceof Fault ? refused(error.errors.map(asParameter)) : error;
  }
}

function asParameter({ pointer = '', code, detail }: FaultDetail): FaultDetail {
  const parameter = pointer.replace(/^#\//, '').replaceAll('~1', '/').replaceAll('~0', '~');
  return code === 'unknown-member'
    ? { parameter, code: 'unknown-parameter', detail: 'is not known here' }
    : { parameter, code, detail };
}

function refused(errors: readonly FaultDetail[]): Fault {
  const said = errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; ');
  return new Fault('malformed', 'invalid-parameter', `The query cannot be used. ${said}.`, errors);
}
