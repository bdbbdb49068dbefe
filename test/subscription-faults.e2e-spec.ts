import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { FeedWorld, pageOf, rssOf, titleOf, wordsOf, type Said } from './support/feed-world.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';

const HOUR = 3_600_000;
const HOSTS = [
  'ending.example',
  'parts.example',
  'leaving.example',
  'editor.example',
  'commits.example',
  'reserves.example',
];
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const LONG = 'It goes on and on for many words. '.repeat(20);

/** An entry that is the whole of its article. */
const entryOf = (guid: number | string, title: string, words: string): string =>
  `<item><title>${title}</title><link>/a${guid}</link><guid>${guid}</guid><description>${words} ${LONG}</description></item>`;

/** What is claimed of a camera of so many megapixels. */
const cameraOf = (megapixels: number): string =>
  `The Orvane Halo will have a ${megapixels} MP camera that was developed with Zeiss, two people at its supplier told us. ` +
  'Orvane will launch the Orvane Halo in the second half of 2028, according to the same people.';

describe.each(DATABASES)('feeds that change their ways on %s', (database) => {
  let server: Server;
  let started: Awaited<ReturnType<typeof FeedWorld.start>>;
  let world: FeedWorld;

  beforeAll(async () => {
    started = await FeedWorld.start(() => server.clock.now());
    world = started.world;
    server = await startServer(database, {
      clock: '2026-10-01T00:00:00Z',
      names: Object.fromEntries(HOSTS.map((host) => [host, [['127.0.0.1']]])),
      settings: { outboundAllow: HOSTS.map((host) => `${host}:${started.port}`) },
    });
  });
  afterAll(async () => {
    await server.close();
    await started.close();
  });

  const at = (host: string, path = '/feed') => `http://${host}:${started.port}${path}`;
  const editor = (method: string, url: string, body?: unknown) =>
    server.call(method, url, { role: 'editor', ...(body !== undefined && { body }) });
  const tick = () => server.get(PollSchedule).tick();
  const later = async (): Promise<void> => {
    server.clock.advance(2 * HOUR);
    await tick();
  };
  const watch = (url: string, more: object = {}) => editor('POST', '/v1/subscriptions', { url, ...more });
  const show = (id: string) => editor('GET', `/v1/subscriptions/${id}`);
  const articles = async (title: string, more = '') =>
    (await editor('GET', `/v1/ingestions?limit=100${more}`)).body.data.filter((each: { title: string }) =>
      each.title.startsWith(title),
    );

  /** The version that an entity tag names. */
  const versionOf = ({ headers }: Answer): number => Number(/^"(\d+)-/.exec(String(headers['etag']))?.[1]);

  it('have all their entries read, also where they end while more wait than are read at a time', async () => {
    let said: Said = {
      body: rssOf(
        'Ending',
        Array.from({ length: 70 }, (_, n) => entryOf(n, titleOf(n), wordsOf(n))),
      ),
    };
    world.site('ending.example', (path) => (path === '/feed' ? said : null));
    const { id } = (await watch(at('ending.example'))).body;
    await tick();
    expect((await show(id)).body.counts).toEqual({ polls: 1, items: 70, proposed: 30 });
    expect(versionOf(await show(id))).toBe(1);
    said = { status: 410 };
    await later();
    const gone = await show(id);
    expect(gone.body).toMatchObject({ status: 'gone', next_poll_at: null, counts: { polls: 2, proposed: 60 } });
    expect(versionOf(gone)).toBe(2);
    await later();
    await later();
    expect((await show(id)).body).toMatchObject({ status: 'gone', counts: { polls: 2, items: 70, proposed: 70 } });
    expect(world.asked('ending.example', '/feed')).toHaveLength(2);
  });

  it('are watched once, whatever place within them is named', async () => {
    const first = await watch(at('parts.example', '/feed#top'));
    expect(first.body.url).toBe(at('parts.example'));
    expect(problemIn(await watch(at('parts.example', '/feed#end')), 409).code).toBe('duplicate-subscription');
    expect(problemIn(await watch(at('parts.example')), 409).code).toBe('duplicate-subscription');
  });

  it('have another version once they have moved, so that nobody changes what they did not see', async () => {
    world.site('leaving.example', (path) => {
      if (path === '/feed') return { status: 301, headers: { location: '/new#feed' } };
      return path === '/new' ? { body: rssOf('New', []) } : null;
    });
    const made = await watch(at('leaving.example'));
    const { id } = made.body;
    await tick();
    await later();
    expect(versionOf(await show(id))).toBe(1);
    await later();
    const moved = await show(id);
    expect(moved.body.url).toBe(at('leaving.example', '/new'));
    expect(versionOf(moved)).toBe(2);
    const headers = { 'if-match': String(made.headers['etag']) };
    const stale = await server.call('PATCH', `/v1/subscriptions/${id}`, {
      role: 'editor',
      body: { interval: 'PT2H' },
      headers,
    });
    expect(stale.status).toBe(412);
  });

  it('that edit what waits for its review have the new words reviewed', async () => {
    let words = cameraOf(50);
    world.site('editor.example', (path) =>
      path === '/feed' ? { body: rssOf('Editor', [entryOf('x', 'Orvane edits the Halo', words)]) } : null,
    );
    const { id } = (await watch(at('editor.example'))).body;
    await tick();
    const [first] = await articles('Orvane edits the Halo');
    words = cameraOf(64);
    await later();
    const both = await articles('Orvane edits the Halo');
    expect(both.map(({ status }: { status: string }) => status)).toEqual(['ready', 'discarded']);
    expect(both[1].id).toBe(first.id);
    const { body } = await editor('GET', `/v1/ingestions/${both[0].id}`);
    expect(JSON.stringify(body.candidates)).toContain('64 MP');
    await editor('DELETE', `/v1/ingestions/${both[0].id}`);
    words = cameraOf(80);
    await later();
    expect(await articles('Orvane edits the Halo')).toHaveLength(2);
    expect((await show(id)).body.counts).toMatchObject({ items: 1, proposed: 2 });
  });

  it('that edit what is written down have said the one thing and then the other', async () => {
    let words = cameraOf(108);
    world.site('commits.example', (path) =>
      path === '/feed' ? { body: rssOf('Commits', [entryOf('y', 'Orvane corrects the Halo', words)]) } : null,
    );
    const { id } = (await watch(at('commits.example'), { auto_commit: true })).body;
    await tick();
    words = `${cameraOf(108)} A comma was mended.`;
    await later();
    expect(await articles('Orvane corrects the Halo', '&status=committed')).toHaveLength(1);
    words = cameraOf(200);
    await later();
    const written = await articles('Orvane corrects the Halo', '&status=committed');
    expect(written.map(({ status }: { status: string }) => status)).toEqual(['committed', 'committed']);
    const { body: reports } = await editor('GET', '/v1/reports?q=corrects');
    expect(
      reports.data.map((each: { url: string | null; published_on: string }) => [each.url, each.published_on]),
    ).toEqual(
      expect.arrayContaining([
        [null, new Date(server.clock.now()).toISOString().slice(0, 10)],
        [at('commits.example', '/ay'), null],
      ]),
    );
    expect(new Set(reports.data.map(({ source }: { source: { slug: string } }) => source.slug)).size).toBe(1);
    expect((await show(id)).body.counts).toMatchObject({ items: 1, proposed: 2 });
  });

  it('are not read where their host reserves their texts by its file, which is asked for once a day', async () => {
    const rules = [
      { location: '/free/*', 'tdm-reservation': 0 },
      { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://reserves.example/policy' },
    ];
    world.site('reserves.example', (path) => {
      if (path === '/.well-known/tdmrep.json') return { body: JSON.stringify(rules) };
      if (path.startsWith('/a') || path.startsWith('/free/'))
        return { headers: HTML, body: pageOf(titleOf(90), wordsOf(90)) };
      return { status: 404 };
    });
    const ask = (path: string) => editor('POST', '/v1/ingestions', { kind: 'url', url: at('reserves.example', path) });
    expect(problemIn(await ask('/a1'), 422).code).toBe('text-reserved');
    expect(problemIn(await ask('/a2'), 422).code).toBe('text-reserved');
    expect((await ask('/free/a3')).status).toBe(202);
    const asked = () => world.seen.get('reserves.example')?.filter(({ path }) => path.endsWith('tdmrep.json')).length;
    expect(asked()).toBe(1);
    server.clock.advance(25 * HOUR);
    await ask('/a4');
    expect(asked()).toBe(2);
  });
});
