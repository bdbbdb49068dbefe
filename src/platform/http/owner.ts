import type { FastifyRequest } from 'fastify';

/** The holder of a key who makes a request. */
export interface Owner {
  /** The id of the key. */
  readonly id: string;
  /** What only they know, and we keep nowhere: the key itself, or the token of their session. */
  readonly secret: string;
}

const owners = new WeakMap<FastifyRequest, Owner>();

/** Notes who makes a request. */
export const noteOwner = (request: FastifyRequest, owner: Owner): unknown => owners.set(request, owner);

/** Who makes a request; null where it is nobody with a key. */
export const ownerOf = (request: FastifyRequest): Owner | null => owners.get(request) ?? null;
