import type { INestApplication } from '@nestjs/common';
import { INTERCEPTORS_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyReply } from 'fastify';
import { InputPipe } from './input.pipe.js';
import { inputsOf, type TakenInput } from './inputs.js';
import type { PlainAddress } from './plain-addresses.js';
import { handlersOf, type RunningHandler } from './surrounding.js';

/** A handler for reading that is asked for what an address says, and puts headers on what becomes the answer. */
export type ShortRead = (address: PlainAddress, reply: FastifyReply) => unknown;

const INPUTS = new InputPipe();

/**
 * The handlers that can be asked without the framework, by the patterns of their routes: those that read, that nothing
 * stands around, and that take of a request what its address says and nothing else. What they take and how it is checked
 * is read from the same decorators.
 */
export function shortReadsOf(app: INestApplication): ReadonlyMap<string, ShortRead> {
  const reads = handlersOf(app).flatMap((each): [string, ShortRead][] => {
    const read = each.isRead && !isSurrounded(each) ? shortRead(app, each) : null;
    return read ? [[patternOf(each), read]] : [];
  });
  return new Map(reads);
}

const isSurrounded = ({ handler }: RunningHandler): boolean =>
  ((Reflect.getMetadata(INTERCEPTORS_METADATA, handler) as unknown[] | undefined) ?? []).length > 0;

function patternOf({ controller, handler }: RunningHandler): string {
  const paths = [controller, handler].map((each) => Reflect.getMetadata(PATH_METADATA, each) as unknown);
  return paths
    .map((path) => (typeof path === 'string' ? `/${path}` : ''))
    .join('')
    .replaceAll(/\/+/g, '/')
    .replace(/(?<=.)\/$/, '');
}

function shortRead(app: INestApplication, { controller, name }: RunningHandler): ShortRead | null {
  const taken = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as object);
  const inputs = inputsOf(controller, name);
  const replies = taken.filter((key) => key.startsWith(`${RouteParamtypes.RESPONSE}:`));
  if (replies.length + inputs.length !== taken.length || !inputs.every(isShort)) return null;
  const places = replies.map((key) => Number(key.split(':')[1]));
  const instance = app.get<Record<string, (...args: unknown[]) => unknown>>(controller, { strict: false });
  return (address, reply) => {
    const args: unknown[] = [];
    for (const place of places) args[place] = reply;
    for (const input of inputs) args[input.index] = valueOf(input, address);
    return instance[name]!(...args);
  };
}

const isShort = ({ place, part, pipes }: TakenInput): boolean =>
  pipes.every((pipe) => typeof pipe === 'object') &&
  (place === 'path' ? typeof part === 'string' : place === 'query' && part === undefined && pipes.length === 0);

function valueOf({ place, dto, part, pipes }: TakenInput, { path, query }: PlainAddress): unknown {
  if (place === 'query') return INPUTS.transform(query, { type: 'query', metatype: dto });
  return pipes.reduce<unknown>(
    (value, pipe) => pipe.transform(value, { type: 'param' }) as unknown,
    path[String(part)],
  );
}
