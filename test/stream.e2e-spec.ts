import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { EventStream } from '../src/events/stream.service.js';
import { Journal } from '../src/events/journal.service.js';
import { LogKeeping } from '../src/events/log-keeping.service.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { ended, startChild } from './support/children.js';
import { DATABASES } from './support/databases.js';
import { Listener } from './support/listener.js';
import { startServer, type Server } from './support/server.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

jest.setTimeout(60_000);

describe.each(DATABASES)('the stream of events on %s', (dialect) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(dialect, { settings: { streamsEach: 500, streams: 500 } });
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(() => server.close());

  const open = (path?: string, fields?: Record<string, string>) => new Listener(server, path, fields).open();
  const announce = (data: object = {}) =>
    server.get(Journal).announce('refresh.started', newId('job', 0), { cause: 'schedule', scope: 'all', ...data });
  /** Tells of several things in one act. */
  const announceAll = (count: number) =>
    server.get(Database).transaction(async () => {
      for (let each = 0; each < count; each += 1) await announce();
    });
  const last = async () =>
    (await server.get(Database).readOne<{ n: number | null }>('select max(sequence) as n from events'))?.n ?? 0;

  it('begins at once, is kept by nobody on the way, and tells of what happens in the one form', async () => {
    const listener = await open();
    await listener.until(({ blocks }) => blocks.length > 0);
    await announce();
    await listener.until(({ events }) => events.length > 0);
    expect(listener.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
      'ratelimit-policy': expect.any(String),
    });
    expect(listener.headers['content-encoding']).toBeUndefined();
    const [{ id, event, data }] = listener.events as [Listener['blocks'][0]];
    expect(data).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^evt_/),
      source: 'https://hearsay.example',
      type: event,
      subject: expect.stringMatching(/^job_/),
      time: '2026-01-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: id,
      data: { cause: 'schedule', scope: 'all' },
    });
    listener.break();
  });

  it('loses nothing and repeats nothing for whoever is cut off and comes back', async () => {
    const from = await last();
    const listeners = await Promise.all(Array.from({ length: 20 }, () => open(`/v1/stream?last_event_id=${from}`)));
    let isOver = false;
    const unrest = listeners.map(async (listener, place) => {
      for (let cut = 0; !isOver; cut += 1) {
        await pause(40 + ((place * 13 + cut * 29) % 150));
        listener.break();
        await pause((place * 5 + cut * 3) % 20);
        await listener.open();
      }
    });
    const told = ended(startChild('telling-child.ts', server.databaseUrl, '60'));
    for (let act = 0; act < 80; act += 1) {
      await announceAll(1 + (act % 4));
      await pause(4);
    }
    await told;
    isOver = true;
    await Promise.all(unrest);
    const end = await last();
    for (const listener of listeners) await listener.until(({ place }) => (place ?? 0) >= end);
    const expected = Array.from({ length: end - from }, (_, index) => from + index + 1);
    expect(expected.length).toBeGreaterThanOrEqual(260);
    for (const listener of listeners) expect(listener.events.map(({ id }) => id)).toEqual(expected);
    for (const listener of listeners) listener.break();
  });

  it('tells of what another process writes', async () => {
    const listener = await open();
    await listener.until(({ blocks }) => blocks.length > 0);
    await ended(startChild('telling-child.ts', server.databaseUrl, '3'));
    await listener.until(({ events }) => events.length === 3);
    listener.break();
  });

  it('says when it cannot go on from there, and only then', async () => {
    await announceAll(10);
    const end = await last();
    await server.get(LogKeeping).forget(end - 5, 100_000);
    const [kept, lost, other] = await Promise.all(
      [end - 5, end - 6, end + 1000].map((place) => open('/v1/stream', { 'Last-Event-ID': String(place) })),
    );
    await kept!.until(({ events }) => events.length === 5);
    expect(kept!.blocks.some(({ event }) => event === 'stream.reset')).toBe(false);
    for (const [listener, reason] of [
      [lost!, 'forgotten'],
      [other!, 'unknown'],
    ] as const) {
      await listener.until(({ blocks }) => blocks.length > 1);
      const [, reset] = listener.blocks;
      expect(reset).toMatchObject({
        id: end,
        event: 'stream.reset',
        data: { type: 'stream.reset', specversion: '1.0', data: { reason, resumes_after: end } },
      });
    }
    await announce();
    for (const listener of [lost!, other!]) await listener.until(({ events }) => events.length === 1);
    for (const listener of [kept!, lost!, other!]) listener.break();
  });

  it('hangs up on whoever does not read, and on nobody else', async () => {
    const [stalled, live] = [await open(), await open()];
    await live.until(({ blocks }) => blocks.length > 0);
    stalled.stall();
    const rounds = 120;
    await server.get(Database).transaction(async () => {
      for (let round = 0; round < rounds; round += 1) await announce({ padding: 'x'.repeat(150_000) });
    });
    await live.until(({ events }) => events.length === rounds);
    expect(live.hasEnded).toBe(false);
    const figures = async () => (await server.call('GET', '/metrics', { role: 'admin' })).body as string;
    while (!/^hearsay_stream_dropped_total 1$/m.test(await figures())) await pause(50);
    const body = await figures();
    expect(body).toMatch(/^hearsay_stream_clients 1$/m);
    live.break();
  });

  it('gives a sign of life with the place in the log, and hangs up where a key is good no more', async () => {
    const keys = server.get(Keys);
    const { key, secret } = await keys.mint({ name: 'soon gone', role: 'reader' }, OPERATOR);
    const [keyed, anonymous] = [
      await open('/v1/stream', { Authorization: `Bearer ${secret}` }),
      await open('/v1/stream?types=rumor.created'),
    ];
    await announce();
    await keyed.until(({ events }) => events.length > 0);
    await keys.revoke(key.id, OPERATOR);
    await server.get(EventStream).ping();
    await keyed.until(({ hasEnded }) => hasEnded);
    await anonymous.until(({ comments }) => comments.includes(': ping'));
    expect([anonymous.place, anonymous.events]).toEqual([await last(), []]);
    anonymous.break();
  });

  it('gives the seat back of whoever is gone before it begins', async () => {
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    const secret = await server.key('reader');
    for (let each = 0; each < 60; each += 1) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`GET /v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\n\r\n`);
      await pause((each % 12) / 2);
      socket.destroy();
    }
    await pause(500);
    expect((await server.call('GET', '/metrics', { role: 'admin' })).body).toMatch(/^hearsay_stream_clients 0$/m);
  });

  it.each([
    ['/v1/stream?last_event_id=x', {}, 'last_event_id'],
    ['/v1/stream?types=rumor.exploded', {}, 'types'],
    ['/v1/stream?min_delta=2', {}, 'min_delta'],
    ['/v1/stream', { 'Last-Event-ID': 'evt_1' }, undefined],
  ])('refuses what it cannot read: %s %j', async (path, fields, parameter) => {
    const listener = await open(path, fields);
    await listener.until(({ hasEnded }) => hasEnded);
    expect(JSON.parse(listener.refusal)).toMatchObject({
      status: 400,
      code: 'invalid-parameter',
      errors: expect.arrayContaining([
        expect.objectContaining(parameter === undefined ? { header: 'Last-Event-ID' } : { parameter }),
      ]),
    });
  });
});

describe.each(DATABASES)('the seats of the stream on %s', (dialect) => {
  it('are so many for each and so many in all, and every stream ends with the server', async () => {
    const server = await startServer(dialect, { settings: { streamsEach: 2, streams: 3 } });
    await server.app.listen(0, '127.0.0.1');
    const open = (fields?: Record<string, string>) => new Listener(server, '/v1/stream', fields).open();
    const [reader, editor] = [await server.key('reader'), await server.key('editor')];
    const seated = [await open(), await open(), await open({ Authorization: `Bearer ${reader}` })];
    const [third, fourth] = [await open(), await open({ Authorization: `Bearer ${editor}` })];
    for (const refused of [third, fourth]) {
      await refused.until(({ hasEnded }) => hasEnded);
      expect([refused.status, refused.headers['retry-after']]).toEqual([429, '30']);
      expect(JSON.parse(refused.refusal)).toMatchObject({ code: 'too-many-streams' });
    }
    seated[0]!.break();
    const again = new Listener(server);
    while (again.status !== 200) await again.open();
    seated[2]!.stall();
    await server.close();
    for (const listener of [seated[1]!, again]) {
      await listener.until(({ hasEnded }) => hasEnded);
      expect(listener.comments.at(-1)).toBe(': the server ends; come back');
    }
  });
});
