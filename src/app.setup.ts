import type { NestApplicationOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { contractOf } from './openapi.js';
import { Credentials } from './access/credentials.service.js';
import { Clock } from './platform/clock.js';
import { Database } from './platform/database/database.js';
import { trustProxies } from './platform/http/client-address.js';
import { answerAtDoor, type Answered } from './platform/http/door.js';
import { refuseOtherForms } from './platform/http/headers.js';
import { KeptAnswers } from './platform/http/kept-answers.js';
import { limitRequests } from './platform/http/limiting.js';
import { Limits } from './platform/http/limits.service.js';
import { allowOrigins } from './platform/http/origins.js';
import { answerAgain, tagAnswers } from './platform/http/rereading.js';
import { boundConnections } from './platform/http/server.js';
import { ShortWay } from './platform/http/short-way.js';
import { surroundAsOne } from './platform/http/surrounding.js';
import { Log } from './platform/log.js';
import { Metrics } from './platform/metrics.service.js';
import { programVersion } from './platform/project.js';
import { Settings } from './platform/settings.js';

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
  surroundAsOne(app);
  app.enableShutdownHooks([], { useProcessExit: true });
  SwaggerModule.setup('docs', app, () => contractOf(app), {
    jsonDocumentUrl: 'v1/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Hearsay: the interface',
  });
  const server = app.getHttpAdapter().getInstance();
  const rereading = {
    database: app.get(Database),
    clock: app.get(Clock),
    kept: app.get(KeptAnswers),
    program: programVersion(),
  };
  const [settings, credentials] = [app.get(Settings), app.get(Credentials, { strict: false })];
  boundConnections(server, settings.streams);
  trustProxies(server, settings.trustedProxies);
  allowOrigins(server, settings);
  const short = new ShortWay(server, app);
  tagAnswers(server, rereading, (request, reply) => short.learn(request, reply)); // before what counts: what was not sent costs nothing
  limitRequests(server, app.get(Limits), (request) => credentials.countedFor(request));
  refuseOtherForms(server);
  answerAgain(server, rereading);
  const note = noteAnswered(app.get(Metrics), log);
  answerAtDoor(server, { ...rereading, short, limits: app.get(Limits), note });
  server.addHook('onResponse', ({ id, method, url, is404, routeOptions }, { statusCode, elapsedTime }, done) => {
    const route = is404 ? 'none' : (routeOptions.url ?? 'none');
    note({ id, method, url, route, status: statusCode, took: elapsedTime });
    done();
  });
}

/** Notes in the figures and in the log how each request was answered. */
function noteAnswered(metrics: Metrics, { pino }: Log): (answered: Answered) => void {
  return (answered) => {
    metrics.answered(answered);
    if (!pino.isLevelEnabled('debug')) return;
    const { id, method, url, status, took } = answered;
    const path = url.split('?', 1)[0];
    pino.debug({ request_id: id, method, path, status, ms: Math.round(took) }, 'answered');
  };
}
