import { DATABASES } from './support/databases.js';
import { loopback, type Loopback } from './support/loopback.js';
import { problemIn, startServer, type Server } from './support/server.js';

const WORDS = [
  'Orvane will launch the Orvane Halo in the first half of 2030, two people at a supplier of its lenses told us.',
  'The Orvane Halo is said to have a 50 MP camera that was developed with Zeiss, according to the same people.',
];
const PAGE = `<!doctype html><html lang="en"><head><title>Orvane readies the Halo | The Wire</title>
  <meta property="article:published_time" content="2029-09-20T08:00:00Z"><link rel="canonical" href="/halo"></head>
  <body><nav>Home</nav><article><h1>Orvane readies the Halo</h1><p>${WORDS.join('</p><p>')}</p></article></body></html>`;

const PAGES: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  '/robots.txt': [200, 'text/plain', 'User-agent: Hearsay\nDisallow: /private\n'],
  '/halo?ref=front': [200, 'text/html; charset=utf-8', PAGE],
  '/empty': [200, 'text/html', '<nav>Home</nav>'],
  '/picture': [200, 'image/png', 'PNG'],
  '/reserved': [200, 'text/html', PAGE.replace('<head>', '<head><meta name="tdm-reservation" content="1">')],
  '/private/a': [200, 'text/html', PAGE],
  '/trouble': [503, 'text/html', 'later'],
  '/nothing-said': [
    200,
    'text/html',
    '<article><p>The weather will be fine, says a farmer in the north.</p></article>',
  ],
};

describe.each(DATABASES)('articles by their address on %s', (database) => {
  let server: Server;
  let site: Loopback;
  let at: (path: string) => string;

  beforeAll(async () => {
    site = await loopback((request, response) => {
      const [status, type, body] = PAGES[request.url ?? ''] ?? [404, 'text/plain', 'no'];
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    const settings = { outboundAllow: [`wire.example:${site.port}`] };
    server = await startServer(database, {
      clock: '2029-10-01T00:00:00Z',
      settings,
      names: { 'wire.example': [['127.0.0.1']], 'inside.example': [['127.0.0.1']] },
    });
    at = (path) => `http://wire.example:${site.port}${path}`;
  });
  afterAll(async () => {
    await server.close();
    await site.close();
  });

  const post = (body: object, headers = {}, role: 'contributor' | 'reader' | 'editor' = 'contributor') =>
    server.call('POST', '/v1/ingestions', { role, body: { kind: 'url', ...body }, headers });

  it('are fetched, read and proposed like any other', async () => {
    const headers = { 'idempotency-key': '"one"' };
    const proposed = await post({ url: at('/halo?ref=front') }, headers);
    expect([proposed.status, proposed.body.status]).toEqual([202, 'ready']);
    expect(proposed.body).toMatchObject({
      title: 'Orvane readies the Halo',
      url: at('/halo'),
      published_on: '2029-09-20',
      language: 'en',
      candidates: expect.arrayContaining([expect.objectContaining({ subject: 'launch.date' })]),
    });
    const { body } = await server.call('GET', `/v1/ingestions/${proposed.body.id}`, { role: 'editor' });
    expect(body.text.split('\n\n')).toEqual(['Orvane readies the Halo', ...WORDS]);
    const asked = site.asked.length;
    const again = await post({ url: at('/halo?ref=front') }, headers);
    expect([again.body.id, again.headers['idempotency-replayed']]).toEqual([proposed.body.id, 'true']);
    expect(site.asked.length).toBe(asked);
  });

  it('let everybody else write while they are fetched', async () => {
    const slow = await loopback((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      void server
        .call('POST', '/v1/companies', { role: 'editor', body: { name: 'Meridian', kind: 'maker' } })
        .then(({ status }) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${status}`));
    });
    const other = await startServer(database, { settings: { outboundAllow: [`127.0.0.1:${slow.port}`] } });
    const url = `http://127.0.0.1:${slow.port}/`;
    const headers = { 'idempotency-key': '"slow"' };
    const body = { kind: 'url', url };
    const refused = await other.call('POST', '/v1/ingestions', { role: 'contributor', body, headers });
    expect(problemIn(refused, 422).code).toBe('no-claims');
    await other.close();
    await slow.close();
  });

  it('are shown in a dry run, and are fetched for nobody but contributors', async () => {
    const shown = await post({ url: at('/halo?ref=front'), dry_run: true });
    expect([shown.status, shown.body.candidates.length > 0]).toEqual([200, true]);
    const asked = site.asked.length;
    const refused = await post({ url: at('/halo?ref=front'), dry_run: true }, {}, 'reader');
    expect(problemIn(refused, 403).code).toBe('role-required');
    const anonymous = await server.call('POST', '/v1/ingestions', {
      body: { kind: 'url', url: at('/halo?ref=front') },
    });
    expect(problemIn(anonymous, 401).code).toBe('key-required');
    expect(site.asked.length).toBe(asked);
  });

  it.each<[string, () => object, string, string]>([
    ['a private place', () => ({ url: `http://inside.example:${site.port}/` }), 'blocked-url', '#/url'],
    ['a private address', () => ({ url: 'http://127.0.0.1:8080/' }), 'blocked-url', '#/url'],
    ['a host that nobody knows', () => ({ url: 'https://nobody.example/' }), 'unreachable-url', '#/url'],
    ['a page that is not there', () => ({ url: at('/gone') }), 'unreachable-url', '#/url'],
    ['a host in trouble', () => ({ url: at('/trouble') }), 'unreachable-url', '#/url'],
    ['no words', () => ({ url: at('/empty') }), 'unreadable-page', '#/url'],
    ['a picture', () => ({ url: at('/picture') }), 'unreadable-page', '#/url'],
    ['what its host keeps from programs', () => ({ url: at('/private/a') }), 'robots-disallowed', '#/url'],
    ['what is reserved', () => ({ url: at('/reserved') }), 'text-reserved', '#/url'],
    ['no address', () => ({}), 'missing-url', '#/url'],
    ['no web address', () => ({ url: 'file:///etc/passwd' }), 'invalid-input', '#/url'],
    ['a text as well', () => ({ url: at('/halo'), text: 'Words.' }), 'unexpected-text', '#/text'],
    ['no text', () => ({ kind: 'text' }), 'missing-text', '#/text'],
  ])('are refused for %s', async (_name, body, code, pointer) => {
    const problem = problemIn(await post(body()), 422);
    expect([problem.code, problem.errors[0]?.pointer]).toEqual([code, pointer]);
  });

  it('are refused where they claim nothing', async () => {
    expect(problemIn(await post({ url: at('/nothing-said') }), 422).code).toBe('no-claims');
  });
});
