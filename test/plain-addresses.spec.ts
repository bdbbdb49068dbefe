import fc from 'fast-check';
import fastify from 'fastify';
import { PlainAddresses, type PlainAddress } from '../src/platform/http/plain-addresses.js';
import type { Route } from '../src/platform/http/routes.js';

const PATHS = ['/v1/devices', '/v1/devices/:device', '/v1/devices/:device/questions', '/v1/devices/board', '/v1/:word'];

/** A server that tells how it has read an address. */
function telling() {
  const server = fastify({ routerOptions: { maxParamLength: 256 } });
  for (const path of PATHS) {
    server.get(path, ({ routeOptions, params, query }) => ({ route: routeOptions.url, path: params, query }));
  }
  return server;
}

const PART = fc.constantFrom(
  ...[
    'v1',
    'devices',
    'board',
    'questions',
    'a-b',
    'x_1',
    '',
    '..',
    '%64evices',
    '%62oard',
    'b%6fard',
    '%2F',
    '%',
    '%zz',
  ],
  ...['%ff', '%25', 'a%20b', 'ö', '%C3%B6', 'a;b', 'a:b', '~', 'x'.repeat(199), 'x'.repeat(201), '%41'.repeat(90)],
);
const NAME = fc.constantFrom('q', 'limit', 'as_of', 'Q', '', 'a%62', '__proto__', 'constructor', 'a b', 'a[]');
const VALUE = fc.constantFrom(
  '',
  '1',
  'a+b',
  'a%20b',
  'a=b',
  '%',
  '%zz',
  '%ff',
  '%26',
  '%3D',
  'ö',
  '2029-05-01',
  'a#b',
  ';x',
);
const QUERY = fc.array(
  fc.oneof(
    fc.tuple(NAME, VALUE).map(([name, value]) => `${name}=${value}`),
    NAME,
  ),
  { maxLength: 3 },
);
const ANY = fc
  .tuple(fc.array(PART, { minLength: 1, maxLength: 5 }), fc.option(QUERY))
  .map(([parts, query]) => `/${parts.join('/')}${query === null ? '' : `?${query.join('&')}`}`);
const USUAL = fc
  .tuple(fc.constantFrom('', '/'), PART, fc.constantFrom('', '/questions'), fc.constantFrom('q', 'limit'), VALUE)
  .map(([slash, part, end, name, value]) => `/v1/devices${slash}${slash && part + end}?${name}=${value}`);

describe('an address', () => {
  const server = telling();
  const addresses = new PlainAddresses(PATHS.map((path): Route => ({ method: 'GET', path })));
  beforeAll(() => server.ready());
  afterAll(() => server.close());

  const asServer = async (address: string): Promise<PlainAddress | number> => {
    const answer = await server.inject(address);
    return answer.statusCode === 200 ? answer.json<PlainAddress>() : answer.statusCode;
  };

  it('is read as the server reads it, or left to the server', async () => {
    let read = 0;
    const isSame = fc.asyncProperty(fc.oneof(ANY, USUAL), async (address) => {
      const found = addresses.read(address);
      if (found === null) return;
      read += 1;
      expect({ address, ...found }).toEqual({ address, ...(Object(await asServer(address)) as object) });
    });
    await fc.assert(isSame, { numRuns: 3000, seed: 28 });
    expect(read).toBeGreaterThan(100);
  });

  it.each<[string, PlainAddress | null]>([
    ['/v1/devices', { route: '/v1/devices', path: {}, query: {} }],
    ['/v1/devices?q=a+b%21', { route: '/v1/devices', path: {}, query: { q: 'a b!' } }],
    ['/v1/devices/%61ir', { route: '/v1/devices/:device', path: { device: 'air' }, query: {} }],
    ['/v1/devices/board', { route: '/v1/devices/board', path: {}, query: {} }],
    ['/v1/devices/%62oard', null], // a word that is written as numbers
    ['/v1/devices?q=a&q=b', null],
    ['/v1/devices?q', null],
    ['/v1/devices?', null],
    ['/v1/devices/', null],
    ['/v2/devices', null],
    ['http://elsewhere.example/v1/devices', null],
  ])('%s', (address, said) => expect(addresses.read(address)).toEqual(said));
});
