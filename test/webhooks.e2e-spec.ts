import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook as Judge } from 'standardwebhooks';
import { Database } from '../src/platform/database/database.js';
import { Outbound } from '../src/platform/outbound/outbound.service.js';
import { WebhookRounds } from '../src/webhooks/webhook-rounds.service.js';
import { DATABASES } from './support/databases.js';
import { loopback, type Loopback } from './support/loopback.js';
import { problemIn, startServer, type Server } from './support/server.js';

interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const MINUTE = 60_000;

describe.each(DATABASES)('webhooks on %s', (database) => {
  let server: Server;
  let receiver: Loopback;
  const received: Received[] = [];
  /** What each path answers: the next status of its list, then 204. */
  const answers = new Map<string, (number | 'hang' | 'patience')[]>();
  /** Lets go of whoever hangs. */
  const hanging: (() => void)[] = [];
  let now = Date.UTC(2029, 9, 1);

  beforeAll(async () => {
    receiver = await loopback((request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        const headers = request.headers as Record<string, string>;
        received.push({ path, id: headers['webhook-id'] ?? '', headers, body: Buffer.concat(chunks).toString() });
        const status = answers.get(path)?.shift() ?? 204;
        if (status === 'hang') return void hanging.push(() => response.writeHead(204).end());
        if (status === 'patience') return void response.writeHead(429, { 'retry-after': '999999999' }).end();
        response.writeHead(status, status === 429 ? { 'retry-after': '600' } : { location: 'http://127.0.0.1/' });
        response.end();
      });
    });
    const settings = { outboundAllow: [`127.0.0.1:${receiver.port}`], publicUrl: 'https://rumors.example' };
    server = await startServer(database, { clock: '2029-10-01T00:00:00Z', settings });
    await post('/v1/companies', { name: 'Orvane' });
  });
  afterAll(async () => {
    await server.close();
    await receiver.close();
  });
  beforeEach(() => {
    received.length = 0;
    answers.clear();
  });

  const admin = (method: string, url: string, body?: unknown, headers = {}) =>
    server.call(method, url, { role: 'admin', headers, ...(body !== undefined && { body }) });
  const post = (url: string, body: unknown) => admin('POST', url, body);
  const at = (path: string) => `http://127.0.0.1:${receiver.port}${path}`;
  const round = () => server.get(WebhookRounds).round();
  const pass = (ms: number) => server.clock.hold((now += ms));
  /** A device, and the events of its making. */
  const happen = async (name: string) =>
    (await post('/v1/devices', { name, company: 'Orvane', category: 'phone' })).body;
  const register = async (path: string, more = {}) => {
    const { status, body, headers } = await post('/v1/webhooks', { url: at(path), types: ['device.created'], ...more });
    expect([status, body.secret]).toEqual([201, expect.stringMatching(/^whsec_/)]);
    return { ...body, etag: headers['etag'] as string };
  };
  const remove = async (id: string) => {
    const { headers } = await admin('GET', `/v1/webhooks/${id}`);
    expect((await admin('DELETE', `/v1/webhooks/${id}`, undefined, { 'if-match': headers['etag'] })).status).toBe(204);
  };

  it('tell of what happens after they were registered, once, signed, and of nothing else', async () => {
    await happen('Halo 1');
    const { id, secret } = await register('/a');
    const device = await happen('Halo 2');
    await post('/v1/sources', { name: 'The Ledger', kind: 'outlet' });
    await Promise.all([round(), round()]);
    await round();
    expect(received).toHaveLength(1);
    const [{ headers, body }] = received as [Received];
    expect(new Judge(secret).verify(body, { ...headers, ...freshly(headers, secret, body) })).toMatchObject({
      ...{ specversion: '1.0', type: 'device.created', subject: device.id, source: 'https://rumors.example' },
      ...{ data: { name: 'Halo 2' } },
    });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-timestamp': String(now / 1000) });
    const { body: shown } = await admin('GET', `/v1/webhooks/${id}`);
    expect(shown).toMatchObject({
      enabled: true,
      deliveries: { delivered: 1, pending: 0, failed: 0 },
      failure_rate: 0,
    });
    expect(JSON.stringify(shown)).not.toContain('whsec_');
    await remove(id);
  });

  /** The judge refuses what is not of this minute; the clock is held elsewhere, so the signature is compared by itself. */
  const freshly = (headers: Record<string, string>, secret: string, body: string) => {
    const signedAt = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(new Judge(secret).sign(headers['webhook-id'] ?? '', signedAt, body)).toBe(headers['webhook-signature']);
    const timestamp = new Date();
    const signature = new Judge(secret).sign(headers['webhook-id'] ?? '', timestamp, body);
    return { 'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)), 'webhook-signature': signature };
  };

  it('try again on the clock under the same id, in the order of each thing, and nobody waits for a dead one', async () => {
    const [sick, well] = [await register('/sick', { types: [] }), await register('/well', { types: [] })];
    answers.set('/sick', [500, 301, 'hang']);
    const device = await happen('Halo 3');
    await admin('PATCH', `/v1/devices/${device.id}`, { category: 'tablet' });
    await round();
    const seen = (path: string) => received.filter((each) => each.path === path).map(({ id }) => id);
    expect(seen('/well')).toHaveLength(2);
    expect(seen('/sick')).toHaveLength(1);
    pass(4_000);
    await round();
    expect(seen('/sick')).toHaveLength(1);
    pass(2_000);
    await round();
    expect(seen('/sick')).toEqual([seen('/well')[0], seen('/well')[0]]);
    pass(6 * MINUTE);
    answers.set('/sick', []);
    await round();
    expect(seen('/sick').slice(2)).toEqual(seen('/well'));
    const { body } = await admin('GET', `/v1/webhooks/${sick.id}/deliveries?type=device.created`);
    expect(body.data).toMatchObject([{ status: 'delivered', attempts: 3, last_status: 204, last_error: null }]);
    for (const { id } of [sick, well]) await remove(id);
  });

  it('are left alone when they ask for it, and switched off when they are gone or never answer', async () => {
    const [busy, gone, dead] = [await register('/busy'), await register('/gone'), await register('/dead')];
    answers.set('/busy', [429]);
    answers.set('/gone', [410]);
    answers.set('/dead', Array<number>(40).fill(500));
    await happen('Halo 4');
    await round();
    await happen('Halo 5');
    pass(9 * MINUTE);
    await round();
    const count = (path: string) => received.filter((each) => each.path === path).length;
    expect([count('/busy'), count('/gone')]).toEqual([1, 1]);
    pass(2 * MINUTE);
    await round();
    expect(count('/busy')).toBe(3);
    expect((await admin('GET', `/v1/webhooks/${gone.id}`)).body).toMatchObject({
      enabled: false,
      disabled_reason: 'gone',
    });
    for (let turn = 0; turn < 12; turn += 1) {
      pass(27 * 60 * MINUTE);
      await round();
    }
    const { body } = await admin('GET', `/v1/webhooks/${dead.id}`);
    expect(body).toMatchObject({ enabled: false, disabled_reason: 'failing', deliveries: { failed: 1, pending: 1 } });
    answers.set('/dead', []);
    const before = count('/dead');
    const { status } = await admin('PATCH', `/v1/webhooks/${dead.id}`, { enabled: true });
    await round();
    expect([status, count('/dead') - before]).toEqual([200, 1]);
    const { body: page } = await admin('GET', `/v1/webhooks/${dead.id}/deliveries?status=failed`);
    const again = await admin('POST', `/v1/webhooks/${dead.id}/deliveries/${page.data[0].id}/redeliver`);
    await round();
    expect([again.status, count('/dead') - before]).toEqual([202, 2]);
    for (const { id } of [busy, gone, dead]) await remove(id);
  });

  it('are not left alone for longer than a day, whatever they ask for, nor by a clock that was wrong', async () => {
    const { id } = await register('/hermit');
    answers.set('/hermit', ['patience']);
    await happen('Halo 4b');
    await round();
    pass(25 * 60 * MINUTE);
    await round();
    expect(received).toHaveLength(2);
    const present = now;
    pass(60 * 24 * 60 * MINUTE);
    answers.set('/hermit', [429]);
    await happen('Halo 4c');
    await round();
    server.clock.hold((now = present));
    await round();
    expect(received).toHaveLength(4);
    await remove(id);
  });

  it('change their secret without a gap', async () => {
    const { id, secret } = await register('/turn');
    const { body } = await post(`/v1/webhooks/${id}/rotate-secret`, { overlap: 'PT1H' });
    expect(body.secret).not.toBe(secret);
    await happen('Halo 6');
    await round();
    pass(2 * 60 * MINUTE);
    await happen('Halo 7');
    await round();
    const signatures = received.map(({ headers }) => headers['webhook-signature']?.split(' ').length);
    expect(signatures).toEqual([2, 1]);
    expect(problemIn(await post(`/v1/webhooks/${id}/rotate-secret`, { overlap: 'P9D' }), 422).code).toBe(
      'invalid-overlap',
    );
    await remove(id);
  });

  it('are tried out at once, and speak as a chat does', async () => {
    const { id } = await register('/chat', { format: 'slack' });
    expect((await post(`/v1/webhooks/${id}/test`, undefined)).body).toMatchObject({ received: true, status: 204 });
    answers.set('/chat', [503]);
    expect((await post(`/v1/webhooks/${id}/test`, undefined)).body).toMatchObject({ received: false, status: 503 });
    await happen('Halo 8');
    await round();
    expect(JSON.parse(received.at(-1)?.body ?? '')).toEqual({ text: expect.stringContaining('Halo 8') });
    await remove(id);
  });

  it('are tried out under an Idempotency-Key while everybody else writes', async () => {
    const { id } = await register('/slow');
    answers.set('/slow', ['hang']);
    const headers = { 'idempotency-key': 'tried-once' };
    const trial = admin('POST', `/v1/webhooks/${id}/test`, undefined, headers);
    while (hanging.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await happen('Halo 9')).id).toMatch(/^dev_/);
    expect(hanging).toHaveLength(1);
    hanging.pop()?.();
    const answer = await trial;
    expect(answer.body).toMatchObject({ received: true, status: 204 });
    expect((await admin('POST', `/v1/webhooks/${id}/test`, undefined, headers)).body).toEqual(answer.body);
    expect(received).toHaveLength(1);
    expect(problemIn(await post('/v1/webhooks/none/test', undefined), 404).code).toBe('unknown-webhook');
    await remove(id);
  });

  it('hear of a device, of a company or of great moves alone', async () => {
    const other = await happen('Tern 1');
    const { id } = await register('/one', { types: [], filter: { device: other.slug } });
    const maker = await register('/maker', { types: ['device.updated'], filter: { company: 'orvane' } });
    await happen('Tern 2');
    await admin('PATCH', `/v1/devices/${other.id}`, { category: 'tablet' });
    await round();
    expect(received.map(({ path }) => path).toSorted()).toEqual(['/maker', '/one']);
    for (const each of [id, maker.id]) await remove(each);
  });

  it('refuse what leads inside, what nobody knows, and what was changed in between', async () => {
    for (const url of ['http://127.0.0.1:1/', 'http://169.254.169.254/', 'https://10.0.0.1/']) {
      expect([url, problemIn(await post('/v1/webhooks', { url }), 422).code]).toEqual([url, 'blocked-url']);
    }
    const wrong = problemIn(await post('/v1/webhooks', { url: at('/x'), filter: { device: 'nothing' } }), 422);
    expect([wrong.code, wrong.errors[0]?.pointer]).toEqual(['unknown-device', '#/filter/device']);
    problemIn(await post('/v1/webhooks', { url: at('/x'), types: ['device.exploded'] }), 422);
    const { id, etag } = await register('/x');
    await admin('PATCH', `/v1/webhooks/${id}`, { description: 'other' }, { 'if-match': etag });
    problemIn(await admin('PATCH', `/v1/webhooks/${id}`, { description: 'mine' }, { 'if-match': etag }), 412);
    problemIn(await admin('DELETE', `/v1/webhooks/${id}`), 428);
    problemIn(await server.call('GET', '/v1/webhooks', { role: 'editor' }), 403);
    const trail = await server
      .get(Database)
      .read<{ after: string }>(`select after from audit_entries where thing = '${id}'`);
    expect([trail.length, JSON.stringify(trail)]).toEqual([2, expect.not.stringContaining('whsec_')]);
    await remove(id);
  });

  it('are told within their rounds while another one is slow, and wait for nobody who is when the server ends', async () => {
    const [slow, well] = [await register('/slow'), await register('/well')];
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const told = () => received.filter(({ path }) => path === '/well').length;
    answers.set('/slow', ['hang']);
    server.get(WebhookRounds).start();
    await happen('Halo 10');
    await until(() => told() === 1 && hanging.length === 1);
    await happen('Halo 11');
    await until(() => told() === 2);
    expect(received.filter(({ path }) => path === '/slow')).toHaveLength(1);
    await server.get(Outbound).onModuleDestroy();
    await server.get(WebhookRounds).beforeApplicationShutdown();
    const rows = await server
      .get(Database)
      .read(`select attempts, status from deliveries where webhook_id = '${slow.id}' order by sequence`);
    expect(rows).toEqual([0, 1].map(() => ({ attempts: 0, status: 'pending' })));
    for (const { id } of [slow, well]) await remove(id);
  });
});
