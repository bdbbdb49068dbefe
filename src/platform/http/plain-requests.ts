import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request and an answer as they come from the wire, before the server has looked at them. */
export type BareRequest = FastifyRequest['raw'];
export type BareResponse = FastifyReply['raw'];

/** What makes a request one that has to be looked at: who sends it, from where, what else is asked or sent. */
const NOT_PLAIN = [
  'authorization',
  'cookie',
  'origin',
  'if-modified-since',
  'x-forwarded-for',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
];

/** The forms that everything is given in. */
const ANY_FORM = [undefined, '*/*', 'application/json'];

/**
 * Whether a request is for an address and nothing else: read, by nobody who is known, from no page of another site and
 * through no proxy, in whichever form there is. All such requests for an address are answered alike.
 */
export const isPlain = ({ method, headers }: BareRequest): boolean =>
  method === 'GET' && ANY_FORM.includes(headers.accept) && NOT_PLAIN.every((name) => headers[name] === undefined);
