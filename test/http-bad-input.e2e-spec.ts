import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

const JSON_BODY = { 'content-type': 'application/json' };
const company = (change: object) => ({ name: 'Orvane', aliases: [], ...change });

describe.each(DATABASES)('bad input on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.close());

  it.each<[string, unknown, string, string]>([
    ['an array for a scalar', company({ name: ['Orvane', 'admin'] }), '#/name', 'is-string'],
    ['an object for a scalar', company({ name: { a: 1 } }), '#/name', 'is-string'],
    ['null for a scalar', company({ name: null }), '#/name', 'is-string'],
    ['a number for a text', company({ name: 5 }), '#/name', 'is-string'],
    ['a scalar for a list', company({ aliases: 'Orv' }), '#/aliases', 'is-array'],
    ['a list of what it is not', company({ aliases: [{ a: 1 }] }), '#/aliases', 'is-string'],
    ['an unknown member', company({ role: 'admin' }), '#/role', 'unknown-member'],
    ['an unknown member with a slash', company({ 'a/b': 1 }), '#/a~1b', 'unknown-member'],
    ['a member with a name that every object knows', company({ toString: 1 }), '#/toString', 'unknown-member'],
    ['a missing member', {}, '#/name', 'missing'],
    ['a host that is none', company({ domains: ['orvane.example', 'not a host'] }), '#/domains', 'is-host'],
    ['an address for a host', company({ domains: ['https://orvane.example/'] }), '#/domains', 'is-host'],
    ['a text that is too long', company({ name: 'x'.repeat(201) }), '#/name', 'is-length'],
    ['a list as the body', [company({})], '#', 'is-object'],
    ['a text as the body', '"Orvane"', '#', 'is-object'],
    ['nothing as the body', '', '#/name', 'missing'],
  ])('answers 422 and a pointer to %s', async (_name, body, pointer, code) => {
    const answer = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: JSON_BODY });
    const problem = problemIn(answer, 422);
    expect(problem.code).toBe('invalid-input');
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('says once of each missing member that it is needed', async () => {
    const problem = problemIn(await server.call('POST', '/v1/devices', { role: 'editor', body: {} }), 422);
    expect(problem.detail).toBe('name is needed; company is needed');
    const query = problemIn(await server.call('GET', '/v1/search'), 400);
    expect(query.errors).toEqual([{ parameter: 'q', code: 'missing', detail: 'q is needed' }]);
  });

  it('makes no company of the id of one that is not there', async () => {
    const body = { name: 'Nine', company: 'co_01KA8Z6Y3M7V2QH4T9XBDN5CWE' };
    const answer = await server.call('POST', '/v1/devices', { role: 'editor', body });
    expect(problemIn(answer, 422)).toMatchObject({ code: 'unknown-company', errors: [{ pointer: '#/company' }] });
    expect((await server.call('GET', '/v1/devices?q=Nine')).body.data).toEqual([]);
  });

  it('names the report that has the address of an article already', async () => {
    const write = async (path: string, body: object) =>
      (await server.call('POST', path, { role: 'editor', body })).body as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
    const url = 'https://gazette.example/kestrel-nine';
    await write('/v1/devices', { name: 'Kestrel Nine', company: 'Kestrel' });
    const first = { text: 'The Kestrel Nine will weigh 190 grams and launch in July 2022.', url };
    const { id } = await write('/v1/ingestions', first);
    const { report } = await write(`/v1/ingestions/${id}/commit`, {});
    const body = { text: 'The Kestrel Nine will weigh 180 grams and launch in July 2022.', url };
    const problem = problemIn(await server.call('POST', '/v1/ingestions', { role: 'editor', body }), 409);
    expect(problem).toMatchObject({ code: 'changed-report', errors: [{ pointer: '#/url' }] });
    expect(problem.detail).toContain(report.id);
  });

  it.each(['UK', 'XX', 'us', 'ZZ'])('knows no region %s', async (region) => {
    const body = { device: 'orvane-nine', subject: 'weight', value: '180 g', region };
    const written = problemIn(await server.call('POST', '/v1/rumors', { role: 'editor', body }), 422);
    expect(written.errors).toMatchObject([{ pointer: '#/region', code: 'is-region' }]);
    const asked = problemIn(await server.call('GET', `/v1/rumors?region=${region}`), 400);
    expect(asked.errors).toMatchObject([{ parameter: 'region', code: 'is-region' }]);
  });

  it.each(['GB', 'EU', 'GLOBAL', 'TW'])('knows the region %s', async (region) => {
    expect((await server.call('GET', `/v1/rumors?region=${region}`)).status).toBe(200);
  });

  it('keeps hosts as addresses name them', async () => {
    const body = { name: 'Brenn', domains: ['News.Brenn.Example', 'müller.example', 'news.brenn.example'] };
    const { domains } = (await server.call('POST', '/v1/companies', { role: 'editor', body })).body;
    expect(domains).toEqual(['news.brenn.example', 'xn--mller-kva.example']);
    const revised = { domains: ['BRENN.example'] };
    const answer = await server.call('PATCH', '/v1/companies/brenn', { role: 'editor', body: revised });
    expect(answer.body.domains).toEqual(['brenn.example']);
  });

  it('points into nested values', async () => {
    const body = { text: 'x', source: { name: ['a'], kind: 'outlet', vetted: 'yes', extra: 1 } };
    const problem = problemIn(await server.call('POST', '/v1/ingestions', { role: 'editor', body }), 422);
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual(
      expect.arrayContaining(['#/source/extra', '#/source/name', '#/source/vetted']),
    );
  });

  it.each([[[]], [[{ name: 'The Ledger' }]], ['The Ledger']])(
    'takes no list and no text for one object: %j',
    async (source) => {
      const body = { text: 'x', source };
      const problem = problemIn(await server.call('POST', '/v1/ingestions', { role: 'editor', body }), 422);
      expect(problem.errors).toContainEqual(expect.objectContaining({ pointer: '#/source', code: 'is-object' }));
    },
  );

  it.each<[string, string, string]>([
    ['broken JSON', '{"name":', 'malformed-json'],
    ['JSON with a poisoned prototype', '{"name":"Orvane","__proto__":{"role":"admin"}}', 'malformed-json'],
    ['JSON with a poisoned constructor', '{"constructor":{"prototype":{"a":1}}}', 'malformed-json'],
    ['deep JSON', '['.repeat(5000), 'too-deep'],
    ['a member that is there twice', '{"name":"A","name":"B"}', 'duplicate-member'],
    ['deep JSON that is well-formed', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'too-deep'],
  ])('answers 400 to %s', async (_name, body, code) => {
    const answer = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: JSON_BODY });
    expect(problemIn(answer, 400).code).toBe(code);
  });

  it('answers 400 to bytes that are no UTF-8', async () => {
    const headers = { ...JSON_BODY, authorization: `Bearer ${await server.key('editor')}` };
    const payload = Buffer.from('{"name":"Orv\xe5ne"}', 'latin1');
    const answer = await server.app.inject({ method: 'POST', url: '/v1/companies', headers, payload });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'not-text']);
  });

  it('points at the member that is there twice', async () => {
    const body = '{"name":"Orvane","aliases":[],"\\u006eame":"Brenn"}';
    const answer = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: JSON_BODY });
    expect(problemIn(answer, 400).errors).toMatchObject([{ pointer: '#/name', code: 'duplicate-member' }]);
  });

  it('reads JSON that is 32 levels deep, and brackets in texts', async () => {
    const nested = `${'{"a":'.repeat(31)}"${'['.repeat(100)}"${'}'.repeat(31)}`;
    const body = `{"name":${nested}}`;
    const answer = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: JSON_BODY });
    expect(problemIn(answer, 422).errors[0]?.pointer).toBe('#/name');
  });

  it.each<[string, string, string]>([
    ['an unknown parameter', 'speed=5', 'speed'],
    ['a parameter that is given twice', 'limit=5&limit=6', 'limit'],
    ['an object for a parameter', 'limit[a]=5', 'limit[a]'],
    ['no number', 'limit=many', 'limit'],
    ['an empty number', 'limit=', 'limit'],
    ['a number in hexadecimal', 'limit=0x10', 'limit'],
    ['a number with an exponent', 'limit=1e1', 'limit'],
    ['a number that is too great', 'limit=101', 'limit'],
    ['a number that is too small', 'limit=0', 'limit'],
    ['a word that is none of the set', 'status=lost', 'status'],
    ['a name that no object may have', '__proto__=1', '__proto__'],
    ['another such name', 'constructor=1', 'constructor'],
  ])('answers 400 to %s in the query', async (_name, query, parameter) => {
    const answer = await server.call('GET', `/v1/ingestions?${query}`, { role: 'editor' });
    expect(problemIn(answer, 400).errors.map((error) => error.parameter)).toContain(parameter);
  });

  it.each<[string, string]>([
    ['no cursor at all', 'nonsense'],
    ['a cursor with another signature', `${Buffer.from('["x",0,[]]').toString('base64url')}.AAAAAAAAAAAAAAAAAAAAAA`],
  ])('answers 400 to %s', async (_name, cursor) => {
    const answer = await server.call('GET', `/v1/ingestions?cursor=${cursor}`, { role: 'editor' });
    expect(problemIn(answer, 400)).toMatchObject({ code: 'invalid-cursor', errors: [{ parameter: 'cursor' }] });
  });

  it.each<[string, string, string]>([
    ['a form', 'application/x-www-form-urlencoded', 'name=Orvane'],
    ['plain text', 'text/plain', 'Orvane'],
    ['XML', 'application/xml', '<name/>'],
    ['a type with a tab in it', 'application/json\ta', '{}'],
  ])('answers 415 to %s', async (_name, type, body) => {
    const answer = await server.call('POST', '/v1/companies', {
      role: 'editor',
      body,
      headers: { 'content-type': type },
    });
    expect(problemIn(answer, 415).code).toBe('unsupported-media-type');
  });

  it('answers 413 to a body of more than 256 KiB, and to a text of more than 200 kB', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(256 * 1024) });
    const large = await server.call('POST', '/v1/companies', { role: 'editor', body, headers: JSON_BODY });
    expect(problemIn(large, 413).code).toBe('too-large');
    const text = await server.call('POST', '/v1/ingestions', {
      role: 'editor',
      body: { text: 'word '.repeat(41_000) },
    });
    expect(problemIn(text, 413).code).toBe('text-too-large');
  });

  it('answers 404 to unknown addresses, and 405 with the methods that a known one has', async () => {
    expect(problemIn(await server.call('GET', '/v1/nothing'), 404).code).toBe('unknown-path');
    expect(problemIn(await server.call('GET', '/v1/companies/'), 404).code).toBe('unknown-path');
    const wrong = await server.call('PUT', '/v1/keys/key_01KDVDNA00ZYV725XJZ60TY7CG');
    expect(problemIn(wrong, 405).code).toBe('method-not-allowed');
    expect(wrong.headers['allow']).toBe('DELETE, GET, HEAD');
    expect((await server.call('OPTIONS', '/v1/keys')).headers['allow']).toBe('GET, HEAD, POST');
  });

  it.each([
    '/v1/devices/Foo%20Bar',
    '/v1/devices/dev_1',
    '/v1/devices/%00',
    '/v1/companies/a/../../etc',
    '/v1/me/..;/keys',
  ])('finds nothing at %s', async (path) => {
    expect([400, 404]).toContain((await server.call('PATCH', path, { role: 'admin', body: {} })).status);
  });

  it('answers 406 where JSON is not wanted, and takes every form of wanting it', async () => {
    const me = (accept: string) => server.call('GET', '/v1/me', { headers: { accept } });
    expect(problemIn(await me('text/csv'), 406).code).toBe('not-acceptable');
    expect(problemIn(await me('application/json;q=0'), 406).code).toBe('not-acceptable');
    for (const accept of ['*/*', 'application/*', 'text/html, application/json;q=0.5']) {
      expect((await me(accept)).status).toBe(200);
    }
  });

  it('answers HEAD as GET, without a body', async () => {
    const head = await server.call('HEAD', '/v1/me');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('puts its headers on every answer', async () => {
    for (const path of ['/v1/me', '/nothing', '/v1/keys', '/healthz']) {
      const { headers } = await server.call('GET', path);
      expect(headers).toMatchObject({
        'x-request-id': expect.stringMatching(/^req_/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  it('builds nothing from the headers of a request', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '10.0.0.1' };
    const { body } = await server.call('GET', '/nothing', { headers });
    expect(JSON.stringify(body)).not.toContain('evil');
  });

  it('has changed no prototype in all this', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
