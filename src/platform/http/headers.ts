import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOfInterface } from './routes.js';
import { pathOf } from './problems.filter.js';

/** What a browser may do with our pages: their own scripts, styles, images and addresses, nothing from elsewhere. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const EVERY_ANSWER = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The page to try the interface at brings its styles and icons in the page itself. */
const EXPLORER_POLICY = CONTENT_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "img-src 'self'",
  "img-src 'self' data:",
);
const EXPLORER = /^\/docs(?:\/|$)/;

/** What the interface answers in, unless a route says otherwise by `@RouteConfig({ produces: [...] })`. */
const PRODUCES = ['application/json', 'application/problem+json'];

/** Where a program that was pointed at this server finds what it can do (RFC 8631). */
const CONTRACT = '</v1/openapi.json>; rel="service-desc"';
const DOORS = ['/', '/v1', '/v1/'];

/** Puts the headers on every answer that each one carries. */
export function addHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    addHeadersTo(request, reply);
    const path = pathOf(request);
    if (EXPLORER.test(path)) reply.header('Content-Security-Policy', EXPLORER_POLICY);
    if (DOORS.includes(path)) reply.header('Link', CONTRACT);
    done();
  });
}

/** Puts on an answer what each one carries. */
export const addHeadersTo = (request: FastifyRequest, reply: FastifyReply): void =>
  void reply.headers(EVERY_ANSWER).header('x-request-id', request.id);

/** Refuses requests for an answer in another form than the route has. */
export function refuseOtherForms(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(isAcceptable(request) ? undefined : Object.assign(new Error('not acceptable'), { statusCode: 406 }));
  });
}

/** Only the interface under `/v1` is negotiated; a page is a page. */
function isAcceptable(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  if (request.is404 || !accept || !isOfInterface(request)) return true;
  const { produces = PRODUCES } = request.routeOptions.config as { produces?: readonly string[] };
  return accept
    .split(',')
    .map((range) => range.trim().toLowerCase())
    .filter((range) => !/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(range))
    .map((range) => range.split(';', 1)[0]!.trim())
    .some(
      (range) => range === '*/*' || produces.some((type) => type === range || range === `${type.split('/', 1)[0]}/*`),
    );
}
