import type { PipeTransform, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

const PLACES: ReadonlyMap<number, TakenInput['place']> = new Map([
  [RouteParamtypes.BODY, 'body'],
  [RouteParamtypes.QUERY, 'query'],
  [RouteParamtypes.PARAM, 'path'],
]);

/** One part of a request that a handler takes. */
export interface TakenInput {
  readonly place: 'body' | 'query' | 'path';
  /** The class that checks it; undefined where the handler names none. */
  readonly dto: Type<object> | undefined;
  /** The one member that is taken of it; undefined where it is taken whole. */
  readonly part: unknown;
  readonly pipes: readonly PipeTransform[];
  /** Which argument of the handler it is, from 0. */
  readonly index: number;
}

interface TakenArgument {
  readonly index: number;
  readonly data: unknown;
  readonly pipes?: readonly PipeTransform[];
}

/** The bodies, queries and parts of the path that a handler takes. */
export function inputsOf(controller: Type<object>, handler: string): TakenInput[] {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, TakenArgument>;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) as Type<object>[];
  return Object.entries(taken).flatMap(([key, { index, data, pipes = [] }]) => {
    const place = PLACES.get(Number(key.split(':')[0]));
    return place === undefined ? [] : [{ place, dto: types[index], part: data, pipes, index }];
  });
}
