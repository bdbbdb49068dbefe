import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notePersonal } from '../platform/http/audience.js';
import type { Actor, Role } from './actor.js';

/** Under which name a route keeps who may use it. */
export const NEEDS = 'hearsay:needs';

/** What a route asks of who uses it: a role, or nothing at all. */
export type Needs = Role | 'nothing';

/** Opens a route to everybody, with or without a key, whatever the settings say: health, contract, sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(NEEDS, 'nothing' satisfies Needs);

/**
 * Opens a route to a role and those above it. `reader` is everybody while reading is public, which is the usual
 * setting. A route without `@Roles` or `@Public` is open to nobody.
 */
export const Roles = (role: Role): MethodDecorator & ClassDecorator => SetMetadata(NEEDS, role satisfies Needs);

const actors = new WeakMap<FastifyRequest, Actor>();

/** Notes who made a request. */
export const noteActor = (request: FastifyRequest, actor: Actor): unknown => actors.set(request, actor);

/** Who made a request; null before the guard has looked. */
export const actorOf = (request: FastifyRequest): Actor | null => actors.get(request) ?? null;

/** `@ActorOf() actor: Actor`: who makes the request. What is answered is then for them alone. */
export const ActorOf = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => askerOf(context));

/** Tells who makes a request; only what is answered after it was called is for them alone. */
export type Asker = () => Actor;

/** `@AskerOf() asker: Asker`: the same, for a route of which only few answers depend on who asks. */
export const AskerOf = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Asker =>
    () =>
      askerOf(context),
);

function askerOf(context: ExecutionContext): Actor {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  notePersonal(request);
  const actor = actorOf(request);
  if (actor) return actor;
  throw new Error('the guard has not looked at this request');
}
