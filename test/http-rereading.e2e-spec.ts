import fc from 'fast-check';
import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Devices } from '../src/devices/devices.service.js';
import { routesOf } from '../src/platform/http/routes.js';
import type { Rumor } from '../src/rumors/rumor.entity.js';
import { believe, openRumors } from './support/beliefs.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Answer, type Call, type Server } from './support/server.js';
import { tellStory, type ToldStory } from './support/told-story.js';

const STRONG = /^"[!#-~]+"$/;
const tagOf = ({ headers }: Answer): string => String(headers['etag']);
/** What differs from answer to answer, and says nothing of what is read. */
const OF_THE_REQUEST = ['date', 'x-request-id', 'ratelimit', 'connection', 'keep-alive'];
const lasting = ({ headers }: Answer) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_REQUEST.includes(name)));

describe.each(DATABASES)('what is read again on %s', (database) => {
  let server: Server;
  let story: ToldStory;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
    story = await tellStory(server, () => Promise.resolve());
    server.clock.advance(90_000);
  });
  afterAll(() => server.close());

  const get = (url: string, headers: Call['headers'] = {}, role?: Call['role']) =>
    server.call('GET', url, { headers, role });
  const change = () => server.get(Devices).touch(deviceId);
  let deviceId = '';
  beforeAll(async () => {
    deviceId = (await get(`/v1/devices/${story.device}`)).body.id;
  });

  /** Every address that can be read, with something that there is in place of its parameters. */
  async function addresses(): Promise<string[]> {
    const named: Record<string, string> = {
      device: story.device,
      rumor: story.partner,
      source: 'ledger',
      company: 'orvane',
    };
    for (const [list, name] of [
      ['reports', 'report'],
      ['evidence', 'evidence'],
      ['statements', 'statement'],
    ] as const) {
      named[name] = (await get(`/v1/${list}`)).body.data[0].id;
    }
    const paths = routesOf(server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/') && path !== '/v1/stream')
      .map(({ path }) => path.replaceAll(/:(\w+)/g, (_all, name: string) => named[name] ?? 'none'));
    return [...new Set(paths)].map((path) => (path === '/v1/search' ? `${path}?q=orvane` : path));
  }

  it('carries a strong tag and an instant, everywhere, and HEAD says the same', async () => {
    let seen = 0;
    for (const url of await addresses()) {
      const [first, head] = [await get(url, {}, 'admin'), await server.call('HEAD', url, { role: 'admin' })];
      if (first.status === 404) continue; // there is none of that kind in the story
      seen += 1;
      expect({ url, status: first.status }).toEqual({ url, status: 200 });
      expect({ url, tag: tagOf(first) }).toEqual({ url, tag: expect.stringMatching(STRONG) });
      expect({ url, ...lasting(head) }).toEqual({ url, ...lasting(first) });
      expect(head.body).toBe('');
      expect(Date.parse(String(first.headers['last-modified']))).toBeLessThanOrEqual(server.clock.now());
      const again = await get(url, { 'if-none-match': tagOf(first) }, 'admin');
      expect({ url, status: again.status, body: again.body }).toEqual({ url, status: 304, body: '' });
      expect([tagOf(again), again.headers['content-type']]).toEqual([tagOf(first), undefined]);
      expect(
        (await server.call('HEAD', url, { role: 'admin', headers: { 'if-none-match': tagOf(first) } })).status,
      ).toBe(304);
    }
    expect(seen).toBeGreaterThan(20);
  });

  it.each(['/v1/devices', '/v1/devices/orvane-one', '/v1/rumors?limit=2', '/v1/rumors/:partner/history'])(
    'is not sent again while it stands, and is once it has changed: %s',
    async (pattern) => {
      const url = pattern.replace(':partner', story.partner);
      const first = await get(url);
      for (const known of [tagOf(first), `W/${tagOf(first)}`, `"other", ${tagOf(first)}`, '*']) {
        expect((await get(url, { 'if-none-match': known })).status).toBe(304);
      }
      expect((await get(url, { 'if-none-match': '"1"' })).status).toBe(200);
      await change();
      const second = await get(url, { 'if-none-match': tagOf(first) });
      expect([second.status, tagOf(second) === tagOf(first)]).toEqual([200, false]);
      expect(second.headers['last-modified']).toBeDefined();
    },
  );

  it('is asked for by an instant only where that tells more than a second apart', async () => {
    await change();
    const early = String((await get('/v1/devices')).headers['last-modified']);
    expect((await get('/v1/devices', { 'if-modified-since': early })).status).toBe(200); // within the second of the change
    server.clock.advance(1000);
    const since = String((await get('/v1/devices')).headers['last-modified']);
    expect((await get('/v1/devices', { 'if-modified-since': since })).status).toBe(304);
    const later = new Date(server.clock.now() + 5000).toUTCString();
    expect((await get('/v1/devices', { 'if-modified-since': later })).status).toBe(200); // nobody has been there yet
    expect((await get('/v1/devices', { 'if-modified-since': 'yesterday' })).status).toBe(200);
    expect((await get('/v1/devices', { 'if-modified-since': since, 'if-none-match': '"other"' })).status).toBe(200);
    await change();
    expect((await get('/v1/devices', { 'if-modified-since': since })).status).toBe(200);
    expect((await get('/v1/meta', { 'if-modified-since': since })).status).toBe(200); // nobody knows when that changed
  });

  it('costs nothing of the quota where nothing is sent', async () => {
    const left = ({ headers }: Answer) => Number(/;r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
    const first = await get('/v1/devices');
    const second = await get('/v1/devices');
    expect(left(second)).toBe(left(first) - 1); // what comes from the memory counts
    expect(left(await get('/v1/devices', { 'if-none-match': tagOf(first) }))).toBe(left(second));
    expect(left(await get('/v1/devices', { 'if-none-match': tagOf(first) }))).toBe(left(second));
    expect(left(await get('/v1/devices'))).toBe(left(second) - 1);
  });

  it('is stored on the way only to be asked for again, and for one reader alone where others may not have it', async () => {
    const open = await get('/v1/devices');
    expect([open.headers['cache-control'], open.headers['vary']]).toEqual(['no-cache', undefined]);
    for (const url of ['/v1/me', '/v1/refresh-jobs', '/v1/keys', '/v1/ingestions']) {
      const { headers } = await get(url, {}, 'admin');
      expect([url, headers['cache-control'], headers['vary']]).toEqual([
        url,
        'private, no-cache',
        'Authorization, Cookie',
      ]);
    }
    expect((await get('/v1/devices/nobody')).headers['cache-control']).toBe('no-store');
  });

  it('is each reader’s own where it says who asks', async () => {
    const tags = new Set<string>();
    for (const role of [undefined, 'reader', 'editor', 'admin'] as const) {
      const answer = await get('/v1/me', {}, role);
      expect(answer.body.role).toBe(role ?? 'reader');
      tags.add(tagOf(answer));
      for (const tag of tags) {
        const { status, body } = await get('/v1/me', { 'if-none-match': tag }, role);
        expect([status, body.role]).toEqual(tag === tagOf(answer) ? [304, undefined] : [200, role ?? 'reader']);
      }
    }
  });

  it('is refused to whoever may not have it, though it was given to others', async () => {
    const { key, secret } = await server.get(Keys).mint({ name: 'passing', role: 'reader' }, OPERATOR);
    const mine = { authorization: `Bearer ${secret}` };
    expect((await get('/v1/devices', mine)).status).toBe(200);
    const { headers } = await get('/v1/devices', mine);
    await server.get(Keys).revoke(key.id, OPERATOR);
    await get('/v1/devices'); // kept again
    const refused = await get('/v1/devices', { ...mine, 'if-none-match': String(headers['etag']) });
    expect(problemIn(refused, 401).code).toBe('revoked-key');
    expect(problemIn(await get('/v1/devices', { authorization: 'Bearer nonsense' }), 401).code).toBe('invalid-key');
    expect((await get('/v1/keys', {}, 'admin')).status).toBe(200);
    expect(problemIn(await get('/v1/keys', {}, 'editor'), 403).code).toBe('role-required');
  });

  it('is what another process has written, at once', async () => {
    const other = await startServer(database, {
      databaseUrl: server.databaseUrl,
      clock: new Date(server.clock.now()).toISOString(),
    });
    const url = `/v1/devices/${story.device}`;
    for (const category of ['phone', 'tablet', 'watch']) {
      const before = await get(url);
      const revised = await other.call('PATCH', url, { role: 'editor', body: { category } });
      expect(revised.status).toBe(200);
      const after = await get(url, { 'if-none-match': tagOf(before) });
      expect([after.status, after.body.category]).toEqual([200, category]);
      expect(tagOf(await other.call('GET', url))).toBe(tagOf(after));
    }
    await other.close();
  });

  it('needs a key where reading is not public, though others have asked', async () => {
    const settings = { publicRead: false };
    const closed = await startServer(database, {
      databaseUrl: server.databaseUrl,
      clock: '2029-09-01T00:00:00Z',
      settings,
    });
    const known = await closed.call('GET', '/v1/devices', { role: 'reader' });
    const again = await closed.call('GET', '/v1/devices', {
      role: 'reader',
      headers: { 'if-none-match': tagOf(known) },
    });
    expect([known.status, known.headers['cache-control'], known.headers['vary']]).toEqual([
      200,
      'private, no-cache',
      'Authorization, Cookie',
    ]);
    expect(again.status).toBe(304);
    const asked = await closed.call('GET', '/v1/devices', { headers: { 'if-none-match': tagOf(known) } });
    expect(problemIn(asked, 401).code).toBe('key-required');
    await closed.close();
  });
});

describe.each(DATABASES)('equal tags on %s', (database) => {
  const READ = [
    '/v1/devices',
    '/v1/devices?sort=-confidence&limit=2',
    '/v1/rumors?sort=-change_7d',
    '/v1/devices/acme-0',
  ];

  it('are equal bytes, whatever happens in between and whoever answers', async () => {
    const server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    const rumors: Rumor[] = await openRumors(server, 0, 4);
    const twin = await startServer(database, { databaseUrl: server.databaseUrl, clock: '2029-05-01T12:00:00Z' });
    const urls = [...READ, `/v1/rumors/${rumors[0]!.id}/history`, '/v1/devices?as_of=2029-05-01', '/v1/meta', '/v1/me'];
    const told = new Map<string, string>();
    const look = async (url: string) => {
      for (const each of [server, twin, server]) {
        const answer = await each.app.inject({ url });
        const [key, text] = [`${url} ${String(answer.headers['etag'])}`, answer.payload];
        expect(answer.statusCode).toBe(200);
        expect([key, told.get(key) ?? text]).toEqual([key, text]);
        told.set(key, text);
      }
    };
    const acts = fc.record({
      what: fc.constantFrom('believe', 'touch', 'wait', 'nothing', 'sign in'),
      who: fc.nat(3),
      probability: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
      ms: fc.nat(3_600_000),
      url: fc.constantFrom(...urls),
    });
    for (const act of fc.sample(acts, { numRuns: 250, seed: 7 })) {
      const rumor = rumors[act.who]!;
      if (act.what === 'believe') await believe(server, rumor, act.probability);
      if (act.what === 'touch') await twin.get(Devices).touch(rumor.deviceId);
      if (act.what === 'sign in') await server.call('GET', '/v1/me', { role: 'reader' });
      if (act.what === 'wait') for (const each of [server, twin]) each.clock.advance(act.ms);
      await look(act.url);
    }
    expect(told.size).toBeGreaterThan(60);
    for (const each of [twin, server]) await each.close();
  });

  it('neither skip nor repeat a row of a list while a thousand rows change', async () => {
    const server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    const rumors = await openRumors(server, 0, 100);
    for (const [place, rumor] of rumors.entries()) await believe(server, rumor, ((place * 37) % 100) / 101 + 0.004);
    server.clock.advance(1000);
    const rows = async (url: string) => (await server.call('GET', url)).body;
    const expected = (await rows('/v1/rumors?sort=-confidence&limit=100')).data.map(({ id }: { id: string }) => id);
    const found: string[] = [];
    let changed = 0;
    for (let cursor: string | null = null; ;) {
      const next = cursor === null ? '' : `&cursor=${cursor}`;
      const { data, page } = await rows(`/v1/rumors?sort=-confidence&limit=5${next}`);
      found.push(...data.map(({ id }: { id: string }) => id));
      cursor = page.next_cursor;
      if (cursor === null) break;
      server.clock.advance(1);
      for (let change = 0; change < 53; change += 1, changed += 1) {
        await believe(server, rumors[(changed * 7) % rumors.length]!, ((changed * 61) % 100) / 101 + 0.004);
      }
    }
    expect(changed).toBeGreaterThanOrEqual(1000);
    expect(found).toEqual(expected);
    await server.close();
  });
});
