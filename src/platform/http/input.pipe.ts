import { Injectable, SetMetadata, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { Fault, type FaultDetail } from '../fault.js';
import { checked } from '../validation.js';
import { checkedOnce, membersOf } from './queries.js';

const LENIENT = 'hearsay:lenient';

/** On a query class: parameters that it does not know are ignored, as is usual for the address of a page. */
export const IgnoresUnknown = (): ClassDecorator => SetMetadata(LENIENT, true);

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
  const known = membersOf(act);
  const isLenient = Reflect.getMetadata(LENIENT, act) === true;
  const given = Object.entries(Object(value) as object).filter(([parameter]) => !isLenient || known.has(parameter));
  const wrong = given.flatMap(([parameter, each]): FaultDetail[] => {
    if (!known.has(parameter)) return [unknown(parameter)];
    return typeof each === 'string' ? [] : [{ parameter, code: 'repeated', detail: 'is given more than once' }];
  });
  if (wrong.length > 0) throw refused(wrong);
  if (known.size === 0) return new act();
  try {
    return checkedOnce(act, Object.fromEntries(given));
  } catch (error) {
    throw error instanceof Fault ? refused(error.errors.map(asParameter)) : error;
  }
}

const unknown = (parameter: string): FaultDetail => ({
  parameter,
  code: 'unknown-parameter',
  detail: 'is not known here',
});

/** The refusal of parameters that a route does not know. */
export const unknownParameters = (parameters: readonly string[]): Fault => refused(parameters.map(unknown));

const asParameter = ({ pointer = '', code, detail }: FaultDetail): FaultDetail => ({
  parameter: pointer.replace(/^#\//, ''),
  code,
  detail,
});

function refused(errors: readonly FaultDetail[]): Fault {
  const said = errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; ');
  return new Fault('malformed', 'invalid-parameter', `The query cannot be used. ${said}.`, errors);
}
