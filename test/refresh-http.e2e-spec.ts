import { Database } from '../src/platform/database/database.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { publish, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';

const STORY: Told = { source: 'Ledger', on: '2022-05-23', subject: 'partner', value: 'Leica' };

const DAY = 86_400_000;

describe.each(DATABASES)('refresh jobs over the network on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2022-05-23T12:00:00Z' });
  });
  afterEach(() => server.close());

  /** The job once it has ended; looked at as a client would. */
  const ended = async (href: string) => {
    for (;;) {
      const { body } = await server.call('GET', href, { role: 'editor' });
      if (body.finished_at !== null) return body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('are asked for, and done at once', async () => {
    const { rumor } = await publish(server, STORY);
    const { body: before } = await server.call('GET', `/v1/rumors/${rumor.id}`);
    server.clock.advance(30 * DAY);
    const { status, headers, body } = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: {} });
    expect([status, headers['location']]).toEqual([202, `/v1/refresh-jobs/${body.id}`]);
    expect(body).toMatchObject({ scope: 'all', target: null, cause: 'api' });
    const done = await ended(String(headers['location']));
    expect(done).toMatchObject({ status: 'succeeded', phase: 'finish', errors: [], eta_at: null });
    expect(done.counts).toEqual({ lapsed: 0, sources: 0, weighed: 1, changed: 1, items: 0, proposed: 0 });
    const { body: shown } = await server.call('GET', `/v1/rumors/${rumor.id}`);
    expect(shown.confidence.probability).toBeLessThan(before.confidence.probability);
  });

  it('are refused while one is under way, with its address', async () => {
    const { id } = await server.get(Database).transaction(async (rows) => {
      await server.get(RefreshSchedule).tick();
      const [job] = await rows.find(RefreshJob, { where: { status: 'queued' } });
      await rows.update(RefreshJob, { id: job!.id }, { status: 'running' });
      return job!;
    });
    const { status, body } = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: {} });
    expect([status, body.code]).toEqual([409, 'refresh-running']);
    expect(body.errors).toEqual([{ code: 'refresh-running', detail: `/v1/refresh-jobs/${id}` }]);
  });

  it('are listed with the planned one first, and tell their errors to editors alone', async () => {
    await publish(server, STORY);
    await server.get(RefreshSchedule).tick();
    await server.get(Database).transaction(async (rows) => {
      const errors = [{ about: 'dev_1 partner', code: 'internal', detail: 'a secret of the house' }];
      await rows.update(RefreshJob, { status: 'succeeded' }, { status: 'partial', errors });
    });
    const { body } = await server.call('GET', '/v1/refresh-jobs');
    expect(body.data.map(({ status, due_at }: { status: string; due_at: string }) => [status, due_at])).toEqual([
      ['queued', '2022-05-23T13:00:00.000Z'],
      ['partial', '2022-05-23T12:00:00.000Z'],
    ]);
    expect([body.data[1].errors, body.data[1].requested_by]).toEqual([
      [{ about: null, code: 'internal', detail: null }],
      null,
    ]);
    const { body: inFull } = await server.call('GET', '/v1/refresh-jobs?status=partial', { role: 'editor' });
    expect(inFull.data).toMatchObject([{ requested_by: 'system', errors: [{ detail: 'a secret of the house' }] }]);
  });

  it('are called off', async () => {
    await server.get(RefreshSchedule).tick();
    const { body } = await server.call('GET', '/v1/refresh-jobs?status=queued');
    const cancel = `/v1/refresh-jobs/${body.data[0].id}/cancel`;
    const { status, body: job } = await server.call('POST', cancel, { role: 'editor' });
    expect([status, job.status]).toEqual([202, 'cancelled']);
    expect(await server.call('POST', cancel, { role: 'editor' })).toMatchObject({
      status: 409,
      body: { code: 'job-finished' },
    });
  });

  it.each<[method: string, url: string, call: object, status: number, code: string]>([
    ['POST', '/v1/refresh-jobs', { body: {} }, 401, 'key-required'],
    ['POST', '/v1/refresh-jobs', { role: 'contributor', body: {} }, 403, 'role-required'],
    ['POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: 'sources' } }, 422, 'invalid-input'],
    ['POST', '/v1/refresh-jobs', { role: 'editor', body: { target: ['x'] } }, 422, 'invalid-input'],
    ['POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: 'device' } }, 422, 'missing-target'],
    ['POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: null } }, 422, 'invalid-input'],
    ['GET', '/v1/refresh-jobs/job_01G3PZQK9W8R5X7T2M4N6P8Q0A', {}, 404, 'unknown-job'],
    ['GET', '/v1/refresh-jobs?status=asleep', {}, 400, 'invalid-parameter'],
    ['GET', '/v1/refresh-jobs?cursor=elsewhere', {}, 400, 'invalid-cursor'],
  ])('%s %s %j answers %d %s', async (method, url, call, status, code) => {
    const answer = await server.call(method, url, call);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
