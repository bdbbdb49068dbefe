import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Database } from '../src/platform/database/database.js';
import { PollSchedule } from '../src/subscriptions/poll-schedule.service.js';
import { startChild } from './support/children.js';
import { DATABASES } from './support/databases.js';
import { FeedWorld, rssOf, titleOf, wordsOf, type Said } from './support/feed-world.js';
import type { LivingOptions, Turn } from './support/living-child.js';
import { startServer, type Server } from './support/server.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 9, 1);
const FEEDS = ['one.example', 'two.example', 'three.example'];
const HOSTS = [...FEEDS, 'slow.example', 'hook.example'];
/** Each child compiles the whole program. */
const PATIENCE_MS = 120_000;

const entry = `<item><title>${titleOf(1)}</title><link>/a1</link><guid>1</guid><description>${wordsOf(1)} ${'And so on. '.repeat(60)}</description></item>`;

describe.each(DATABASES)('processes that ask and tell for one %s', (database) => {
  let server: Server;
  let world: FeedWorld;
  let started: Awaited<ReturnType<typeof FeedWorld.start>>;
  let children: ChildProcess[] = [];
  let now = START;
  /** The ids that the receiver was sent, in order, and what it answers: it holds back what is to be let go of. */
  const told: string[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;

  beforeAll(async () => {
    started = await FeedWorld.start(() => now);
    world = started.world;
    for (const host of FEEDS) world.site(host, (path) => (path === '/feed' ? { body: rssOf(host, []) } : null));
    world.site('hook.example', (_path, headers): Said => {
      told.push(String(headers['webhook-id']));
      return isHolding ? { status: 500, until: (say) => held.push(say) } : { status: 204 };
    });
    const names = Object.fromEntries(HOSTS.map((host) => [host, [['127.0.0.1']]]));
    const settings = { outboundAllow: HOSTS.map((host) => `${host}:${started.port}`) };
    server = await startServer(database, { clock: new Date(START).toISOString(), names, settings });
    await call('POST', '/v1/companies', { name: 'Orvane' });
    for (const host of FEEDS) await call('POST', '/v1/subscriptions', { url: at(host, '/feed') });
    const options: LivingOptions = { clock: START, settings, names };
    const start = async () => {
      const child = startChild('living-child.ts', database, server.databaseUrl, JSON.stringify(options));
      children.push(child);
      await once(child, 'message');
    };
    await Promise.all([start(), start()]);
  }, PATIENCE_MS);
  afterAll(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await server.close();
    await started.close();
  });

  const at = (host: string, path: string) => `http://${host}:${started.port}${path}`;
  const call = (method: string, url: string, body: unknown) => server.call(method, url, { role: 'admin', body });
  const pass = (ms: number) => server.clock.hold((now += ms));
  const happen = (name: string) => call('POST', '/v1/devices', { name, company: 'Orvane', category: 'phone' });
  /** Has a child do something now; the others stand where they stood. */
  const turn = async (child: ChildProcess | undefined, does: Turn['does']): Promise<void> => {
    const done = once(child!, 'message');
    child!.send({ at: now, does } satisfies Turn);
    await done;
  };
  const begin = (child: ChildProcess | undefined, does: Turn['does']) => child!.send({ at: now, does } satisfies Turn);
  const kill = async (child: ChildProcess | undefined): Promise<void> => {
    const gone = once(child!, 'exit');
    child!.kill('SIGKILL');
    await gone;
    children = children.filter((each) => each !== child);
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const deliveries = () =>
    server.get(Database).read('select status, attempts from deliveries order by sequence, webhook_id');
  const ofOne = (status: string, attempts: number) => ({ status, attempts });

  it('ask each feed once in each slot, all looking at the same time, whatever their clocks do', async () => {
    for (let slot = 0; slot < 4; slot += 1) {
      await Promise.all(children.map((child) => turn(child, 'poll')));
      for (const host of FEEDS) expect([slot, host, world.asked(host, '/feed').length]).toEqual([slot, host, slot + 1]);
      pass(slot === 1 ? 2 * HOUR : 70 * MINUTE);
    }
    pass(-3 * HOUR);
    await Promise.all(children.map((child) => turn(child, 'poll')));
    const back = FEEDS.map((host) => world.asked(host, '/feed').length);
    expect(Math.max(...back)).toBeLessThanOrEqual(5);
    pass(6 * HOUR);
    await Promise.all(children.map((child) => turn(child, 'poll')));
    expect(FEEDS.map((host) => world.asked(host, '/feed').length)).toEqual(back.map((count) => count + 1));
  });

  it('bring each event once, all looking at the same time', async () => {
    await call('POST', '/v1/webhooks', { url: at('hook.example', '/'), types: ['device.created'] });
    for (let number = 1; number <= 20; number += 1) await happen(`Halo ${number}`);
    await Promise.all(children.map((child) => turn(child, 'bring')));
    await Promise.all(children.map((child) => turn(child, 'bring')));
    expect([told.length, new Set(told).size]).toEqual([20, 20]);
    expect(await deliveries()).toEqual(Array(20).fill(ofOne('delivered', 1)));
  });

  it('note nothing for a receiver that another one has taken up since, and bring nothing more to it', async () => {
    const [slow, quick] = children;
    for (const name of ['Tern 1', 'Tern 2']) await happen(name);
    told.length = 0;
    isHolding = true;
    begin(slow, 'bring');
    await until(() => held.length === 1);
    isHolding = false;
    pass(30_000);
    await turn(quick, 'bring');
    expect(told).toHaveLength(1);
    pass(31_000);
    await turn(quick, 'bring');
    expect([told.length, told[1] === told[0], new Set(told).size]).toEqual([3, true, 2]);
    const ended = once(slow!, 'message');
    held.pop()?.();
    await ended;
    expect(told).toHaveLength(3);
    expect((await deliveries()).slice(20)).toEqual(Array(2).fill(ofOne('delivered', 1)));
  });

  it('bring what one of them was about when it was killed, under the same id, once its time is over', async () => {
    const [killed, other] = children;
    await happen('Wren 1');
    told.length = 0;
    isHolding = true;
    begin(killed, 'bring');
    await until(() => held.length === 1);
    isHolding = false;
    await kill(killed);
    pass(59_000);
    await turn(other, 'bring');
    expect(told).toHaveLength(1);
    pass(2_000);
    await turn(other, 'bring');
    expect([told.length, told[1]]).toEqual([2, told[0]]);
    expect((await deliveries()).slice(22)).toEqual([ofOne('delivered', 1)]);
    held.length = 0;
  });

  it('leave a feed alone that one of them was asking when it was killed, and ask it in its next slot', async () => {
    let letGo: (() => void) | null = null;
    world.site('slow.example', (path) =>
      path === '/feed' ? { body: rssOf('Slow', [entry]), until: (say) => (letGo = say) } : null,
    );
    const { body } = await call('POST', '/v1/subscriptions', { url: at('slow.example', '/feed') });
    const [killed] = children;
    begin(killed, 'poll');
    await until(() => letGo !== null);
    await kill(killed);
    const tick = () => server.get(PollSchedule).tick();
    const asked = () => world.asked('slow.example', '/feed').length;
    await tick();
    pass(6 * MINUTE);
    await tick();
    expect(asked()).toBe(1);
    world.site('slow.example', (path) => (path === '/feed' ? { body: rssOf('Slow', [entry]) } : null));
    pass(60 * MINUTE);
    await tick();
    expect(asked()).toBe(2);
    const { body: shown } = await server.call('GET', `/v1/subscriptions/${body.id}`, { role: 'admin' });
    expect(shown).toMatchObject({ failures: 0, counts: { polls: 1, items: 1, proposed: 1 } });
  });
});
