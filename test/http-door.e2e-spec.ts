import { request, type IncomingHttpHeaders } from 'node:http';
import { Devices } from '../src/devices/devices.service.js';
import { KeptAnswers } from '../src/platform/http/kept-answers.js';
import { routesOf } from '../src/platform/http/routes.js';
import { Metrics } from '../src/platform/metrics.service.js';
import type { Settings } from '../src/platform/settings.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';
import { tellStory, type ToldStory } from './support/told-story.js';

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A form that everything is given in, spelled so that the door leaves it to the long way. */
const LONG_WAY = { accept: 'application/json, */*;q=0.1' };
/** What differs from answer to answer, and says nothing of what is read. */
const OF_THE_REQUEST = ['date', 'x-request-id', 'ratelimit'];
const lasting = ({ status, headers, body }: Told) => ({
  status,
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_REQUEST.includes(name))),
});
const left = ({ headers }: Told) => Number(/;r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);

describe.each(DATABASES)('what is answered at the door on %s', (database) => {
  const servers: Server[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  /** A server that listens, and asks itself over a connection, as only that comes to the door. */
  async function listening(settings: Partial<Settings> = {}, databaseUrl?: string) {
    const server = await startServer(database, { clock: '2029-05-22T12:00:00Z', settings, databaseUrl });
    servers.push(server);
    await server.app.listen(0, '127.0.0.1');
    const { port } = new URL(await server.app.getUrl());
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<Told>((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part: string) => (body += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        });
        asked.on('error', reject).end();
      });
    const isKept = (path: string) => server.get(KeptAnswers).hasFinished(path);
    return { server, ask, isKept };
  }

  let story: ToldStory;
  let here: Awaited<ReturnType<typeof listening>>;
  beforeAll(async () => {
    here = await listening({ anonymousRequestsPerMinute: 100_000 });
    story = await tellStory(here.server, () => Promise.resolve());
    here.server.clock.advance(90_000);
  });

  it('is to the last header what the long way answers, also that nothing has changed', async () => {
    const named: Record<string, string> = { device: story.device, rumor: story.partner, company: 'orvane' };
    const paths = routesOf(here.server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/') && path !== '/v1/stream')
      .map(({ path }) => path.replaceAll(/:(\w+)/g, (_all, name: string) => named[name] ?? 'none'));
    let atDoor = 0;
    for (const path of [...new Set(paths), '/v1/devices?limit=1', '/v1/search?q=orvane', '/feeds/rumors.atom']) {
      for (let times = 0; times < 2; times += 1) await here.ask(path);
      const [plain, long] = [await here.ask(path), await here.ask(path, LONG_WAY)];
      expect({ path, status: plain.status }).toEqual({ path, status: long.status });
      if (plain.status !== 200) continue;
      expect({ path, ...lasting(plain) }).toEqual({ path, ...lasting(long) });
      expect(plain.headers['x-request-id']).toMatch(/^req_[\da-f-]{36}$/);
      if (!here.isKept(path)) continue;
      atDoor += 1;
      const known = { 'if-none-match': String(plain.headers.etag) };
      const [unchanged, same] = [await here.ask(path, known), await here.ask(path, { ...known, ...LONG_WAY })];
      expect({ path, status: unchanged.status, body: unchanged.body }).toEqual({ path, status: 304, body: '' });
      expect({ path, ...lasting(unchanged) }).toEqual({ path, ...lasting(same) });
      expect((await here.ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
    expect(atDoor).toBeGreaterThan(15);
  });

  it('is told by the short way, from the first time on, as the long way tells it', async () => {
    const named: Record<string, string> = { device: story.device, rumor: story.partner, company: 'orvane' };
    const routes = routesOf(here.server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/') && path !== '/v1/stream')
      .map(({ path }) => path.replaceAll(/:(\w+)/g, (_all, name: string) => named[name] ?? 'none'));
    const spelt = [
      '/v1/devices?limit=1',
      '/v1/devices?q=air+x&limit=%32',
      '/v1/devices?sort=-confidence&as_of=2029-05-20',
    ];
    const odd = ['/v1/%64evices', '/v1/devices/', '/v1/devices?', '/v1/devices?limit=1&limit=2', '/v1/devices?limit=%'];
    const wrong = [
      '/v1/devices?limit=0',
      '/v1/devices?colour=red',
      '/v1/devices/nobody',
      '/v1/rumors/x',
      '/v1/devices?q=%00',
    ];
    const twin = await listening({ anonymousRequestsPerMinute: 100_000 }, here.server.databaseUrl);
    twin.server.clock.hold(here.server.clock.now() + 60_000);
    for (const path of routes) await here.ask(path);
    await here.server
      .get(Devices)
      .touch((JSON.parse((await here.ask(`/v1/devices/${story.device}`)).body) as { id: string }).id);
    here.server.clock.hold(twin.server.clock.now());
    let short = 0;
    for (const path of [...new Set(routes), ...spelt, ...odd, ...wrong]) {
      const [told, long] = [await here.ask(path), await twin.ask(path, LONG_WAY)];
      if (told.headers['last-modified'] !== undefined || told.status >= 400) {
        const bare = ({ body, ...rest }: ReturnType<typeof lasting>) => ({
          ...rest,
          body: body.replaceAll(/req_[\da-f-]{36}/g, ''),
        });
        expect({ path, ...bare(lasting(told)) }).toEqual({ path, ...bare(lasting(long)) });
      }
      short += here.isKept(path) ? 1 : 0; // the long way leaves the first answer unfinished
    }
    expect(short).toBeGreaterThan(15);
  });

  it('leaves what is asked for in any other way to the long way', async () => {
    const path = '/v1/devices?limit=2';
    for (let times = 0; times < 3; times += 1) await here.ask(path);
    expect(here.isKept(path)).toBe(true);
    const wrong = { authorization: `Bearer hs_${'0'.repeat(26)}_${'0'.repeat(72)}` };
    expect((await here.ask(path, wrong)).status).toBe(401);
    expect((await here.ask(path, { accept: 'text/html' })).status).toBe(406);
    expect((await here.ask(path, {}, 'HEAD')).body).toBe('');
    expect((await here.ask(path, {}, 'DELETE')).status).toBe(405);
    const since = String((await here.ask(path)).headers['last-modified']);
    expect((await here.ask(path, { 'if-modified-since': since })).status).toBe(304);
    expect((await here.ask(`${path}&limit=2`)).status).toBe(400);
  });

  it('is gone as soon as another process has changed anything', async () => {
    const path = `/v1/devices/${story.device}`;
    const tags = [];
    const twin = await listening({}, here.server.databaseUrl);
    const { id } = JSON.parse((await here.ask(path)).body) as { id: string };
    for (let times = 0; times < 5; times += 1) {
      for (let asked = 0; asked < 3; asked += 1) await here.ask(path);
      const before = await here.ask(path);
      tags.push(before.headers.etag);
      await twin.server.get(Devices).touch(id);
      const after = await here.ask(path, { 'if-none-match': String(before.headers.etag) });
      expect([after.status, after.headers.etag === before.headers.etag]).toEqual([200, false]);
      expect(lasting(after)).toEqual(lasting(await here.ask(path, LONG_WAY)));
      here.server.clock.advance(2000); // from the second after a change on it says what stays
    }
    expect(new Set(tags).size).toBe(5);
  });

  it('counts, and is refused with what to do about it', async () => {
    const few = await listening({ anonymousRequestsPerMinute: 6 }, here.server.databaseUrl);
    few.server.clock.hold(here.server.clock.now() + 60_000);
    const path = '/v1/devices?limit=3';
    const answers: Told[] = [];
    for (let times = 0; times < 4; times += 1) answers.push(await few.ask(path));
    expect(few.isKept(path)).toBe(true);
    const unchanged = await few.ask(path, { 'if-none-match': String(answers[3]?.headers.etag) });
    expect([unchanged.status, left(unchanged)]).toEqual([304, 2]); // which costs nothing
    for (let times = 0; times < 3; times += 1) answers.push(await few.ask(path));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(answers.map(left)).toEqual([5, 4, 3, 2, 1, 0, 0]);
    expect(JSON.parse(answers[6]?.body ?? '')).toMatchObject({ code: 'quota-exceeded', status: 429 });
    expect(answers[6]?.headers['retry-after']).toBeDefined();
    expect(await few.server.get(Metrics).tell()).toContain('_count{method="GET",route="/v1/devices",status="200"} 6');
  });

  it('is shut where reading needs a key', async () => {
    const closed = await listening({ publicRead: false }, here.server.databaseUrl);
    const key = { authorization: `Bearer ${await closed.server.key('reader')}` };
    for (let times = 0; times < 3; times += 1) {
      expect((await closed.ask('/v1/devices', key)).status).toBe(200);
      expect((await closed.ask('/v1/devices')).status).toBe(401);
    }
    expect(closed.isKept('/v1/devices')).toBe(false);
  });
});
