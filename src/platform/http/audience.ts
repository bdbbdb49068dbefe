import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Who may have the answers of a route. */
export interface Audience {
  /** Whether everybody may, with or without a key. */
  readonly isEverybody: boolean;
  /** Lets in whoever makes another request for the same, or refuses as the route itself would. */
  readonly admit: (request: FastifyRequest) => Promise<void> | void;
}

const audiences = new WeakMap<FastifyRequest, Audience>();
const personal = new WeakSet<FastifyRequest>();

/** Notes who may have what a request is answered with. */
export const noteAudience = (request: FastifyRequest, audience: Audience): unknown => audiences.set(request, audience);

/** Notes that the answer to a request depends on who makes it. */
export const notePersonal = (request: FastifyRequest): unknown => personal.add(request);

/**
 * Says of a route that what it answers does not follow from what is stored: it looks at the time, at the settings or at
 * the server itself.
 */
export const Unkept = (): MethodDecorator => RouteConfig({ isUnkept: true });

const isUnkept = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { isUnkept?: boolean }).isUnkept === true;

/** Who may have the same bytes as long as the store does not change; null where that follows from more than the store. */
export const audienceOf = (request: FastifyRequest): Audience | null =>
  personal.has(request) || isUnkept(request) ? null : (audiences.get(request) ?? null);
