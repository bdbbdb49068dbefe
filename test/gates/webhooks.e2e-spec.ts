import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook as Judge } from 'standardwebhooks';
import { Journal } from '../../src/events/journal.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startChild } from '../support/children.js';
import { DATABASES } from '../support/databases.js';
import type { LivingOptions, Turn } from '../support/living-child.js';
import { loopback, type Loopback } from '../support/loopback.js';
import { startServer, type Server } from '../support/server.js';

/** How many things happen, to how many things. */
const EVENTS = Number(process.env['WEBHOOK_EVENTS'] ?? 5_000);
const THINGS = 100;
const START = Date.UTC(2029, 9, 1);
/** Of what is brought, the receiver refuses this share, and loses its own answer to that share; never more than so often. */
const FAILS = 0.3;
const LOSES = 0.1;
const MOST_TIMES = 6;
const describeGate = process.env['GATES'] === '1' ? describe.each(DATABASES) : describe.skip.each(DATABASES);

interface Arrival {
  readonly id: string;
  readonly subject: string;
  readonly sequence: number;
  readonly isSigned: boolean;
  readonly isTaken: boolean;
}

describeGate('a receiver that fails, loses answers and outlives a kill, on %s', (database) => {
  let server: Server;
  let receiver: Loopback;
  let child: ChildProcess;
  let secret = '';
  let now = START;
  const well = new Set<string>();
  const arrivals: Arrival[] = [];
  const times = new Map<string, number>();

  beforeAll(async () => {
    receiver = await loopback((request, response) => void take(request, response));
    const settings = { outboundAllow: [`127.0.0.1:${receiver.port}`] };
    server = await startServer(database, { clock: new Date(START).toISOString(), settings });
    const register = async (path: string) =>
      (
        await server.call('POST', '/v1/webhooks', {
          role: 'admin',
          body: { url: at(path), types: ['refresh.started'] },
        })
      ).body;
    secret = (await register('/sick')).secret;
    await register('/dead');
    await register('/well');
    const options: LivingOptions = { clock: START, settings, names: {} };
    child = startChild('living-child.ts', database, server.databaseUrl, JSON.stringify(options));
    await once(child, 'message');
  }, 300_000);
  afterAll(async () => {
    child.kill('SIGKILL');
    await server.close();
    await receiver.close();
  });

  const at = (path: string) => `http://127.0.0.1:${receiver.port}${path}`;

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url === '/dead') return void response.writeHead(500).end();
    const id = String(request.headers['webhook-id']);
    if (request.url === '/well') return void (well.add(id), response.writeHead(204).end());
    const body = Buffer.concat(chunks).toString();
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    const draw = createHash('sha256').update(`${id} ${time}`).digest().readUInt32BE() / 2 ** 32;
    const [isRefused, isLost] = [draw < FAILS && time < MOST_TIMES, draw < FAILS + LOSES && time < MOST_TIMES];
    const signedAt = new Date(Number(request.headers['webhook-timestamp']) * 1000);
    const isSigned = new Judge(secret).sign(id, signedAt, body) === request.headers['webhook-signature'];
    const { subject, sequence } = JSON.parse(body) as { subject: string; sequence: number };
    arrivals.push({ id, subject, sequence, isSigned, isTaken: !isRefused });
    if (isRefused) return void response.writeHead(500).end();
    if (isLost) return void response.destroy();
    response.writeHead(204).end();
  };

  const pending = async (): Promise<number> =>
    (await server
      .get(Database)
      .readOne<{ n: number }>(
        "select count(*) as n from deliveries d join webhooks w on w.id = d.webhook_id where d.status = 'pending' and w.url not like '%/dead'",
      ))!.n;
  const turn = async (): Promise<void> => {
    const done = once(child, 'message');
    child.send({ at: now, does: 'bring' } satisfies Turn);
    await done;
  };

  it('has everything at least once, under one id, in the order of each thing, and delays nobody', async () => {
    const journal = server.get(Journal);
    for (let made = 0; made < EVENTS; made += 50) {
      await server.get(Database).transaction(async () => {
        for (let each = made; each < Math.min(EVENTS, made + 50); each += 1)
          await journal.announce('refresh.started', `job_${each % THINGS}`, { cause: 'api', scope: 'all' });
      });
    }
    child.send({ at: now, does: 'bring' } satisfies Turn);
    while (arrivals.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    child = startChild(
      'living-child.ts',
      ...[database, server.databaseUrl],
      JSON.stringify({ clock: START, settings: { outboundAllow: [`127.0.0.1:${receiver.port}`] }, names: {} }),
    );
    await once(child, 'message');
    now += 61_000;
    for (let idle = 0; (await pending()) > 0;) {
      const before = arrivals.length + well.size;
      await turn();
      idle = arrivals.length + well.size === before ? idle + 1 : 0;
      if (idle > 0) now += 5 * 60_000 * idle;
      if (idle > 50) throw new Error(`${await pending()} never came`);
    }
    expect(well.size).toBe(EVENTS);
    expect(new Set(arrivals.map(({ id }) => id)).size).toBe(EVENTS);
    expect(arrivals.filter(({ isSigned }) => !isSigned)).toEqual([]);
    const first = new Map<string, number[]>();
    const seen = new Set<string>();
    for (const { id, subject, sequence, isTaken } of arrivals) {
      if (!isTaken || seen.has(id)) continue;
      seen.add(id);
      first.set(subject, [...(first.get(subject) ?? []), sequence]);
    }
    expect(seen.size).toBe(EVENTS);
    for (const order of first.values()) expect(order).toEqual(order.toSorted((one, other) => one - other));
    console.info(`${EVENTS} events, ${arrivals.length} arrivals on ${database}`);
  }, 3_600_000);
});
