import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { SchedulerRegistry } from '@nestjs/schedule';
import { openMetrics } from '../src/metrics-door.js';
import { Database } from '../src/platform/database/database.js';
import { Metrics } from '../src/platform/metrics.service.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { editorAt } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the health on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database);
  });
  afterEach(() => server.close());

  const ready = () => server.call('GET', '/readyz');

  it('is good when everything is there', async () => {
    expect((await ready()).body).toEqual({ status: 'ready' });
    server.get(RefreshSchedule).start();
    expect((await ready()).status).toBe(200);
  });

  it('is not good once the clockwork stands still', async () => {
    server.get(RefreshSchedule).start();
    await server.get(SchedulerRegistry).getCronJob('refresh').stop();
    const answer = await ready();
    expect(problemIn(answer, 503).code).toBe('schedule-stopped');
    expect(answer.headers['retry-after']).toBe('5');
    expect((await server.call('GET', '/healthz')).status).toBe(200);
  });

  it('is not good where the database is of another version', async () => {
    await server
      .get(Database)
      .transaction((rows) => rows.query('delete from migrations where id = (select max(id) from migrations)'));
    expect(problemIn(await ready(), 503).code).toBe('migrations-pending');
  });

  if (database === 'sqlite') {
    const file = () => server.databaseUrl.slice('sqlite:'.length);

    it('is not good once its file was removed', async () => {
      unlinkSync(file());
      expect(problemIn(await ready(), 503).code).toBe('database-replaced');
    });

    it('is not good once another file stands in the place of its own', async () => {
      writeFileSync(`${file()}.other`, '');
      renameSync(`${file()}.other`, file());
      expect(problemIn(await ready(), 503).code).toBe('database-replaced');
    });
  }
});

describe.each(DATABASES)('the figures on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database);
  });
  afterEach(() => server.close());

  const figures = async () => String((await server.call('GET', '/metrics', { role: 'admin' })).body);
  const valueOf = (text: string, name: string) =>
    Number(new RegExp(`^${name.replaceAll(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

  it('are told to admins', async () => {
    expect((await server.call('GET', '/metrics')).status).toBe(401);
    expect((await server.call('GET', '/metrics', { role: 'editor' })).status).toBe(403);
    const { status, headers } = await server.call('GET', '/metrics', { role: 'admin' });
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
  });

  it('tell what waits and what was done', async () => {
    const editor = await editorAt(server);
    await editor.rumor('Zeiss');
    await server.get(Database).transaction((rows) => rows.query('update rumors set due_at = 1'));
    const text = await figures();
    expect(valueOf(text, 'hearsay_rumors_due')).toBe(1);
    expect(valueOf(text, 'hearsay_events_written')).toBeGreaterThan(1);
    expect(valueOf(text, 'hearsay_database_up')).toBe(1);
    expect(valueOf(text, 'hearsay_database_size_bytes')).toBeGreaterThan(10_000);
    expect(valueOf(text, 'hearsay_write_queue_length')).toBe(0);
    expect(valueOf(text, 'hearsay_refresh_lag_seconds')).toBe(0);
    await server.get(RefreshSchedule).tick();
    server.clock.advance(3_600_000 + 90_000);
    expect(valueOf(await figures(), 'hearsay_refresh_lag_seconds')).toBe(90);
    expect(valueOf(await figures(), 'hearsay_rumors_due')).toBe(0);
  });

  it('count requests by route, and have no label that somebody sent', async () => {
    const marks = ['canarymark', '%63anary', '203.0.113.77'];
    for (const mark of marks) {
      await server.call('GET', `/v1/devices/${mark}?${mark}=1`, {
        headers: { 'user-agent': mark, 'x-forwarded-for': mark },
      });
      await server.call('GET', `/${mark}`);
      await server.call('PATCH', `/v1/companies/${mark}`, { role: 'editor', body: { [mark]: 1 } });
    }
    const text = await figures();
    for (const mark of marks) expect(text).not.toContain(mark);
    expect(text).toMatch(/_count\{method="GET",route="\/v1\/devices\/:device",status="400"\} 3/);
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} 3/);
  });

  it('are told without a key at a door of their own, and nothing else is', async () => {
    const door = await openMetrics(server.get(Metrics), '127.0.0.1:0');
    const { port } = door.address() as { port: number };
    const ask = (path: string) =>
      new Promise<[number | undefined, string]>((resolve) => {
        get({ port, path }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () => resolve([answer.statusCode, text]));
        });
      });
    expect(await ask('/metrics')).toEqual([200, expect.stringContaining('hearsay_database_up 1')]);
    expect((await ask('/v1/keys'))[0]).toBe(404);
    door.close();
  });
});
