import { OPERATOR } from '../src/access/actor.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { PollBook } from '../src/subscriptions/poll-book.service.js';
import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { FeedWorld, rssOf, titleOf, wordsOf, type Said } from './support/feed-world.js';
import { problemIn, startServer, type Server } from './support/server.js';

const MINUTE = 60_000;
const HOSTS = ['asked.example', 'called-off.example', 'dead.example', 'busy.example', 'twice.example'];

/** A feed whose entries are the whole of their articles. */
const feedOf = (numbers: readonly number[]): Said => ({
  body: rssOf(
    'The Wire',
    numbers.map(
      (number) =>
        `<item><title>${titleOf(number)}</title><link>/a${number}</link><guid>${number}</guid>` +
        `<description>${wordsOf(number)} ${'It goes on and on for many words. '.repeat(20)}</description></item>`,
    ),
  ),
});

describe.each(DATABASES)('refreshes of one subscription on %s', (database) => {
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

  const editor = (method: string, url: string, body?: unknown) =>
    server.call(method, url, { role: 'editor', ...(body !== undefined && { body }) });
  /** Something that is watched, and was asked once. */
  const watched = async (host: string): Promise<string> => {
    const url = `http://${host}:${started.port}/feed`;
    const { id } = (await editor('POST', '/v1/subscriptions', { url })).body;
    await server.get(PollSchedule).tick();
    return id;
  };
  const ask = (target: string | null) => editor('POST', '/v1/refresh-jobs', { scope: 'subscription', target });
  /** The job once it has ended; looked at as a client would. */
  const ended = async (id: string) => {
    for (;;) {
      const { body } = await editor('GET', `/v1/refresh-jobs/${id}`);
      if (body.finished_at !== null) return body;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const polls = (host: string) => world.asked(host, '/feed').length;

  it('ask it now, read what is new, and put off its next turn', async () => {
    let numbers = [1];
    world.site('asked.example', (path) => (path === '/feed' ? feedOf(numbers) : { status: 404 }));
    const id = await watched('asked.example');
    numbers = [1, 2, 3];
    server.clock.advance(10 * MINUTE);
    const { status, headers, body } = await ask(id);
    expect([status, headers['location']]).toEqual([202, `/v1/refresh-jobs/${body.id}`]);
    expect(body).toMatchObject({ scope: 'subscription', target: { id, slug: null }, cause: 'api' });
    expect(await ended(body.id)).toMatchObject({
      ...{ status: 'succeeded', phase: 'finish', errors: [] },
      counts: { items: 2, proposed: 2, weighed: 0 },
    });
    expect(polls('asked.example')).toBe(2);
    const { body: shown } = await editor('GET', `/v1/subscriptions/${id}`);
    expect(shown.counts).toEqual({ polls: 2, items: 3, proposed: 3 });
    expect(Date.parse(shown.next_poll_at)).toBeGreaterThanOrEqual(server.clock.now() + 60 * MINUTE);
    const { body: events } = await editor('GET', '/v1/events?types=refresh.started&after=0');
    expect(events.data.at(-1)).toMatchObject({ subject: body.id, data: { scope: 'subscription' } });
    const { body: trail } = await server.call('GET', '/v1/audit?limit=100', { role: 'admin' });
    expect(trail.data.find(({ thing }: { thing: string }) => thing === body.id)).toMatchObject({
      after: { scope: 'subscription', subscriptionId: id },
    });
    const { body: seen } = await server.call('GET', `/v1/refresh-jobs/${body.id}`);
    expect([seen.requested_by, seen.target]).toEqual([null, { id, slug: null }]);
  });

  it('are refused where it was asked a moment ago, is asked no more, or wants to be left alone', async () => {
    world.site('busy.example', (path) =>
      path === '/feed' ? { status: 503, headers: { 'retry-after': '7200' } } : { status: 404 },
    );
    const id = await watched('busy.example');
    server.clock.advance(6 * MINUTE);
    const quiet = await ask(id);
    expect(problemIn(quiet, 429)).toMatchObject({ code: 'polled-lately', detail: expect.stringContaining('alone') });
    expect(quiet.headers['retry-after']).toBe(String(7200 - 360));
    world.site('busy.example', (path) => (path === '/feed' ? feedOf([7]) : { status: 404 }));
    server.clock.advance(120 * MINUTE);
    await ended((await ask(id)).body.id);
    const again = await ask(id);
    expect([problemIn(again, 429).code, again.headers['retry-after']]).toEqual(['polled-lately', '300']);
    await editor('PATCH', `/v1/subscriptions/${id}`, { status: 'paused' });
    expect(problemIn(await ask(id), 409).code).toBe('inactive-subscription');
    const unknown = problemIn(await ask('sub_01G3PZQK9W8R5X7T2M4N6P8Q0A'), 422);
    expect([unknown.code, unknown.errors]).toMatchObject(['unknown-subscription', [{ pointer: '#/target' }]]);
    expect(problemIn(await ask(null), 422).code).toBe('missing-target');
  });

  it('fail where it cannot be asked, and say why to editors alone', async () => {
    world.site('dead.example', (path) => ({ status: path === '/feed' ? 500 : 404 }));
    const id = await watched('dead.example');
    server.clock.advance(6 * MINUTE);
    const job = await ended((await ask(id)).body.id);
    expect(job).toMatchObject({ status: 'failed', errors: [{ about: id, code: 'unreachable-url' }] });
    const { body } = await server.call('GET', `/v1/refresh-jobs/${job.id}`);
    expect(body.errors).toEqual([{ about: null, code: 'unreachable-url', detail: null }]);
  });

  it('are called off between two entries, of which the others wait for its next turn', async () => {
    let numbers: number[] = [];
    let job = '';
    let letGo = (): void => undefined;
    world.site('called-off.example', (path) =>
      path === '/feed'
        ? { ...feedOf(numbers), ...(job === '' ? {} : { until: (say) => (letGo = say) }) }
        : { status: 404 },
    );
    const id = await watched('called-off.example');
    numbers = [31, 32, 33];
    server.clock.advance(10 * MINUTE);
    job = (await ask(id)).body.id;
    while (polls('called-off.example') < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await editor('POST', `/v1/refresh-jobs/${job}/cancel`)).status).toBe(202);
    letGo();
    expect(await ended(job)).toMatchObject({ status: 'cancelled', counts: { proposed: 0 } });
    job = '';
    server.clock.advance(120 * MINUTE);
    await server.get(PollSchedule).tick();
    const { body } = await editor('GET', `/v1/subscriptions/${id}`);
    expect(body.counts).toEqual({ polls: 3, items: 3, proposed: 3 });
  });

  it('ask nobody twice: not one that is being asked, and not one that was asked since', async () => {
    world.site('twice.example', (path) => (path === '/feed' ? feedOf([51]) : { status: 404 }));
    const id = await watched('twice.example');
    server.clock.advance(90 * MINUTE);
    const held = await server.get(PollBook).claim(100);
    const busy = await ended((await ask(id)).body.id);
    expect(busy).toMatchObject({ status: 'failed', errors: [{ code: 'already-polled' }] });
    for (const each of held) await server.get(PollBook).release(each);
    const waiting = await server.get(RefreshJobs).request({ scope: 'subscription', target: id }, 'cli', OPERATOR);
    server.clock.advance(120 * MINUTE);
    await server.get(PollSchedule).tick();
    expect(polls('twice.example')).toBe(2);
    await server.get(Refresh).runDue();
    expect(await ended(waiting.id)).toMatchObject({ status: 'succeeded', counts: { items: 0 } });
    expect(polls('twice.example')).toBe(2);
  });
});
