import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings.js';
import { pathOf } from './problems.filter.js';
import { allowedAt, isOfInterface, isOutput } from './routes.js';

const READS = ['GET', 'HEAD'];

/** What pages of other sites may look at besides the body. */
const EXPOSED = [
  'ETag',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
  'Idempotency-Replayed',
].join(', ');

/** What they may send along: anybody what makes reading cheap, those that we know also what writing takes. */
const SENT_BY_ALL = 'Accept, If-None-Match, If-Modified-Since, Last-Event-ID';
const SENT_BY_KNOWN = `${SENT_BY_ALL}, Authorization, Content-Type, If-Match, Idempotency-Key`;

const PREFLIGHT_SECONDS = 600;

/** Pages of other sites read what everybody may read; those that are known by name also write, with a key. */
type Allowance = Pick<Settings, 'corsOrigins' | 'publicRead'>;

/**
 * Says to browsers which pages of other sites may use the interface, never with a cookie: any page reads what is
 * public, the origins of the settings do all that their key may do.
 */
export function allowOrigins(server: FastifyInstance, allowance: Allowance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!isShownElsewhere(request)) return done();
    const { origin } = request.headers;
    const asked = request.headers['access-control-request-method'];
    const isPreflight = request.method === 'OPTIONS' && origin !== undefined && asked !== undefined;
    const allowed = originFor(isPreflight ? asked : request.method, origin, allowance);
    if (allowance.corsOrigins.length > 0) reply.header('Vary', 'Origin');
    if (allowed !== null) show(reply, allowed);
    if (!isPreflight) return done();
    const methods = allowedAt(server, pathOf(request));
    if (methods.length === 0) return done();
    answer(reply, origin, methods, allowance); // which ends it here
  });
}

/** What other sites may ask for at all: the interface and what is meant to be shown elsewhere. */
const isShownElsewhere = (request: FastifyRequest): boolean => isOfInterface(request) || isOutput(request);

const isKnown = (origin: string | undefined, { corsOrigins }: Allowance): origin is string =>
  origin !== undefined && corsOrigins.includes(origin);

/** The origin that an answer is shown to: `*` for every one, null for none but ours. */
function originFor(method: string, origin: string | undefined, allowance: Allowance): string | null {
  if (isKnown(origin, allowance)) return origin;
  return allowance.publicRead && READS.includes(method) ? '*' : null;
}

function show(reply: FastifyReply, origin: string): void {
  void reply.headers({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** Answers what a browser asks before it sends a request of its own for a page. */
function answer(reply: FastifyReply, origin: string | undefined, methods: string[], allowance: Allowance): void {
  const knows = isKnown(origin, allowance);
  const open = methods.filter((method) => knows || READS.includes(method));
  const says = {
    'Access-Control-Allow-Methods': open.join(', '),
    'Access-Control-Allow-Headers': knows ? SENT_BY_KNOWN : SENT_BY_ALL,
    'Access-Control-Max-Age': PREFLIGHT_SECONDS,
  };
  const isShown = reply.hasHeader('Access-Control-Allow-Origin') && open.length > 0;
  void reply
    .code(204)
    .headers({ Allow: methods.join(', '), ...(isShown && says) })
    .send();
}
