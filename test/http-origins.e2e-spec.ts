import type { Settings } from '../src/platform/settings.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

const ANYBODY = 'https://reader.example';
const KNOWN = 'https://desk.example';

describe.each(DATABASES)('pages of other sites, on %s', (database) => {
  let server: Server;
  const start = async (settings: Partial<Settings> = {}) => {
    server = await startServer(database, { settings: { corsOrigins: [KNOWN], ...settings } });
  };
  afterEach(() => server.close());

  const preflight = (url: string, origin: string, method: string) =>
    server.call('OPTIONS', url, { headers: { origin, 'access-control-request-method': method } });
  const allows = async (url: string, origin: string, method: string) => {
    const { status, headers } = await preflight(url, origin, method);
    const isOrigin = ['*', origin].includes(String(headers['access-control-allow-origin']));
    const methods = String(headers['access-control-allow-methods']).split(', ');
    return status === 204 && isOrigin && methods.includes(method);
  };

  it('read what everybody may read, and see what belongs to an answer', async () => {
    await start();
    for (const url of ['/v1/devices', '/v1/openapi.json', '/v1/nothing']) {
      const { headers } = await server.call('GET', url, { headers: { origin: ANYBODY } });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(String(headers['access-control-expose-headers']).split(', ').sort()).toEqual([
        ...['ETag', 'Idempotency-Replayed', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After'],
        'X-Request-Id',
      ]);
    }
  });

  it('are told on what an answer depends that also depends on its form', async () => {
    await start();
    const body = { name: 'Orvane One', company: 'Orvane' };
    await server.call('POST', '/v1/devices', { role: 'editor', body });
    const { status, headers } = await server.call('GET', '/v1/devices/orvane-one/dossier', {
      headers: { origin: KNOWN },
    });
    expect([status, headers['access-control-allow-origin']]).toEqual([200, KNOWN]);
    expect(String(headers['vary']).split(', ')).toEqual(expect.arrayContaining(['Origin', 'Accept']));
  });

  it('may show that a limit was passed', async () => {
    await start({ anonymousRequestsPerMinute: 1 });
    await server.call('GET', '/v1/meta', { headers: { origin: ANYBODY } });
    const { status, headers } = await server.call('GET', '/v1/meta', { headers: { origin: ANYBODY } });
    expect([status, headers['access-control-allow-origin']]).toEqual([429, '*']);
  });

  it('write only where their origin is named, with a key', async () => {
    await start();
    expect(await allows('/v1/companies', ANYBODY, 'GET')).toBe(true);
    expect(await allows('/v1/companies', ANYBODY, 'POST')).toBe(false);
    expect(await allows('/v1/companies', KNOWN, 'POST')).toBe(true);
    expect(await allows('/v1/keys/key_01KDVDNA00ZYV725XJZ60TY7CG', KNOWN, 'DELETE')).toBe(true);
    const { headers } = await preflight('/v1/companies', KNOWN, 'POST');
    for (const name of ['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key']) {
      expect(headers['access-control-allow-headers']).toContain(name);
    }
    expect(headers['vary']).toContain('Origin');
    const open = await preflight('/v1/companies', ANYBODY, 'GET');
    expect(open.headers['access-control-allow-headers']).not.toMatch(/authorization|cookie/i);
    const body = { name: 'Orvane' };
    const posted = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: { origin: KNOWN } });
    expect([posted.status, posted.headers['access-control-allow-origin']]).toEqual([201, KNOWN]);
    const other = { role: 'editor' as const, body: { name: 'Halden' }, headers: { origin: ANYBODY } };
    expect((await server.call('POST', '/v1/companies', other)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('read nothing where reading is not public, unless their origin is named', async () => {
    await start({ publicRead: false });
    expect(await allows('/v1/devices', ANYBODY, 'GET')).toBe(false);
    expect(await allows('/v1/devices', KNOWN, 'GET')).toBe(true);
    const closed = await server.call('GET', '/v1/devices', { headers: { origin: ANYBODY } });
    expect([closed.status, closed.headers['access-control-allow-origin']]).toEqual([401, undefined]);
  });

  it('do not read pages, and preflights cost nothing', async () => {
    await start({ anonymousRequestsPerMinute: 1 });
    for (const url of ['/', '/sign-in']) {
      const { headers } = await server.call('GET', url, { headers: { origin: ANYBODY } });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
    for (let count = 0; count < 3; count += 1) expect(await allows('/v1/devices', ANYBODY, 'GET')).toBe(true);
    expect((await server.call('GET', '/v1/devices')).status).toBe(200);
  });

  it('are told the contract at the door', async () => {
    await start();
    for (const url of ['/', '/v1']) {
      const { headers } = await server.call('GET', url);
      expect(headers['link']).toBe('</v1/openapi.json>; rel="service-desc"');
    }
  });
});
