import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import type { Settings } from '../src/platform/settings.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Answer, type Server } from './support/server.js';

const FEW: Partial<Settings> = {
  anonymousRequestsPerMinute: 3,
  requestsPerMinute: 5,
  ingestionsPerMinute: 2,
  wrongKeysPerMinute: 2,
};

const spent = ({ status, headers, body }: Answer) => [status, headers['ratelimit'], body['violated-policies']];
const WRONG = { authorization: `Bearer hs_${'0'.repeat(26)}_${'0'.repeat(72)}` };

describe.each(DATABASES)('how often the interface is asked, on %s', (database) => {
  let server: Server;
  const start = async (settings: Partial<Settings> = {}) => {
    server = await startServer(database, { settings: { ...FEW, ...settings } });
  };
  const times = async (count: number, ask: () => Promise<Answer>) => {
    const answers: Answer[] = [];
    for (let number = 0; number < count; number += 1) answers.push(await ask());
    return answers;
  };
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);
  const from = (address: string) => ({ 'x-forwarded-for': address });
  afterEach(() => server.close());

  it('is told on every answer, and limited with what to do about it', async () => {
    await start();
    const answers = await times(4, () => server.call('GET', '/v1/devices'));
    expect(statuses(answers)).toEqual([200, 200, 200, 429]);
    for (const { headers } of answers) expect(headers['ratelimit-policy']).toBe('"default";q=3;w=60');
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(String(headers['ratelimit']))?.[1])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    const [, seconds] = /t=(\d+)$/.exec(String(answers[3]?.headers['ratelimit'])) ?? [];
    expect(answers[3]?.headers['retry-after']).toBe(seconds);
    expect(answers[3]?.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answers[3]?.body).toMatchObject({ code: 'quota-exceeded', 'violated-policies': ['default'], status: 429 });
    server.clock.advance((Number(seconds) - 1) * 1000);
    expect((await server.call('GET', '/v1/devices')).status).toBe(429);
    server.clock.advance(1000);
    expect((await server.call('GET', '/v1/devices')).status).toBe(200);
  });

  it('counts what is not there, what is refused and what another spelling names', async () => {
    await start();
    const asked = ['/v1/nothing', '/v1/devices?x=1', '/%76%31/devices', '/v1/devices'];
    expect(statuses(await Promise.all(asked.map((url) => server.call('GET', url)))).sort()).toEqual([
      200, 400, 404, 429,
    ]);
  });

  it('counts an address that no route can take, which is answered like any other', async () => {
    await start();
    const answers = await times(4, () => server.call('GET', '/v1/%'));
    expect(statuses(answers)).toEqual([400, 400, 400, 429]);
    for (const { headers, body } of answers) {
      expect(headers['ratelimit-policy']).toBe('"default";q=3;w=60');
      expect([headers['x-request-id'], headers['x-content-type-options']]).toEqual([body.request_id, 'nosniff']);
    }
    expect((await server.call('GET', '/%')).headers['ratelimit']).toBeUndefined();
  });

  it('counts what is answered from memory, but nothing that the client has already', async () => {
    await start({ anonymousRequestsPerMinute: 4 });
    const read = (headers = {}) => server.call('GET', '/v1/companies', { headers });
    const left = ({ headers }: Answer) => Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
    const [first, again] = [await read(), await read()];
    expect([left(first), left(again)]).toEqual([3, 2]);
    const known = { 'if-none-match': String(again.headers['etag']) };
    const answers = await times(10, () => read(known));
    expect(statuses(answers)).toEqual(Array(10).fill(304));
    expect(answers.map(left)).toEqual(Array(10).fill(2));
    expect(statuses(await times(3, read))).toEqual([200, 200, 429]);
    expect((await read(known)).status).toBe(429);
  });

  it('does not count pages, assets and the health', async () => {
    await start();
    for (const url of ['/', '/healthz', '/readyz', '/sign-in']) {
      const answers = await times(5, () => server.call('GET', url));
      expect(statuses(answers)).toEqual(Array(5).fill(200));
      expect(answers[0]?.headers['ratelimit']).toBeUndefined();
    }
  });

  it('counts a key for itself, wherever it is used', async () => {
    await start();
    const call = () => server.call('GET', '/v1/me', { role: 'reader' });
    expect(statuses(await times(6, call))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await server.call('GET', '/v1/me', { role: 'editor' })).status).toBe(200);
    expect((await server.call('GET', '/v1/me')).status).toBe(200);
  });

  it('counts somebody who signed in as their key', async () => {
    await start();
    const { key, secret } = await server.get(Keys).mint({ name: 'desk', role: 'editor' }, OPERATOR);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const signed = await server.call('POST', '/sign-in', { headers, body: `key=${secret}` });
    const cookie = String(signed.headers['set-cookie']).split(';', 1)[0] ?? '';
    const byCookie = await times(3, () => server.call('GET', '/v1/me', { headers: { cookie } }));
    expect(byCookie.map(({ body }) => body.key_id)).toEqual(Array(3).fill(key.id));
    const byKey = await times(3, () =>
      server.call('GET', '/v1/me', { headers: { authorization: `Bearer ${secret}` } }),
    );
    expect(statuses(byKey)).toEqual([200, 200, 429]);
  });

  it('limits by themselves the articles that are handed in', async () => {
    await start({ requestsPerMinute: 100 });
    const body = { kind: 'text', text: 'The Meridian Fold will cost $999.', dry_run: true };
    const answers = await times(3, () => server.call('POST', '/v1/ingestions', { role: 'editor', body }));
    expect(answers[0]?.headers['ratelimit-policy']).toBe('"default";q=100;w=60, "ingestion";q=2;w=60');
    expect(statuses(answers).map((status) => status === 429)).toEqual([false, false, true]);
    expect(spent(answers[2]!).at(-1)).toEqual(['ingestion']);
    expect((await server.call('GET', '/v1/me', { role: 'editor' })).status).toBe(200);
  });

  it('looks no key up any more for an address from which wrong ones came', async () => {
    await start({ trustedProxies: ['127.0.0.0/8'] });
    const wrong = () => server.call('GET', '/v1/devices', { headers: { ...WRONG, ...from('203.0.113.9') } });
    const answers = await times(3, wrong);
    expect(statuses(answers)).toEqual([401, 401, 429]);
    expect(answers[0]?.headers['ratelimit-policy']).toBe('"wrong-keys";q=2;w=60');
    expect(spent(answers[2]!).at(-1)).toEqual(['wrong-keys']);
    const good = { role: 'reader' as const, headers: from('203.0.113.9') };
    expect((await server.call('GET', '/v1/me', good)).status).toBe(429);
    expect((await server.call('GET', '/v1/me', { ...good, headers: from('203.0.113.8') })).status).toBe(200);
    expect((await server.call('GET', '/v1/me', { headers: from('203.0.113.9') })).status).toBe(200);
  });

  it('counts wrong keys on the page to sign in at as well', async () => {
    await start();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answers = await times(3, () => server.call('POST', '/sign-in', { headers, body: 'key=hs_nonsense' }));
    expect(statuses(answers)).toEqual([401, 401, 429]);
  });

  it('believes nobody about the address of somebody else, unless it is told to', async () => {
    await start();
    const forged = [1, 2, 3, 4].map((number) =>
      server.call('GET', '/v1/devices', { headers: from(`203.0.113.${number}`) }),
    );
    expect(statuses(await Promise.all(forged)).sort()).toEqual([200, 200, 200, 429]);
  });

  it.each<[string, readonly string[], number]>([
    ['two addresses behind a proxy that is trusted', ['203.0.113.1', '203.0.113.2'], 0],
    ['what somebody pretended before the proxy', ['198.51.100.1, 203.0.113.1', '198.51.100.2, 203.0.113.1'], 1],
    ['one network of IPv6', ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2'], 1],
    ['two networks of IPv6', ['2001:db8:0:1::1', '2001:db8:0:2::1'], 0],
    ['what is no address', ['unknown', 'unknown'], 1],
    ['IPv4 in the clothes of IPv6', ['::ffff:203.0.113.1', '203.0.113.1'], 1],
  ])('tells apart or takes as one: %s', async (_name, [one = '', other = ''], refused) => {
    await start({ trustedProxies: ['127.0.0.1'] });
    const answers = await times(3, () => server.call('GET', '/v1/devices', { headers: from(one) }));
    expect(statuses(answers)).toEqual([200, 200, 200]);
    expect((await server.call('GET', '/v1/devices', { headers: from(other) })).status).toBe(refused ? 429 : 200);
  });

  it('counts parallel requests exactly', async () => {
    await start({ anonymousRequestsPerMinute: 20 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => server.call('GET', '/v1/meta')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });
});
