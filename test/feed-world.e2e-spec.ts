import { DATABASES } from './support/databases.js';
import { FeedWorld, pageOf, rssOf, titleOf, wordsOf, type Said } from './support/feed-world.js';
import { startServer, type Server } from './support/server.js';
import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 1);
const DAYS = 30;
/** How many of each kind there are; the long form has 52 feeds. */
const OF_EACH = process.env['GATES'] ? 4 : 1;
const KINDS = [
  'whole',
  'short',
  'json',
  'slow',
  'flaky',
  'broken',
  'moved',
  'gone',
  'busy',
  'renumbering',
  'bomb',
  'inward',
  'typed',
];
const HOSTILE = new Set(['bomb', 'inward', 'typed']);
const HTML = { 'content-type': 'text/html; charset=utf-8' };

interface Outlet {
  readonly host: string;
  readonly kind: string;
  /** The number of its first article; each third day brings another. */
  readonly first: number;
}

const OUTLETS: readonly Outlet[] = KINDS.flatMap((kind, at) =>
  Array.from({ length: OF_EACH }, (_, copy) => ({
    kind,
    host: `${kind}${copy}.example`,
    first: 20 * (at * OF_EACH + copy),
  })),
);
const daysSince = (at: number): number => Math.floor((at - START) / DAY);
/** The numbers of the articles that an outlet has published by a day. */
const publishedBy = ({ first }: Outlet, day: number): number[] =>
  Array.from({ length: Math.floor(day / 3) + 1 }, (_, at) => first + at);

function feedOf(outlet: Outlet, day: number): Said {
  const numbers = publishedBy(outlet, day).toReversed();
  const etag = `"${numbers.length}"`;
  const date = (number: number) => new Date(START + (number - outlet.first) * 3 * DAY);
  if (outlet.kind === 'json') {
    const items = numbers.map((n) => ({
      id: n,
      url: `/a${n}`,
      title: titleOf(n),
      date_published: date(n).toISOString(),
    }));
    return {
      headers: { etag },
      body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: outlet.host, items }),
    };
  }
  const entries = numbers.map((n) => {
    const words = outlet.kind === 'whole' ? `${wordsOf(n)} ${'It goes on for a while. '.repeat(20)}` : 'Short.';
    const id = outlet.kind === 'renumbering' ? `${n}-${day}` : n;
    return `<item><title>${titleOf(n)}</title><link>/a${n}</link><guid isPermaLink="false">${id}</guid><pubDate>${date(n).toUTCString()}</pubDate><description>${words}</description></item>`;
  });
  return { headers: { etag }, body: rssOf(outlet.host, entries) };
}

/** What an outlet answers: each kind in its own manner. */
function answerOf(outlet: Outlet, path: string, headers: Record<string, unknown>, at: number, asked: number): Said {
  const day = daysSince(at);
  const [, number] = /^\/a(\d+)$/.exec(path) ?? [];
  if (number !== undefined) return { headers: HTML, body: pageOf(titleOf(Number(number)), wordsOf(Number(number))) };
  if (path === '/robots.txt') return { status: 404 };
  if (outlet.kind === 'flaky' && asked % 2 === 1) return { status: 0 };
  if (outlet.kind === 'broken' && day >= 3 && day < 15) return { status: 500 };
  if (outlet.kind === 'moved' && path === '/feed' && day >= 5) return { status: 301, headers: { location: '/new' } };
  if (outlet.kind === 'gone' && day >= 10) return { status: 410 };
  if (outlet.kind === 'busy' && asked % 3 === 1) return { status: 429, headers: { 'retry-after': '50000' } };
  if (outlet.kind === 'bomb') return { body: `<rss>${'<a>'.repeat(100_000)}` };
  if (outlet.kind === 'inward') return { status: 302, headers: { location: 'http://127.0.0.1/secret' } };
  if (outlet.kind === 'typed')
    return {
      body: '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>',
    };
  const feed = { ...feedOf(outlet, day), ...(outlet.kind === 'slow' && { afterMs: 15 }) };
  return headers['if-none-match'] === feed.headers?.['etag'] ? { status: 304 } : feed;
}

describe(`a month of feeds on ${DATABASES[0]}`, () => {
  let server: Server;
  let started: Awaited<ReturnType<typeof FeedWorld.start>>;
  const subscriptions = new Map<string, string>();

  beforeAll(async () => {
    started = await FeedWorld.start(() => server.clock.now());
    server = await startServer(DATABASES[0]!, {
      clock: new Date(START).toISOString(),
      names: Object.fromEntries(OUTLETS.map(({ host }) => [host, [['127.0.0.1']]])),
      settings: { outboundAllow: OUTLETS.map(({ host }) => `${host}:${started.port}`) },
    });
    for (const outlet of OUTLETS) {
      let asked = 0;
      started.world.site(outlet.host, (path, headers, at) =>
        answerOf(outlet, path, headers, at, /feed|new/.test(path) ? (asked += 1) : asked),
      );
      const body = { url: `http://${outlet.host}:${started.port}/feed`, interval: 'PT6H' };
      const { body: made } = await server.call('POST', '/v1/subscriptions', { role: 'editor', body });
      subscriptions.set(outlet.host, made.id);
    }
    for (let passed = 0; passed < DAYS * DAY; passed += 3 * HOUR) {
      await server.get(PollSchedule).tick();
      server.clock.advance(3 * HOUR);
    }
  });
  afterAll(async () => {
    await server.close();
    await started.close();
  });

  const show = async (host: string) =>
    (await server.call('GET', `/v1/subscriptions/${subscriptions.get(host)}`, { role: 'editor' })).body;

  it('brings every article, each once, whatever their hosts do', async () => {
    const titles: string[] = [];
    for (let next: string | null = '/v1/ingestions?limit=100'; next !== null;) {
      const { body } = await server.call('GET', next, { role: 'editor' });
      titles.push(...body.data.map(({ title }: { title: string }) => title));
      next = body.page.next_cursor === null ? null : `/v1/ingestions?limit=100&cursor=${body.page.next_cursor}`;
    }
    const wanted = OUTLETS.filter(({ kind }) => !HOSTILE.has(kind)).flatMap((outlet) =>
      publishedBy(outlet, outlet.kind === 'gone' ? 9 : DAYS - 2).map(titleOf),
    );
    expect(titles.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(OUTLETS.map(({ host }) => host))('asks %s politely', (host) => {
    const asked = started.world.asked(host).filter(({ path }) => !path.startsWith('/a'));
    // what is sent on is asked at two places at one moment
    const times = [...new Set(asked.map(({ at }) => at))];
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6 * HOUR);
    expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(28 * HOUR);
    const pages = started.world
      .asked(host)
      .filter(({ path }) => path.startsWith('/a'))
      .map(({ path }) => path);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('asks conditionally whoever gave it something to tell', () => {
    for (const host of OUTLETS.filter(({ kind }) => ['whole', 'short', 'json', 'slow'].includes(kind)).map(
      (each) => each.host,
    )) {
      const [, ...later] = started.world.asked(host, '/feed');
      expect(later.filter(({ headers }) => headers['if-none-match'] === undefined)).toEqual([]);
    }
  });

  it('has eight under way at most, and knows how each of them is', async () => {
    expect(started.world.mostUnderWay).toBeLessThanOrEqual(8);
    expect(await show('gone0.example')).toMatchObject({ status: 'gone' });
    expect((await show('moved0.example')).url).toMatch(/\/new$/);
    expect(await show('inward0.example')).toMatchObject({ status: 'active', last_error: { code: 'blocked-url' } });
    expect(await show('bomb0.example')).toMatchObject({ last_error: { code: 'unreadable-page' } });
    expect(await show('broken0.example')).toMatchObject({ status: 'active', failures: 0, last_error: null });
  });
});
