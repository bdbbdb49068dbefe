import { fork, type ChildProcess } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Journal } from '../../src/events/journal.service.js';
import { Database } from '../../src/platform/database/database.js';
import { DATABASES } from '../support/databases.js';
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
  let readers: Readers | null = null;

  beforeAll(async () => {
    const settings = { streams: LIVE + STALLED + 10, streamsEach: LIVE + STALLED + 10 };
    server = await startServer(database, { settings });
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    readers?.close();
    await server.close();
  });

  const clients = async (): Promise<number> => {
    const { body } = await server.call('GET', '/metrics', { role: 'admin' });
    return Number(/^hearsay_stream_clients (\d+)/m.exec(String(body))?.[1]);
  };

  it('hear of everything once and in order, and those who do not read are hung up on', async () => {
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    readers = await Readers.open(port, LIVE, STALLED);
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
        await readers.ask({ act: 'await', reader: 0, count: told + AT_ONCE });
        delays.push(performance.now() - begun);
      }
      if (act % BREAK_EVERY === 0) {
        await readers.ask({ act: 'break', reader: 1 + ((act / BREAK_EVERY) % (LIVE - 1)) });
      }
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    for (let reader = 0; reader < LIVE; reader += 1) await readers.ask({ act: 'await', reader, count: EVENTS });
    expect(await readers.ask({ act: 'sum' })).toEqual(
      Array.from({ length: LIVE }, () => ({ heard: EVENTS, faults: [] })),
    );
    const p99 = delays.toSorted((one, other) => one - other)[Math.floor(delays.length * 0.99)] ?? 0;
    const megabytes = Math.round((peak - memory) / 1e6);
    const hungUpBy = performance.now() + HUNG_UP_WITHIN_MS;
    while ((await clients()) > LIVE && performance.now() < hungUpBy) await setTimeout(250);
    console.info(`${database}: live p99 ${Math.round(p99)} ms, + ${megabytes} MB in the process of the server`);
    expect(await clients()).toBe(LIVE);
  }, 3_600_000);
});

/** The readers, in a process of their own. */
class Readers {
  private asked = 0;
  private readonly waiting = new Map<number, (found: unknown) => void>();

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, found }: { id: number; found?: unknown }) => {
      this.waiting.get(id)?.(found);
      this.waiting.delete(id);
    });
    child.on('exit', (code) => {
      for (const [, end] of this.waiting) end(`the readers ended with ${code}`);
    });
  }

  /** Resolves when all of them are connected. */
  static async open(port: number, live: number, stalled: number): Promise<Readers> {
    const file = join(__dirname, 'readers.mjs');
    const readers = new Readers(fork(file, [port, live, stalled].map(String), { execArgv: [] }));
    await readers.answer(0);
    return readers;
  }

  ask(message: { readonly act: string; readonly reader?: number; readonly count?: number }): Promise<unknown> {
    this.asked += 1;
    this.child.send({ ...message, id: this.asked });
    return this.answer(this.asked);
  }

  close(): void {
    this.child.disconnect();
  }

  private answer(id: number): Promise<unknown> {
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }
}
