import { setTimeout } from 'node:timers/promises';
import { Journal } from '../../src/events/journal.service.js';
import { Database } from '../../src/platform/database/database.js';
import { DATABASES } from '../support/databases.js';
import { Listener } from '../support/listener.js';
import { startServer, type Server } from '../support/server.js';

/** How much happens, who listens, and who does not read. */
const EVENTS = Number(process.env['STREAM_EVENTS'] ?? 10_000);
const LIVE = 20;
const STALLED = Number(process.env['STREAM_STALLED'] ?? 200);
/** How many events an act tells of, and after how many acts somebody is cut off and comes back. */
const AT_ONCE = 10;
const BREAK_EVERY = 5;
const PADDING = 'x'.repeat(1_000);
/** How soon whoever does not read is hung up on, in milliseconds. */
const HUNG_UP_WITHIN_MS = 30_000;
const describeGate = process.env['GATES'] === '1' ? describe.each(DATABASES) : describe.skip.each(DATABASES);

describeGate('many who listen, and many who do not read, on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    const settings = { streams: LIVE + STALLED + 10, streamsEach: LIVE + STALLED + 10 };
    server = await startServer(database, { settings });
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(() => server.close());

  const clients = async (): Promise<number> => {
    const { body } = await server.call('GET', '/metrics', { role: 'admin' });
    return Number(/^hearsay_stream_clients (\d+)/m.exec(String(body))?.[1]);
  };

  it('hear of everything once and in order, and those who do not read are hung up on', async () => {
    const open = (count: number) => Promise.all(Array.from({ length: count }, () => new Listener(server).open()));
    const [live, stalled] = [await open(LIVE), await open(STALLED)];
    for (const each of stalled) each.stall();
    const memory = process.memoryUsage().rss;
    let peak = memory;
    const delays: number[] = [];
    for (let told = 0; told < EVENTS; told += AT_ONCE) {
      await server.get(Database).transaction(async () => {
        for (let each = told; each < told + AT_ONCE; each += 1)
          await server.get(Journal).announce('refresh.started', `job_${each}`, { cause: PADDING, scope: 'all' });
      });
      const act = told / AT_ONCE;
      const begun = performance.now();
      if (act % 20 === 0) {
        const reader = live[0]!;
        await reader.until(({ events }) => events.length >= told + AT_ONCE);
        delays.push(performance.now() - begun);
      }
      if (act % BREAK_EVERY === 0) {
        const reader = live[1 + ((act / BREAK_EVERY) % (LIVE - 1))]!;
        reader.break();
        await reader.open();
      }
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    for (const reader of live) await reader.until(({ events }) => events.length >= EVENTS);
    for (const reader of live) {
      expect(reader.events.map(({ data }) => data.subject)).toEqual(
        Array.from({ length: EVENTS }, (_, at) => `job_${at}`),
      );
      expect(reader.blocks.filter(({ event }) => event === 'stream.reset')).toEqual([]);
    }
    const p99 = delays.toSorted((one, other) => one - other)[Math.floor(delays.length * 0.99)] ?? 0;
    const megabytes = Math.round((peak - memory) / 1e6);
    const hungUpBy = performance.now() + HUNG_UP_WITHIN_MS;
    while ((await clients()) > LIVE && performance.now() < hungUpBy) await setTimeout(250);
    console.info(`${database}: live p99 ${Math.round(p99)} ms, + ${megabytes} MB with all readers`);
    expect(await clients()).toBe(LIVE);
    for (const each of [...live, ...stalled]) each.break();
  }, 3_600_000);
});
