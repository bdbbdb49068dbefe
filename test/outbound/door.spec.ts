import { Outbound } from '../../src/platform/outbound/outbound.service.js';
import { Destinations } from '../../src/platform/outbound/destinations.js';
import { isDenied } from '../../src/platform/outbound/denied-address.js';
import { Fault } from '../../src/platform/fault.js';
import { LocalNames } from '../support/local-names.js';
import { loopback, type Loopback } from '../support/loopback.js';
import { NAMED, VECTORS } from './vectors.js';

let canary: Loopback;
let door: Outbound;
const open: Outbound[] = [];

/** A door that asks only the port of the canary, so that no vector is refused for its port alone. */
function doorWith(exceptions: readonly string[] = [], names: Record<string, readonly (readonly string[])[]> = {}) {
  const known = Object.fromEntries(Object.entries(NAMED).map(([name, found]) => [name, [found]]));
  const local = { localhost: [['127.0.0.1']], 'public.example': [['127.0.0.1']] };
  const made = new Outbound(
    { ports: [canary.port], exceptions, contact: 'https://rumors.example/about' },
    new LocalNames({ ...known, ...local, ...names }),
  );
  open.push(made);
  return made;
}

beforeAll(async () => {
  canary = await loopback((request, response) => {
    const to = new URL(request.url ?? '/', 'http://here').searchParams.get('to');
    const status = Number(new URL(request.url ?? '/', 'http://here').searchParams.get('status') ?? 302);
    if (to !== null) response.writeHead(status, { location: to }).end();
    else if (request.url === '/meta') {
      response.setHeader('refresh', '0; url=/secret');
      response.end('<meta http-equiv="refresh" content="0; url=/secret">');
    } else response.end('here');
  });
  door = doorWith();
});

afterAll(async () => {
  for (const each of open) await each.onModuleDestroy();
  await canary.close();
});

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'asked',
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  );

describe('the way out', () => {
  it('has at least 106 addresses to refuse', () => expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(106));

  it.each(VECTORS)('does not ask %j', async (vector) => {
    const before = canary.asked.length;
    expect(await codeOf(door.ask(vector.replace('PORT', String(canary.port))))).toBe('blocked-url');
    expect(canary.asked.length).toBe(before);
  });

  it('asks this machine where the operator has named it, and only there', async () => {
    const named = doorWith([`127.0.0.1:${canary.port}`, `[::1]:${canary.port}`, `loop.example:${canary.port}`]);
    for (const host of ['127.0.0.1', '[::1]', '2130706433', 'loop.example'])
      expect((await named.ask(`http://${host}:${canary.port}/`)).body.toString()).toBe('here');
    for (const host of ['127.0.0.2', 'loop6.example', 'localhost'])
      expect(await codeOf(named.ask(`http://${host}:${canary.port}/`))).toBe('blocked-url');
  });

  it('says who asks, brings neither cookie nor password, and asks no proxy', async () => {
    const former = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: `http://127.0.0.1:${canary.port}`, http_proxy: 'http://127.0.0.1:9' });
    try {
      expect(await codeOf(doorWith().ask(`http://loop.example:${canary.port}/`))).toBe('blocked-url');
      await doorWith([`127.0.0.1:${canary.port}`]).ask(`http://127.0.0.1:${canary.port}/who`);
    } finally {
      process.env = former;
    }
    const { headers, url } = canary.requests.at(-1)!;
    expect(url).toBe('/who');
    expect(headers['user-agent']).toMatch(/^Hearsay\/\d.* \(\+https:\/\/rumors\.example\/about\)$/);
    expect(Object.keys(headers).toSorted()).toEqual(['accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it.each([
    ['8.8.8.8', false],
    ['2606:4700::1111', false],
    ['::ffff:8.8.8.8', false],
    ['not an address', true],
    ['2620:4f:8000::1', true],
  ])('holds %s denied: %s', (address, expected) => expect(isDenied(address)).toBe(expected));
});

describe('what sends on', () => {
  const at = (path: string) => `http://127.0.0.1:${canary.port}${path}`;
  const to = (target: string, status = 302) => at(`/?status=${status}&to=${encodeURIComponent(target)}`);
  const named = (names: Record<string, readonly (readonly string[])[]> = {}) =>
    doorWith([`127.0.0.1:${canary.port}`], names);

  it.each<[string, () => string]>([
    ['an address of this machine', () => `http://127.0.0.2:${canary.port}/secret`],
    ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data'],
    ['a name that leads here', () => `http://loop.example:${canary.port}/secret`],
    ['another scheme', () => 'file:///etc/passwd'],
    ['another port', () => 'http://127.0.0.1:6379/'],
    ['a host without its scheme', () => `//127.0.0.2:${canary.port}/secret`],
    ['a backslash', () => `\\\\127.0.0.2:${canary.port}/secret`],
  ])('is not followed to %s', async (_name, target) => {
    expect(await codeOf(named().ask(to(target())))).toBe('blocked-url');
    expect(canary.asked.filter((asked) => asked.includes('/secret'))).toEqual([]);
  });

  it('is followed three times, and no further', async () => {
    const thrice = to(to(to('/end', 301), 307), 302);
    const answer = await named().ask(thrice);
    expect(answer.url).toBe(at('/end'));
    expect(answer.hops.map(({ status }) => status)).toEqual([302, 307, 301]);
    expect(await codeOf(named().ask(to(thrice)))).toBe('unreachable-url');
    expect(await codeOf(named().ask(to(to(to(thrice)))))).toBe('unreachable-url');
  });

  it('ends where it goes round in a circle', async () => {
    const turning = await loopback((request, response) => {
      response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end();
    });
    const rounds = doorWith([`127.0.0.1:${turning.port}`]);
    expect(await codeOf(rounds.ask(`http://127.0.0.1:${turning.port}/a`))).toBe('unreachable-url');
    expect(turning.asked).toHaveLength(4);
    await turning.close();
  });

  it('is not followed out of a page or a header that asks for it', async () => {
    expect((await named().ask(at('/meta'))).url).toBe(at('/meta'));
    expect(canary.asked.at(-1)).toBe('GET 127.0.0.1/meta');
  });

  it('is not followed by what is sent', async () => {
    const answer = await named().ask(to('/secret', 307), { method: 'POST', body: '{}' });
    expect([answer.status, answer.hops]).toEqual([307, []]);
  });

  it('is not followed from https to http', () => {
    const destinations = new Destinations({ ports: [80, 443], exceptions: ['intranet.example:80'] });
    const from = destinations.admit('https://public.example/feed');
    expect(destinations.next(from, '/other').href).toBe('https://public.example/other');
    expect(() => destinations.next(from, 'http://public.example/feed')).toThrow('from https to http');
    expect(() => destinations.next(from, 'http://intranet.example/feed')).toThrow('from https to http');
  });

  it('is not followed to a place that only its operator may name, but from there', () => {
    const destinations = new Destinations({ ports: [80, 443], exceptions: ['intranet.example:80', '10.0.0.7:80'] });
    const inside = 'http://intranet.example/feed';
    const from = destinations.admit('http://public.example/feed');
    expect(() => destinations.next(from, inside)).toThrow('only you may send us');
    expect(() => destinations.next(from, 'http://10.0.0.7/')).toThrow('only you may send us');
    expect(destinations.next(destinations.admit(inside), 'http://10.0.0.7/').href).toBe('http://10.0.0.7/');
    expect(destinations.next(destinations.admit(inside), 'http://public.example/').host).toBe('public.example');
  });

  it('is not led here by a name that leads elsewhere a moment later', async () => {
    const turning = { 'turning.example': [['192.0.1.1'], ['127.0.0.1']] };
    const limits = { headersMs: 100, bodyMs: 100, totalMs: 200, bodyBytes: 1000 };
    const rules = { ports: [canary.port], exceptions: [], contact: null };
    const turned = new Outbound(rules, new LocalNames(turning), limits);
    open.push(turned);
    const secret = `http://turning.example:${canary.port}/secret`;
    expect(await codeOf(turned.ask(secret))).toBe('unreachable-url');
    expect(await codeOf(turned.ask(secret))).toBe('blocked-url');
    expect(canary.asked.filter((asked) => asked.includes('/secret'))).toEqual([]);
  });
});
