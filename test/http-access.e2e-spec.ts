import { OPERATOR, ROLES } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { sayInstant } from '../src/platform/instant.js';
import { DATABASES } from './support/databases.js';
import type { ProgramOptions } from './support/program.js';
import { problemIn, startServer, type Server } from './support/server.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(DATABASES)('access on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.close());

  const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });
  const mint = (role: (typeof ROLES)[number], lastsMs?: number, at = server) => {
    const expires_at = lastsMs === undefined ? undefined : sayInstant(at.clock.now() + lastsMs);
    return at.get(Keys).mint({ name: role, role, expires_at }, OPERATOR);
  };
  const alone = async (act: (fresh: Server) => Promise<void>, options: ProgramOptions = {}) => {
    const fresh = await startServer(database, options);
    await act(fresh);
    await fresh.close();
  };

  it.each<[string, string, string, readonly number[]]>([
    ['reading', 'GET', '/v1/devices', [200, 200, 200, 200, 200]],
    ['the own list of articles', 'GET', '/v1/ingestions', [401, 403, 200, 200, 200]],
    ['adding a company', 'POST', '/v1/companies', [401, 403, 403, 201, 201]],
    ['the list of keys', 'GET', '/v1/keys', [401, 403, 403, 403, 200]],
  ])('opens %s to its roles', async (_name, method, url, expected) => {
    const statuses: number[] = [];
    for (const role of [undefined, ...ROLES]) {
      const body = method === 'POST' ? { name: `Company of ${role}` } : undefined;
      const answer = await server.call(method, url, { role, body });
      statuses.push(answer.status);
      if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      if (answer.status === 403) expect(problemIn(answer, 403).detail).toMatch(/needs the role \w+; \w+ has the role/);
    }
    expect(statuses).toEqual(expected);
  });

  it('asks even readers for a key where reading is not public, but nobody for the health or the contract', () =>
    alone(
      async (closed) => {
        expect(problemIn(await closed.call('GET', '/v1/devices'), 401).code).toBe('key-required');
        expect((await closed.call('GET', '/v1/devices', { role: 'reader' })).status).toBe(200);
        for (const path of ['/healthz', '/readyz', '/v1/openapi.json']) {
          expect((await closed.call('GET', path)).status).toBe(200);
        }
      },
      { settings: { publicRead: false } },
    ));

  it.each<[string, (secret: string) => string, string]>([
    ['a mistyped key', (secret) => `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`, 'invalid-key'],
    ['a key with another secret', (secret) => secret.replace(/_[0-9a-f]{72}$/, `_${'0'.repeat(72)}`), 'invalid-key'],
    ['something else', () => 'hs_nonsense', 'invalid-key'],
    ['a key with a blank in it', (secret) => `${secret} x`, 'invalid-key'],
  ])('answers 401 to %s, even where everybody may read', async (_name, change, code) => {
    const { secret } = await mint('admin');
    expect(problemIn(await server.call('GET', '/v1/me', bearer(change(secret))), 401).code).toBe(code);
  });

  it('takes no key from the query', async () => {
    const { secret } = await mint('admin');
    expect(problemIn(await server.call('GET', `/v1/keys?key=${secret}`), 401).code).toBe('key-required');
  });

  it('ends a key when it is revoked, and when its time is over', async () => {
    const short = await mint('reader', DAY_MS);
    const long = await mint('reader');
    expect((await server.call('GET', '/v1/me', bearer(short.secret))).body.role).toBe('reader');
    expect((await server.call('DELETE', `/v1/keys/${long.key.id}`, { role: 'admin' })).status).toBe(204);
    expect((await server.call('DELETE', `/v1/keys/${long.key.id}`, { role: 'admin' })).status).toBe(204);
    expect(problemIn(await server.call('GET', '/v1/me', bearer(long.secret)), 401).code).toBe('revoked-key');
    server.clock.advance(DAY_MS);
    expect(problemIn(await server.call('GET', '/v1/me', bearer(short.secret)), 401).code).toBe('expired-key');
  });

  it('shows the secret of a minted key this once, and keeps none', async () => {
    const body = { name: 'newsroom', role: 'editor' };
    const minted = await server.call('POST', '/v1/keys', { role: 'admin', body });
    expect(minted.headers['location']).toBe(`/v1/keys/${minted.body.id}`);
    expect((await server.call('GET', '/v1/me', bearer(minted.body.secret))).body.name).toBe('newsroom');
    const shown = await server.call('GET', String(minted.headers['location']), { role: 'admin' });
    expect(shown.body).toMatchObject({ id: minted.body.id, ...body });
    expect(Object.keys(shown.body)).not.toContain('secret');
    const unknown = await server.call('GET', '/v1/keys/key_01KA8Z6Y3M7V2QH4T9XBDN5CWE', { role: 'admin' });
    expect(problemIn(unknown, 404).code).toBe('unknown-key');
    const listed = await server.call('GET', '/v1/keys', { role: 'admin' });
    expect(JSON.stringify(listed.body)).not.toContain('secret');
    const rows = await server.get(Database).read<{ secret_hash: string }>('select * from keys');
    expect(JSON.stringify(rows)).not.toContain(minted.body.secret.slice(30));
  });

  it('notes when a key was used, once a minute at most', async () => {
    const { key, secret } = await mint('reader');
    const lastUse = async () => {
      await server.call('GET', '/v1/me', bearer(secret));
      const keys = (await server.get(Keys).list()).filter(({ id }) => id === key.id);
      return keys[0]?.lastUsedAt;
    };
    const first = await lastUse();
    expect(first).toBe(server.clock.now());
    server.clock.advance(MINUTE_MS - 1);
    expect(await lastUse()).toBe(first);
    server.clock.advance(1);
    expect(await lastUse()).toBe(server.clock.now());
  });

  it('makes the key of an admin at the first start, and none at a later one', () =>
    alone(async (fresh) => {
      const first = await fresh.get(Keys).mintFirst();
      expect(first?.key.role).toBe('admin');
      expect((await fresh.call('GET', '/v1/keys', bearer(first?.secret ?? ''))).status).toBe(200);
      await alone(
        async (again) => {
          expect(await again.get(Keys).mintFirst()).toBeNull();
        },
        { databaseUrl: fresh.databaseUrl },
      );
    }));

  it('keeps the last key of an admin, until there is another one that lasts', () =>
    alone(async (fresh) => {
      const { key, secret } = await mint('admin', undefined, fresh);
      const revoke = () => fresh.call('DELETE', `/v1/keys/${key.id}`, bearer(secret));
      expect(problemIn(await revoke(), 409).code).toBe('last-admin');
      await mint('admin', DAY_MS, fresh);
      fresh.clock.advance(DAY_MS);
      expect(problemIn(await revoke(), 409).code).toBe('last-admin');
      await mint('admin', undefined, fresh);
      expect((await revoke()).status).toBe(204);
    }));
});
