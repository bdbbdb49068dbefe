import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Moved } from '../fault.js';

/**
 * The address of a thing that has another name or id now: that of the request, with the present one where the former
 * one stood, in the path or as a parameter. Null where the address did not name it, as when a body did.
 */
export function presentAddress(url: string, { reference, present }: Moved): string | null {
  const [path = '', query] = url.split('?', 2);
  const parts = path.split('/');
  const place = parts.findIndex((part) => decoded(part) === reference);
  if (place >= 0) {
    const moved = parts.with(place, encodeURIComponent(present)).join('/');
    return query === undefined ? moved : `${moved}?${query}`;
  }
  const parameters = new URLSearchParams(query);
  const named = [...parameters].find(([, value]) => value === reference);
  if (!named) return null;
  parameters.set(named[0], present);
  return `${path}?${parameters.toString()}`;
}

/** Sends whoever asked to the present address, with the same method; returns whether there is one. */
export function sendMoved(moved: Moved, request: FastifyRequest, reply: FastifyReply): boolean {
  const address = presentAddress(request.url, moved);
  if (address === null) return false;
  void reply.code(308).headers({ Location: address, 'X-Request-Id': request.id, 'Cache-Control': 'no-cache' }).send();
  return true;
}

/** A part of a path as text; the part itself where it is not encoded as it should be. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
