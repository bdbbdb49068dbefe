import type { NestApplicationOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { contractOf } from './openapi.js';
import { Log } from './platform/log.js';

/** How the program is made into a server: bodies are read by our own parsers. */
export const SERVER_OPTIONS = {
  bufferLogs: true,
  abortOnError: false,
  bodyParser: false,
} satisfies NestApplicationOptions;

/** What the server and the tests have in common, once the program is made and before it starts. */
export function setUp(app: NestFastifyApplication): void {
  const log = app.get(Log);
  app.useLogger(log);
  app.enableShutdownHooks([], { useProcessExit: true });
  SwaggerModule.setup('docs', app, () => contractOf(app), {
    jsonDocumentUrl: 'v1/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Hearsay: the interface',
  });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onResponse', (request, reply, done) => {
    const took = { status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    const { id, method, url } = request;
    log.pino.debug({ request_id: id, method, path: url.split('?', 1)[0], ...took }, 'answered');
    done();
  });
}
