import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { bindOf } from './platform/settings.js';
import type { Metrics } from './platform/metrics.service.js';

const TIMEOUT_MS = 5_000;

/** Opens a door of its own to the figures, without a key: for an address that only those reach who may know them. */
export async function openMetrics(metrics: Metrics, bind: string): Promise<Server> {
  const server = createServer((request, reply) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics';
    if (!isAsked) return void reply.writeHead(404).end();
    metrics.tell().then(
      (text) => reply.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text),
      () => reply.writeHead(500).end(),
    );
  });
  server.requestTimeout = server.headersTimeout = TIMEOUT_MS;
  const { host, port } = bindOf(bind)!;
  await once(server.listen(port, host), 'listening');
  server.unref();
  return server;
}
