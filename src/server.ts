import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Keys } from './access/keys.service.js';
import { AlertRounds } from './alerts/alert-rounds.service.js';
import { SERVER_OPTIONS, setUp } from './app.setup.js';
import { DigestSchedule } from './digests/digest-schedule.service.js';
import { openMetrics } from './metrics-door.js';
import { createAdapter } from './platform/http/server.js';
import { Metrics } from './platform/metrics.service.js';
import { Settings } from './platform/settings.js';
import { PollSchedule } from './subscriptions/poll-schedule.service.js';
import { RefreshSchedule } from './refresh/refresh-schedule.service.js';
import { ServedModule } from './served.module.js';
import { WebhookRounds } from './webhooks/webhook-rounds.service.js';

/** A server that listens, and what it has to say to whoever started it. */
export interface Started {
  readonly app: NestFastifyApplication;
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly address: string;
  /** The key that the first start made; null at every later one. */
  readonly firstKey: string | null;
}

/** Starts the server; where it cannot listen nothing was changed, and nothing goes on. */
export async function startServer(): Promise<Started> {
  const app = await NestFactory.create<NestFastifyApplication>(ServedModule, createAdapter(), SERVER_OPTIONS);
  setUp(app);
  const { port, host, metricsBind } = app.get(Settings);
  try {
    if (metricsBind !== null) {
      const door = await openMetrics(app.get(Metrics), metricsBind);
      app.getHttpServer().once('close', () => door.close());
    }
    await app.listen(port, host);
    const first = await app.get(Keys, { strict: false }).mintFirst(); // only now: its secret is shown this once
    app.get(RefreshSchedule, { strict: false }).start();
    app.get(AlertRounds, { strict: false }).start();
    app.get(WebhookRounds, { strict: false }).start();
    app.get(DigestSchedule, { strict: false }).start();
    app.get(PollSchedule, { strict: false }).start();
    app.get(Metrics).watchProcess();
    return { app, address: await app.getUrl(), firstKey: first?.secret ?? null };
  } catch (error) {
    await app.close();
    throw error;
  }
}
