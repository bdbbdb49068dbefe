import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { SignIn } from '../src/access/sign-in.service.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Call, type Server } from './support/server.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(DATABASES)('signing in on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.close());

  const mint = (role: 'editor') => server.get(Keys).mint({ name: role, role }, OPERATOR);
  const own = { host: 'hearsay.test', origin: 'http://hearsay.test' };
  const signIn = async (body: object, headers: Record<string, string> = own) =>
    server.call('POST', '/sign-in', { body, headers });
  const cookieOf = (header: unknown): string => String(header).split(';', 1)[0] ?? '';

  it('is by a key, in a cookie that no script reads, and ends by signing out', async () => {
    const { secret } = await mint('editor');
    const signed = await signIn({ key: secret, next: '/devices/x?as_of=2022-06-01' });
    expect([signed.status, signed.headers['location']]).toEqual([303, '/devices/x?as_of=2022-06-01']);
    const set = String(signed.headers['set-cookie']);
    expect(set).toMatch(/^hearsay_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const headers = { ...own, cookie: `theme=dark; ${cookieOf(set)}` };
    expect((await server.call('GET', '/v1/me', { headers })).body.role).toBe('editor');
    expect((await server.call('POST', '/sign-out', { headers })).status).toBe(303);
    expect((await server.call('GET', '/v1/me', { headers })).body.role).toBe('reader');
  });

  it('takes the form of a page as well', async () => {
    const { secret } = await mint('editor');
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = `key=${secret}&next=%2F`;
    const signed = await server.call('POST', '/sign-in', { body: form, headers: { ...own, ...type } });
    expect(signed.status).toBe(303);
  });

  it('refuses a wrong key, and a page of another site', async () => {
    const { secret } = await mint('editor');
    expect(problemIn(await signIn({ key: 'hs_nonsense' }), 401).code).toBe('invalid-key');
    const foreign = { host: 'hearsay.test', origin: 'http://evil.example' };
    expect(problemIn(await signIn({ key: secret }, foreign), 403).code).toBe('foreign-origin');
  });

  it.each([
    ...['https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)'],
    ...['/.//evil.example', '/./\\evil.example', '/..//evil.example', '/%2e//evil.example', '/%2E%2e/\\evil.example'],
    ...['/a/..//evil.example', '/././/evil.example?q', '/\t/evil.example', '/.\n//evil.example', '//@evil.example'],
  ])('leads to no other site: %j', async (next) => {
    const { secret } = await mint('editor');
    const { headers } = await signIn({ key: secret, next });
    expect(headers['location']).toBe('/');
  });

  it.each(['/devices/x//y', '/?next=//evil.example', '/a\\b'])('leads on within our site: %s', async (next) => {
    const { secret } = await mint('editor');
    const { headers } = await signIn({ key: secret, next });
    expect(headers['location']).toBe(next.replace('\\', '/'));
  });

  it('lets only our own pages write', async () => {
    const { secret } = await mint('editor');
    const cookie = cookieOf((await signIn({ key: secret })).headers['set-cookie']);
    const write = (headers: Call['headers']) =>
      server.call('POST', '/v1/companies', { body: { name: 'Orvane' }, headers: { cookie, ...headers } });
    for (const origin of [undefined, 'http://evil.example', 'null']) {
      const headers = { host: 'hearsay.test', ...(origin !== undefined && { origin }) };
      expect(problemIn(await write(headers), 403).code).toBe('foreign-origin');
    }
    expect((await write(own)).status).toBe(201);
  });

  it('ends with the key', async () => {
    const { key, secret } = await mint('editor');
    const cookie = cookieOf((await signIn({ key: secret })).headers['set-cookie']);
    await server.get(Keys).revoke(key.id, OPERATOR);
    expect((await server.call('GET', '/v1/me', { headers: { cookie } })).body.name).toBe('anonymous');
  });

  it('ends by itself after thirty days', async () => {
    const { secret } = await mint('editor');
    const cookie = cookieOf((await signIn({ key: secret })).headers['set-cookie']);
    server.clock.advance(30 * DAY_MS);
    expect((await server.call('GET', '/v1/me', { headers: { cookie } })).body.name).toBe('anonymous');
  });

  it('is by a link that is good once, and for a quarter of an hour', async () => {
    const { key } = await mint('editor');
    const link = await server.get(SignIn).oneTimeLink(key);
    expect((await server.call('HEAD', link)).headers['set-cookie']).toBeUndefined();
    const opened = await server.call('GET', `${link}&next=%2Fdevices%2Fx`);
    expect([opened.status, opened.headers['location']]).toEqual([303, '/devices/x']);
    const cookie = cookieOf(opened.headers['set-cookie']);
    expect((await server.call('GET', '/v1/me', { headers: { cookie } })).body.role).toBe('editor');
    expect(problemIn(await server.call('GET', link), 401).code).toBe('used-link');
    const late = await server.get(SignIn).oneTimeLink(key);
    server.clock.advance(15 * MINUTE_MS);
    expect(problemIn(await server.call('GET', late), 401).code).toBe('used-link');
  });
});
