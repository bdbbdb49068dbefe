import { createParamDecorator, Injectable, SetMetadata, type ExecutionContext, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

const PREPARES = 'hearsay:prepares';

/** Gets what an act needs before the act begins: within it nobody may wait for the network. */
export interface Preparation<Needed> {
  /** What the request needs; throws what refuses it. The body is as it was sent, and not checked yet. */
  prepare(request: FastifyRequest): Promise<Needed>;
}

const prepared = new WeakMap<FastifyRequest, unknown>();

/** Says what gets ready what a route needs, before its act begins and only if it does. */
export const Prepares = (preparation: Type<Preparation<unknown>>): MethodDecorator =>
  SetMetadata(PREPARES, preparation);

/** `@Prepared() article: …`: what was got ready for this request. */
export const Prepared = createParamDecorator((_data: unknown, context: ExecutionContext): unknown =>
  prepared.get(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Has what a route needs got ready. */
@Injectable()
export class Preparations {
  constructor(private readonly modules: ModuleRef) {}

  /** Gets ready what the route of a request needs, if it needs anything. */
  async make(context: ExecutionContext): Promise<void> {
    const preparation = Reflect.getMetadata(PREPARES, context.getHandler()) as Type<Preparation<unknown>> | undefined;
    if (preparation === undefined) return;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    prepared.set(request, await this.modules.get(preparation, { strict: false }).prepare(request));
  }
}
