import type { FastifyRequest } from 'fastify';
import { ownerOf } from '../http/owner.js';
import { fingerprintOf, hashOf } from './idempotency-key.js';
import type { Asked } from './used-keys.service.js';

/** What a request asks for under a key; null where nobody makes it to whom an answer could be repeated. */
export function askedUnder(key: string, request: FastifyRequest): Asked | null {
  const owner = ownerOf(request);
  if (owner === null) return null;
  const scope = hashOf(JSON.stringify([owner.id, request.method, request.routeOptions.url, request.params, key]));
  return { scope, fingerprint: fingerprintOf(request.body), secret: `${owner.secret} ${key}` };
}
