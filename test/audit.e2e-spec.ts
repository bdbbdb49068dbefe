import { OPERATOR, type Role } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { routesOf } from '../src/platform/http/routes.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { editorAt } from './support/editor.js';
import { everyWrite } from './support/every-write.js';
import { startServer, type Answer, type Call, type Server } from './support/server.js';

interface Entry {
  readonly id: string;
  readonly actor: { readonly kind: string; readonly key_id: string | null; readonly name: string };
  readonly action: string;
  readonly thing: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

describe.each(DATABASES)('the audit trail on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-10-01T00:00:00Z' });
  });
  afterEach(() => server.close());

  const read = async (query = '') => (await server.call('GET', `/v1/audit${query}`, { role: 'admin' })).body;
  const entries = async (query = ''): Promise<Entry[]> => (await read(query)).data as Entry[];

  it('tells who changed what, how it was and how it is, the latest first', async () => {
    const { key, secret } = await server.get(Keys).mint({ name: 'newsroom', role: 'editor' }, OPERATOR);
    const headers = { authorization: `Bearer ${secret}` };
    const made = await server.call('POST', '/v1/companies', { body: { name: 'Orvane' }, headers });
    await server.call('PATCH', `/v1/companies/${made.body.id}`, { body: { name: 'Orvane Labs' }, headers });
    const [revised, added, ...earlier] = await entries(`?thing=${made.body.id}`);
    expect(earlier).toEqual([]);
    expect(revised).toMatchObject({
      action: 'revise',
      thing: made.body.id,
      actor: { kind: 'key', key_id: key.id, name: 'newsroom' },
      before: { name: 'Orvane' },
      after: { name: 'Orvane Labs' },
    });
    expect(added).toMatchObject({ action: 'add', before: null, after: { name: 'Orvane' } });
    const [minted] = await entries(`?thing=${key.id}`);
    expect(minted).toMatchObject({ action: 'mint', actor: { kind: 'operator', key_id: null }, before: null });
  });

  it('is for admins', async () => {
    for (const role of [undefined, 'reader', 'contributor', 'editor'] as const) {
      const { status } = await server.call('GET', '/v1/audit', role && { role });
      expect(status).toBe(role === undefined ? 401 : 403);
    }
  });

  it('is asked by who, what and when, and paged', async () => {
    const names = ['Orvane', 'Halden', 'Meridian'];
    for (const name of names) {
      await server.call('POST', '/v1/companies', { role: name === 'Halden' ? 'admin' : 'editor', body: { name } });
      server.clock.advance(86_400_000);
    }
    const named = async (query: string) =>
      (await entries(query)).filter(({ action }) => action === 'add').map(({ after }) => after?.['name']);
    expect(await named('?actor=editor')).toEqual(['Meridian', 'Orvane']);
    const byAdmin = await entries('?actor=admin');
    expect(await named(`?actor=${byAdmin[0]?.actor.key_id}`)).toEqual(['Halden']);
    expect(await named('?from=2029-10-02&to=2029-10-02')).toEqual(['Halden']);
    expect(await named('?from=2029-10-02T00:00:00Z')).toEqual(['Meridian', 'Halden']);
    expect(await named('?actor=nobody')).toEqual([]);
    const all = (await entries('?limit=100')).map(({ id }) => id);
    const seen: string[] = [];
    for (let url = '?limit=2'; url !== '';) {
      const { data, page } = await read(url);
      seen.push(...(data as Entry[]).map(({ id }) => id));
      if (seen.length === 2) await server.call('POST', '/v1/companies', { role: 'editor', body: { name: 'Later' } });
      url = page.next_cursor === null ? '' : `?limit=2&cursor=${page.next_cursor}`;
    }
    expect(seen).toEqual(all);
    const wrong = await server.call('GET', '/v1/audit?from=yesterday', { role: 'admin' });
    expect(wrong.body.errors).toMatchObject([{ parameter: 'from' }]);
  });

  it('says what the program did by itself', async () => {
    const editor = await editorAt(server);
    await editor.post('/v1/rumors', { device: editor.device, subject: 'launch.date', value: '2029-10-05' });
    server.clock.advance(90 * 86_400_000);
    await server.get(RefreshSchedule).tick();
    const lapsed = (await entries('?actor=system')).find(({ action }) => action === 'lapse');
    expect(lapsed).toMatchObject({ actor: { kind: 'system', key_id: null }, before: { status: 'open' } });
  });

  it('has an entry for everything that is written over the network', async () => {
    const walked = new Set<string>();
    const step = async (method: string, pattern: string, url: string, call: Call = {}): Promise<Answer['body']> => {
      const count = async () =>
        (await server.get(Database).readOne<{ n: number }>('select count(*) as n from audit_entries'))?.n ?? 0;
      const role: Role = call.role ?? 'admin';
      await server.key(role);
      const before = await count();
      const { status, body } = await server.call(method, url, { role, ...call });
      expect([method, url, status < 300, body]).toEqual([method, url, true, body]);
      expect([method, url, (await count()) > before]).toEqual([method, url, true]);
      walked.add(`${method} ${pattern}`);
      return body;
    };
    await everyWrite(server, step);
    const writes = routesOf(server.app.getHttpAdapter().getInstance())
      .filter(({ method, path }) => path.startsWith('/v1/') && !['GET', 'HEAD', 'OPTIONS'].includes(method))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...walked].sort()).toEqual([...new Set(writes)].sort());
  });
});
