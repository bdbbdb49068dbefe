import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ServedModule } from '../../src/served.module.js';
import { SERVER_OPTIONS, setUp } from '../../src/app.setup.js';
import { createAdapter } from '../../src/platform/http/server.js';
import { Settings, settingsOf } from '../../src/platform/settings.js';

/** A request that a child is to send, over and over, to a server of its own on a database that is there already. */
export interface Posted {
  readonly url: string;
  readonly secret: string;
  readonly key: string;
  readonly body: object;
  readonly times: number;
}

/** What it was answered. */
export interface Replied {
  readonly status: number;
  readonly body: string;
  readonly isReplayed: boolean;
}

async function serve(databaseUrl: string): Promise<NestFastifyApplication> {
  const compiled = await Test.createTestingModule({ imports: [ServedModule] })
    .overrideProvider(Settings)
    .useValue(settingsOf({ databaseUrl, logLevel: 'silent' }))
    .compile();
  const app = compiled.createNestApplication<NestFastifyApplication>(createAdapter(), SERVER_OPTIONS);
  setUp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function send(app: NestFastifyApplication, { url, secret, key, body }: Posted): Promise<Replied> {
  const headers = { authorization: `Bearer ${secret}`, 'idempotency-key': key, 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) });
  const isReplayed = answer.headers['idempotency-replayed'] === 'true';
  return { status: answer.statusCode, body: answer.payload, isReplayed };
}

/** Says that it is ready, and for each message sends a request many times at once and tells what came back. */
async function work(databaseUrl: string): Promise<void> {
  const app = await serve(databaseUrl);
  process.on('message', (posted: Posted) => {
    const all = Array.from({ length: posted.times }, () => send(app, posted));
    void Promise.all(all).then((replies) => process.send?.(replies));
  });
  process.send?.('ready');
}

void work(process.argv[3] ?? '');
