import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One address that the server knows, and by which method. */
export interface Route {
  readonly method: string;
  /** With its parameters as `:name`. */
  readonly path: string;
}

const known = new WeakMap<object, Route[]>();

/** Keeps a list of the routes of a server as they are added. */
export function noteRoutes(server: FastifyInstance): void {
  const routes: Route[] = [];
  known.set(server.server, routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, path: url });
  });
}

/** Every route of a server. */
export const routesOf = (server: FastifyInstance): readonly Route[] => known.get(server.server) ?? [];

/** The methods that an address knows; none for an address that is not there. */
export function allowedAt(server: FastifyInstance, path: string): string[] {
  const parts = path.split('/');
  const methods = routesOf(server)
    .filter((route) => isAt(route.path.split('/'), parts))
    .map((route) => route.method);
  return [...new Set(methods)].sort();
}

function isAt(pattern: readonly string[], parts: readonly string[]): boolean {
  if (pattern.at(-1) === '*') return pattern.slice(0, -1).every((part, index) => fits(part, parts[index]));
  return pattern.length === parts.length && pattern.every((part, index) => fits(part, parts[index]));
}

const fits = (pattern: string, part: string | undefined): boolean =>
  part !== undefined && (pattern.startsWith(':') ? part !== '' : pattern === part);

/**
 * Whether a request is for the interface under `/v1`: by the route that answers it, however its address is spelled;
 * where none does, by the address.
 */
export function isOfInterface(request: FastifyRequest): boolean {
  const route = request.is404 ? undefined : request.routeOptions.url;
  const path = route ?? request.url.split('?', 1)[0];
  return path === '/v1' || (path?.startsWith('/v1/') ?? false);
}

/** Whether a request is for something that is made to be shown elsewhere: a feed, the calendar, a badge. */
export const isOutput = ({ url }: FastifyRequest): boolean =>
  /^\/(?:feeds\/|badges\/|calendar\.ics$)/.test(url.split('?', 1)[0] ?? '');
