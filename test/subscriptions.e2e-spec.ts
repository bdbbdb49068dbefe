import { DATABASES } from './support/databases.js';
import { FeedWorld, pageOf, rssOf, titleOf, wordsOf, type Said } from './support/feed-world.js';
import { Database } from '../src/platform/database/database.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';
import { PollBook } from '../src/subscriptions/poll-book.service.js';

const HOUR = 3_600_000;
const START = '2026-10-01T00:00:00Z';
const HOSTS = ['wire.example', 'hub.example', 'moved.example', 'gone.example', 'broken.example', 'page.example'];

describe.each(DATABASES)('subscriptions on %s', (database) => {
  let server: Server;
  let started: Awaited<ReturnType<typeof FeedWorld.start>>;
  let world: FeedWorld;

  beforeAll(async () => {
    started = await FeedWorld.start(() => server.clock.now());
    world = started.world;
    const hosts = [...HOSTS, ...Array.from({ length: 6 }, (_, at) => `free${at}.example`)];
    server = await startServer(database, {
      clock: START,
      names: Object.fromEntries(hosts.map((host) => [host, [['127.0.0.1']]])),
      settings: { outboundAllow: hosts.map((host) => `${host}:${started.port}`) },
    });
  });
  afterAll(async () => {
    await server.close();
    await started.close();
  });

  const at = (host: string, path = '/feed') => `http://${host}:${started.port}${path}`;
  const tick = () => server.get(PollSchedule).tick();
  const later = async (ms: number): Promise<void> => {
    server.clock.advance(ms);
    await tick();
  };
  const watch = (url: string, more: object = {}) =>
    server.call('POST', '/v1/subscriptions', { role: 'editor', body: { url, ...more } });
  const show = async (id: string) => (await server.call('GET', `/v1/subscriptions/${id}`, { role: 'editor' })).body;
  const queue = async (): Promise<{ url: string | null; title: string }[]> =>
    (await server.call('GET', '/v1/ingestions?limit=100', { role: 'editor' })).body.data;
  const stop = (id: string) =>
    server.call('DELETE', `/v1/subscriptions/${id}`, { role: 'editor', headers: { 'if-match': '*' } });

  it('are added, shown, changed and stopped by editors', async () => {
    const added = await watch(at('free0.example'), { interval: 'PT30M', kind: 'rss' });
    expect(added.status).toBe(201);
    const { id } = added.body;
    expect(added.headers['location']).toBe(`/v1/subscriptions/${id}`);
    expect(await show(id)).toEqual(added.body);
    expect(added.body).toMatchObject({ status: 'active', interval: 'PT30M', next_poll_at: '2026-10-01T00:00:00.000Z' });
    expect(problemIn(await watch(at('free0.example')), 409).code).toBe('duplicate-subscription');
    const tag = String(added.headers['etag']);
    const revise = (body: object, etag: string) =>
      server.call('PATCH', `/v1/subscriptions/${id}`, { role: 'editor', body, headers: { 'if-match': etag } });
    const paused = await revise({ status: 'paused' }, tag);
    expect(paused.body).toMatchObject({ status: 'paused', next_poll_at: null });
    expect((await revise({ interval: 'PT1H' }, tag)).status).toBe(412);
    const listed = await server.call('GET', '/v1/subscriptions?status=paused', { role: 'editor' });
    expect(listed.body.data).toEqual([paused.body]);
    expect((await server.call('DELETE', `/v1/subscriptions/${id}`, { role: 'editor' })).status).toBe(428);
    expect((await stop(id)).status).toBe(204);
    expect(problemIn(await stop(id), 404).code).toBe('unknown-subscription');
    expect(world.asked('free0.example')).toEqual([]);
  });

  it.each<[object, string]>([
    [{ url: 'http://127.0.0.1:9/feed' }, 'blocked-url'],
    [{ url: 'https://wire.example:22/feed' }, 'blocked-url'],
    [{ url: 'feed' }, 'invalid-input'],
    [{ url: 'https://wire.example/', interval: 'PT4M' }, 'invalid-input'],
    [{ url: 'https://wire.example/', kind: 'podcast' }, 'invalid-input'],
  ])('are refused: %j', async (body, code) => {
    const answer = await server.call('POST', '/v1/subscriptions', { role: 'editor', body });
    expect(problemIn(answer, 422).code).toBe(code);
  });

  it('are for editors', async () => {
    const body = { url: at('wire.example') };
    expect((await server.call('POST', '/v1/subscriptions', { role: 'contributor', body })).status).toBe(403);
    expect((await server.call('GET', '/v1/subscriptions')).status).toBe(401);
  });

  it('propose each entry once, ask conditionally, and write nothing where nothing is new', async () => {
    let items = [0, 1];
    world.site('wire.example', (path, headers): Said => {
      const [, number] = /^\/a(\d+)$/.exec(path) ?? [];
      if (number !== undefined)
        return { headers: HTML, body: pageOf(titleOf(Number(number)), wordsOf(Number(number))) };
      if (path !== '/feed') return { status: 404 };
      const etag = `W/"of ${items.length}"`;
      if (headers['if-none-match'] === etag) return { status: 304 };
      const entries = items.map(
        (each) =>
          `<item><title>${titleOf(each)}</title><link>/a${each}?utm_source=rss</link><guid>${each}</guid><description>Short.</description></item>`,
      );
      return { headers: { etag, 'last-modified': 'Thu, 01 Oct 2026 00:00:00 GMT' }, body: rssOf('The Wire', entries) };
    });
    world.site('wire.example', prefixed(world, 'wire.example'));
    const { id } = (await watch(at('wire.example'))).body;
    await tick();
    expect(await show(id)).toMatchObject({
      kind: 'rss',
      title: 'The Wire',
      last_status: 200,
      last_error: null,
      counts: { polls: 1, items: 2, proposed: 2 },
    });
    const proposed = (await queue()).filter(({ url }) => url?.includes('wire.example'));
    expect(proposed.map(({ title }) => title).toSorted()).toEqual([titleOf(0), titleOf(1)]);

    const before = await rowsOf();
    await later(2 * HOUR);
    const [, second] = world.asked('wire.example', '/feed');
    expect(second?.headers['if-none-match']).toBe('W/"of 2"');
    expect(second?.headers['if-modified-since']).toBe('Thu, 01 Oct 2026 00:00:00 GMT');
    expect(await rowsOf()).toEqual(before);
    expect(await show(id)).toMatchObject({ last_status: 304, counts: { polls: 2, items: 2, proposed: 2 } });

    items = [2, 1, 0];
    await later(2 * HOUR);
    expect(await show(id)).toMatchObject({ last_status: 200, counts: { polls: 3, items: 3, proposed: 3 } });
    await Promise.all([tick(), tick(), server.get(PollSchedule).tick()]);
    expect(world.asked('wire.example', '/feed')).toHaveLength(3);
    await stop(id);
  });

  const rowsOf = async () => [
    await server.get(Database).revision(),
    await server.get(Database).readOne(
      `select (select count(*) from events) as events, (select count(*) from audit_entries) as audit,
        (select count(*) from subscription_items) as items, (select count(*) from ingestions) as ingestions`,
    ),
  ];

  it('are left alone as long as they want, and are asked again and again while they are broken', async () => {
    let said: Said = { status: 503, headers: { 'retry-after': '10000' } };
    world.site('broken.example', (path) => (path === '/feed' ? said : { status: 404 }));
    const { id } = (await watch(at('broken.example'))).body;
    await tick();
    expect(await show(id)).toMatchObject({
      last_status: 503,
      failures: 1,
      last_error: {
        code: 'unreachable-url',
        detail: 'broken.example:PORT is in trouble (503).'.replace('PORT', String(started.port)),
      },
    });
    const first = server.clock.now();
    expect(Date.parse((await show(id)).next_poll_at)).toBe(first + 10_000_000);
    await later(9_999_999);
    expect(world.asked('broken.example')).toHaveLength(1);
    said = { status: 500 };
    await later(1);
    expect(world.asked('broken.example')).toHaveLength(2);
    const gaps: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const next = Date.parse((await show(id)).next_poll_at);
      gaps.push((next - server.clock.now()) / HOUR);
      await later(next - server.clock.now());
    }
    expect(gaps.map((gap) => Math.floor(gap))).toEqual([4, 8, 16, 24, 24, 24, 24, 24]);
    said = { body: rssOf('Mended', []) };
    await later(24 * HOUR);
    expect(await show(id)).toMatchObject({ status: 'active', failures: 0, last_error: null, title: 'Mended' });
    await stop(id);
  });

  it('follow their hosts where these say three times that they moved, and end where these say so', async () => {
    world.site('moved.example', (path) =>
      path === '/feed'
        ? { status: 301, headers: { location: '/new' } }
        : path === '/new'
          ? { body: rssOf('New', []) }
          : null,
    );
    world.site('gone.example', (path) => (path === '/feed' ? { status: 410 } : null));
    const [moved, gone] = [(await watch(at('moved.example'))).body, (await watch(at('gone.example'))).body];
    await tick();
    await later(2 * HOUR);
    expect((await show(moved.id)).url).toBe(at('moved.example'));
    await later(2 * HOUR);
    expect((await show(moved.id)).url).toBe(at('moved.example', '/new'));
    await later(2 * HOUR);
    expect(world.asked('moved.example', '/feed')).toHaveLength(3);
    expect(await show(gone.id)).toMatchObject({ status: 'gone', next_poll_at: null, last_status: 410 });
    expect(world.asked('gone.example')).toHaveLength(1);
    const audit = await server.call('GET', `/v1/audit?limit=100`, { role: 'admin' });
    const acts = audit.body.data.filter(
      ({ thing, actor }: { thing: string; actor: unknown }) => thing === moved.id && actor,
    );
    expect(acts.length).toBeGreaterThanOrEqual(2);
    await stop(moved.id);
    await stop(gone.id);
  });

  it('are read whatever letters they hold and however far away they have moved', async () => {
    const far = `/far?${'x'.repeat(2_100)}`;
    const items = [{ id: '1\u0000', title: `${titleOf(91)}\u0000`, content_text: `${wordsOf(91)}\u0000 \ud83d` }];
    world.site('free4.example', (path) => {
      if (path === '/feed') return { status: 301, headers: { location: far } };
      if (path !== far) return { status: 404 };
      return { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Far\u0000', items }) };
    });
    const { id } = (await watch(at('free4.example'))).body;
    await tick();
    for (let each = 0; each < 4; each += 1) await later(2 * HOUR);
    expect(await show(id)).toMatchObject({
      url: at('free4.example'),
      last_status: 200,
      last_error: null,
      failures: 0,
      counts: { polls: 5, items: 1, proposed: 1 },
    });
    await stop(id);
  });

  it('are refused where their address is too long as it is written out', async () => {
    const answer = await watch(`https://wire.example/${'ü'.repeat(1_900)}`);
    expect(problemIn(answer, 422).code).toBe('invalid-input');
  });

  it('are asked while another one is slow', async () => {
    let isLet = false;
    let letGo = (): void => undefined;
    world.site('free2.example', () =>
      isLet ? { status: 404 } : { body: rssOf('Slow', []), until: (say) => (letGo = say) },
    );
    world.site('free3.example', () => ({ body: rssOf('Quick', []) }));
    const slow = (await watch(at('free2.example'))).body;
    const first = tick();
    while (world.seen.get('free2.example') === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const quick = (await watch(at('free3.example'))).body;
    void tick();
    while ((await show(quick.id)).counts.polls === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await show(slow.id)).counts.polls).toBe(0);
    isLet = true;
    letGo();
    await first;
    await tick();
    expect((await show(slow.id)).counts.polls).toBe(1);
    for (const { id } of [slow, quick]) await stop(id);
  });

  it('do not believe a feed that says what stands elsewhere', async () => {
    const words = `${wordsOf(20)} ${'It goes on and on for many words. '.repeat(20)}`;
    const entry = (link: string) =>
      `<item><title>${titleOf(20)}</title><link>${link}</link><description>${words}</description></item>`;
    const robots: Said = { body: 'User-agent: *\nDisallow: /' };
    world.site('free1.example', (path) =>
      path === '/robots.txt' ? robots : { headers: HTML, body: pageOf(titleOf(21), wordsOf(21)) },
    );
    world.site('hub.example', (path) =>
      path === '/feed' ? { body: rssOf('The Hub', [entry(at('free1.example', '/1'))]) } : { status: 404 },
    );
    const { id } = (await watch(at('hub.example'), { auto_commit: true })).body;
    await tick();
    expect((await show(id)).counts.proposed).toBe(1);
    const [found] = await queue();
    expect(found).toMatchObject({ url: null, status: 'ready', created_by: id });
    expect(world.asked('free1.example')).toEqual([]);
    const full = await server.call('GET', `/v1/ingestions?limit=1`, { role: 'editor' });
    expect(full.body.data[0].title).toBe(titleOf(20));
    await stop(id);
  });

  it('watch a page by its words', async () => {
    let words = wordsOf(30);
    world.site('page.example', (path) =>
      path === '/feed' ? { headers: HTML, body: pageOf(titleOf(30), words) } : null,
    );
    const { id } = (await watch(at('page.example'), { auto_commit: true })).body;
    await tick();
    await later(2 * HOUR);
    expect(await show(id)).toMatchObject({ kind: 'page', counts: { polls: 2, items: 1, proposed: 1 } });
    words = wordsOf(31);
    await later(2 * HOUR);
    expect((await show(id)).counts).toEqual({ polls: 3, items: 2, proposed: 2 });
    await stop(id);
  });

  it('are put off evenly where too many are due at once, are asked one at a time of each host, and outlive clocks', async () => {
    const now = server.clock.now();
    const ids: string[] = [];
    for (let each = 0; each < 130; each += 1) {
      const { id } = (await watch(at(`free${2 + (each % 4)}.example`, `/f${each}`))).body;
      ids.push(id);
    }
    const [one, other] = await Promise.all([server.get(PollBook).claim(100), server.get(PollBook).claim(100)]);
    const hosts = [...one, ...other].map(({ host }) => host);
    expect(hosts.toSorted()).toEqual(['free2.example', 'free3.example', 'free4.example', 'free5.example']);
    for (const each of [...one, ...other]) await server.get(PollBook).release(each);
    expect(await server.get(PollBook).spread()).toBe(26);
    server.clock.advance(-3 * 24 * HOUR);
    const back = await server.get(PollBook).claim(1);
    expect(back).toHaveLength(1);
    server.clock.hold(now);
    for (const id of ids) await stop(id);
  });
});

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The site of a host as it was set before, asked without what is added to its addresses to count readers. */
function prefixed(world: FeedWorld, host: string) {
  const site = world['sites'].get(host)!;
  return (path: string, ...rest: [Record<string, string | string[] | undefined>, number]) =>
    site(path.split('?')[0]!, ...rest);
}
