import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT, readBodies } from './bodies.js';
import { isTrusted } from './client-address.js';
import { addHeaders, addHeadersTo } from './headers.js';
import { countRefused } from './limiting.js';
import { answerTo, sendProblem } from './problems.filter.js';
import { problemOf } from './problem.js';
import { noteRoutes } from './routes.js';

const REQUEST_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 5_000;
/** How often connections are looked at for these limits; Node does it every half minute by itself. */
const CHECK_MS = 1_000;
/** How many connections there may be beside those of the streams. */
const MAX_CONNECTIONS = 800;
const MAX_PARAMETER_LENGTH = 256;

/** A server that reads bodies as we do, bounds what a request may take, and knows its routes. */
export function createAdapter(): FastifyAdapter {
  const adapter: FastifyAdapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_MS },
    genReqId: () => `req_${randomUUID()}`,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void refuseUnrouted(error, request, reply),
    clientErrorHandler: refuseUnread,
    trustProxy: (address: string) => isTrusted(adapter.getInstance(), address),
    logger: false,
  });
  const server = adapter.getInstance();
  noteRoutes(server);
  readBodies(server);
  addHeaders(server);
  return adapter;
}

/** Answers a request whose address no route can take: counted, and with the headers of any other answer. */
async function refuseUnrouted(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  addHeadersTo(request, reply);
  const passed = await countRefused(request, reply).then(
    () => null,
    (quota: unknown) => quota,
  );
  sendProblem(answerTo(passed ?? error, request), reply);
}

/** Bounds how many connections a server has, of which so many may be streams. */
export function boundConnections(server: FastifyInstance, streams: number): void {
  server.server.maxConnections = MAX_CONNECTIONS + streams;
}

/** What it means that a request could not even be read. */
const UNREAD: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers bytes that are no request that could be read, and hangs up. */
function refuseUnread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const statusCode = UNREAD[error.code ?? ''] ?? 400;
  const { problem } = problemOf({ statusCode }, { path: '', requestId: `req_${randomUUID()}` });
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${problem.request_id}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
