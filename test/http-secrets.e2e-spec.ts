import { symbols } from 'pino';
import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { ENTITIES } from '../src/entities.js';
import { Database } from '../src/platform/database/database.js';
import { Log } from '../src/platform/log.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Answer, type Call, type Server } from './support/server.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Listens to everything that the program writes to its log from now on. */
function listenTo(server: Server): string[] {
  const lines: string[] = [];
  const { pino } = server.get(Log);
  pino.level = 'trace';
  Object.assign(pino, { [symbols.streamSym]: { write: (line: string) => lines.push(line) } });
  return lines;
}

/** The text of every row of every table. */
async function dump(server: Server): Promise<string> {
  const database = server.get(Database);
  const tables = ENTITIES.map((entity) => database.rows.dataSource.getMetadata(entity).tableName);
  return JSON.stringify(await Promise.all(tables.map((name) => database.read(`select * from ${name}`))));
}

describe.each(DATABASES)('keys on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { settings: { publicRead: false } });
  });
  afterEach(() => server.close());

  /** Ways in which somebody sends a key, rightly or not. */
  const ways = (secret: string): [string, string, Call][] => [
    ['GET', '/v1/me', { headers: { authorization: `Bearer ${secret}` } }],
    ['GET', '/v1/me', { headers: { authorization: secret } }],
    ['GET', '/v1/me', { headers: { authorization: `Basic ${secret}` } }],
    ['GET', '/v1/me', { headers: { authorization: `Bearer ${secret} ${secret}` } }],
    ['GET', '/v1/me', { headers: { 'x-api-key': secret, cookie: `hearsay_session=${secret}` } }],
    ['GET', `/v1/me?key=${secret}`, {}],
    ['GET', `/v1/devices?cursor=${secret}`, { headers: { authorization: `Bearer ${secret}` } }],
    ['GET', `/?key=${secret}`, {}],
    ['GET', `/sign-in/once?token=${secret}`, {}],
    ['POST', '/sign-in', { headers: FORM, body: `key=${secret}` }],
    ['POST', '/sign-in', { headers: FORM, body: `key=${secret}x` }],
    ['POST', '/sign-in', { headers: { ...FORM, origin: 'https://evil.example' }, body: `key=${secret}` }],
    ['POST', '/v1/keys', { body: { secret }, headers: { authorization: `Bearer ${secret}` } }],
    [
      'POST',
      '/v1/keys',
      {
        body: `{"key":"${secret}"`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      },
    ],
    [
      'POST',
      '/v1/companies',
      { body: { name: 'Orvane' }, headers: { authorization: `Bearer ${secret}`, 'idempotency-key': secret } },
    ],
    [
      'POST',
      '/v1/companies',
      { body: { name: 'Orvane' }, headers: { authorization: `Bearer ${secret}`, 'idempotency-key': `"${secret}` } },
    ],
  ];

  it('stand in no answer, no log, no figure and no row, however they are sent', async () => {
    const lines = listenTo(server);
    const { secret } = await server.get(Keys).mint({ name: 'canary', role: 'admin' }, OPERATOR);
    const wrong = `${secret.slice(0, -12)}${'0'.repeat(12)}`;
    const secrets = [secret, wrong].map((each) => each.slice(30, -12));
    const answers: Answer[] = [];
    for (const each of [secret, wrong]) {
      for (const [method, url, call] of ways(each)) answers.push(await server.call(method, url, call));
    }
    const figures = await server.call('GET', '/metrics', { role: 'admin' });
    const told = JSON.stringify(answers.map(({ status, body, headers }) => [status, body, headers]));
    const places = { told, log: lines.join(''), figures: String(figures.body), rows: await dump(server) };
    for (const [place, text] of Object.entries(places)) {
      expect(text.length).toBeGreaterThan(1000);
      for (const each of secrets) expect([place, text.includes(each)]).toEqual([place, false]);
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, 303, 400, 401, 403, 422]));
  });

  it('open nothing that is shut where reading is not public, not even from what was answered to others', async () => {
    const paths = [
      '/v1/devices',
      '/v1/rumors',
      '/v1/meta',
      '/v1/me',
      '/v1/sources',
      '/v1/statements',
      '/v1/refresh-jobs',
    ];
    for (const path of paths) {
      expect((await server.call('GET', path, { role: 'reader' })).status).toBe(200);
      const { headers } = await server.call('GET', path, { role: 'reader' });
      const shut = await server.call('GET', path, { headers: { 'if-none-match': String(headers['etag']) } });
      expect([path, shut.status, shut.headers['www-authenticate']]).toEqual([path, 401, 'Bearer realm="hearsay"']);
    }
  });
});

describe.each(DATABASES)('the address of the pages on %s', (database) => {
  let server: Server;
  afterEach(() => server.close());
  const start = async (publicUrl: string | null) => {
    server = await startServer(database, { settings: { publicUrl } });
  };
  const signIn = async (headers: Record<string, string>) => {
    const { secret } = await server.get(Keys).mint({ name: 'desk', role: 'editor' }, OPERATOR);
    return server.call('POST', '/sign-in', { headers: { ...FORM, ...headers }, body: `key=${secret}` });
  };

  it.each<[string, string | null, Record<string, string>, number, boolean]>([
    ['TLS by the settings', 'https://rumors.example', { origin: 'https://rumors.example' }, 303, true],
    ['TLS by the settings, without an origin', 'https://rumors.example', {}, 303, true],
    ['no TLS by the settings', 'http://rumors.example', { origin: 'http://rumors.example' }, 303, false],
    [
      'another origin than that of the settings',
      'https://rumors.example',
      { origin: 'https://evil.example', host: 'evil.example' },
      403,
      false,
    ],
    ['the host that was asked for', null, { origin: 'http://here.example', host: 'here.example' }, 303, false],
    [
      'the host that was asked for, over TLS',
      null,
      { origin: 'https://here.example', host: 'here.example' },
      303,
      true,
    ],
    [
      'a proxy that nobody trusts',
      null,
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'here.example' },
      303,
      false,
    ],
  ])('makes the cookie secure, or refuses: %s', async (_name, publicUrl, headers, status, isSecure) => {
    await start(publicUrl);
    const answer = await signIn(headers);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.headers['set-cookie'] ?? '').includes('; Secure')).toBe(isSecure);
  });

  it('lets a session write from there alone', async () => {
    await start('https://rumors.example');
    const signed = await signIn({ origin: 'https://rumors.example' });
    const cookie = String(signed.headers['set-cookie']).split(';', 1)[0] ?? '';
    const write = (name: string, headers: Record<string, string>) =>
      server.call('POST', '/v1/companies', { body: { name }, headers: { cookie, ...headers } });
    expect((await write('Orvane', { origin: 'https://rumors.example', host: '127.0.0.1' })).status).toBe(201);
    expect((await write('Halden', { origin: 'http://evil.example', host: 'evil.example' })).status).toBe(403);
    expect((await write('Halden', {})).status).toBe(403);
  });
});
