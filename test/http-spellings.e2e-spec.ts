import { connect, type Socket } from 'node:net';
import { routesOf } from '../src/platform/http/routes.js';
import { problemIn, startServer, type Server } from './support/server.js';

/** Ways to write an address that somebody might take for another one than we do. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path.toUpperCase(),
  (path) => path.replace('v1', 'V1'),
  (path) => `/${path}`,
  (path) => `//${path}`,
  (path) => path.replace('/v1', '/v1/'),
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `${path}/.`,
  (path) => `${path}/..;/`,
  (path) => `${path};`,
  (path) => `${path};x=1`,
  (path) => `${path}.json`,
  (path) => `${path}%20`,
  (path) => `${path}%00`,
  (path) => `${path}%0a`,
  (path) => `${path}%09`,
  (path) => `${path}%23`,
  (path) => `${path}%3f`,
  (path) => `${path}%2f`,
  (path) => `${path}%5c`,
  (path) => `${path}\\`,
  (path) => `${path}?`,
  (path) => `${path}?x`,
  (path) => `${path}#x`,
  (path) => `/.${path}`,
  (path) => `/./${path.slice(1)}`,
  (path) => `/v1/..${path}`,
  (path) => `/v1/devices/..${path}`,
  (path) => `/v1/devices/%2e%2e${path}`,
  (path) => `/v1/devices/..%2f..${path}`,
  (path) => `/healthz/..${path}`,
  (path) => `/healthz;${path}`,
  (path) => path.replace('v', '%76'),
  (path) => path.replace('1', '%31'),
  (path) => path.replace('k', '%6b').replace('a', '%61'),
  (path) => path.replace('k', '%256b').replace('a', '%2561'),
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('/', '\\'),
  (path) => path.replace('/v1', '/%2e/v1'),
  (path) => path.replace('k', 'K').replace('a', 'A'),
  (path) => path.replace('s', 'ſ'),
  (path) => `http://localhost${path}`,
];

describe('every spelling of an address', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = await startServer('sqlite', { settings: { publicRead: false } });
    await server.app.listen(0, '127.0.0.1');
    port = (server.app.getHttpServer().address() as { port: number }).port;
  });
  afterAll(() => server.close());

  /** Sends the bytes as they are, which no client of HTTP would, and reads the status. */
  const raw = (method: string, target: string, headers: readonly string[] = []) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      let text = '';
      const socket: Socket = connect(port, '127.0.0.1', () => {
        socket.write(
          [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'),
        );
      });
      socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
      socket.on('error', reject).on('close', () => resolve({ status: Number(text.split(' ')[1]), text }));
    });

  it.each(['/v1/keys', '/v1/devices', '/v1/me', '/v1/ingestions'])('of %s is shut', async (path) => {
    expect(SPELLINGS.length).toBeGreaterThanOrEqual(40);
    const statuses = await Promise.all(
      SPELLINGS.map(async (spell) => [spell(path), (await raw('GET', spell(path))).status]),
    );
    const odd = statuses.filter(([, status]) => ![400, 401, 404, 405, 414].includes(Number(status)));
    expect(odd).toEqual([]);
  });

  it('opens to a key what it means, and nothing else', async () => {
    const headers = [`Authorization: Bearer ${await server.key('reader')}`];
    for (const spell of SPELLINGS) expect((await raw('GET', spell('/v1/keys'), headers)).status).not.toBe(200);
    expect((await raw('GET', '/%76%31/me', headers)).status).toBe(200);
  });

  it.each([
    'X-HTTP-Method-Override: DELETE',
    'X-HTTP-Method: DELETE',
    'X-Method-Override: DELETE',
    'X-Original-URL: /healthz',
    'X-Rewrite-URL: /healthz',
  ])('stays what it is beside %s', async (header) => {
    const key = `Authorization: Bearer ${await server.key('admin')}`;
    const { text } = await raw('GET', '/v1/keys', [key, header]);
    expect(text).toMatch(/^HTTP\/1.1 200 /);
    expect((await raw('GET', '/v1/keys', [header])).status).toBe(401);
  });

  it.each(['TRACE', 'PROPFIND', 'PURGE', 'FOO'])('takes no %s', async (method) => {
    const { status } = await raw(method, '/v1/me');
    expect([400, 404, 405]).toContain(status);
  });

  it('tells by OPTIONS and by 405 the very methods that the address has', async () => {
    const fastify = server.app.getHttpAdapter().getInstance();
    const paths = [...new Set(routesOf(fastify).map(({ path }) => path))].filter((path) => path.startsWith('/v1/'));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const known = routesOf(fastify).filter((route) => route.path === path);
      const methods = [...new Set(known.map(({ method }) => method))].sort();
      const target = path.replaceAll(/:\w+/g, 'x');
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET'].filter(
        (each) => !methods.includes(each),
      )) {
        const answer = await server.call(method, target);
        expect([target, method, answer.status]).toEqual([target, method, 405]);
        expect(problemIn(answer, 405).code).toBe('method-not-allowed');
        expect(methods.every((each) => String(answer.headers['allow']).split(', ').includes(each))).toBe(true);
      }
    }
  });

  it('has no parameter that it does not know, whatever it is asked for', async () => {
    const fastify = server.app.getHttpAdapter().getInstance();
    const routes = routesOf(fastify).filter(({ path, method }) => path.startsWith('/v1/') && method !== 'HEAD');
    const lenient: string[] = [];
    for (const { method, path } of routes.filter(({ path: each }) => each !== '/v1/openapi.json')) {
      const target = `${path.replaceAll(/:\w+/g, 'x')}?surely_unknown=1`;
      const { status, body } = await server.call(method, target, {
        role: 'admin',
        ...(method !== 'GET' && { body: {} }),
      });
      const names = ((body as { errors?: { parameter?: string }[] }).errors ?? []).map(({ parameter }) => parameter);
      // what an address names is looked at before its parameters, and the body or a condition may be
      if (![404, 422, 428].includes(status) && !names.includes('surely_unknown'))
        lenient.push(`${method} ${path}: ${status}`);
    }
    expect(lenient).toEqual([]);
    const posted = await server.call('POST', '/v1/companies?x=1', { role: 'editor', body: { name: 'Orvane' } });
    expect(problemIn(posted, 400).errors).toEqual([
      expect.objectContaining({ parameter: 'x', code: 'unknown-parameter' }),
    ]);
  });
});
