import type { FastifyReply } from 'fastify';

/** Says that an answer also depends on these fields of the request, besides those that were named before. */
export function alsoVaryBy(reply: FastifyReply, ...fields: readonly string[]): void {
  const named = reply.getHeader('vary');
  void reply.header('Vary', [...(typeof named === 'string' ? [named] : []), ...fields].join(', '));
}
