import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { contractOf } from '../../src/openapi.js';
import { Contract, type Operation } from '../support/contract.js';
import { DATABASES } from '../support/databases.js';
import { startServer, type Server } from '../support/server.js';
import { asking, type Asked, type Caller } from './asking.js';
import { Following, isOneObject } from './following.js';
import { judge } from './judging.js';
import { Wire, type Received } from './wire.js';
import { refill, settledWorld, thingAt } from './settling.js';
import type { World } from './world.js';

/** How many requests are sent in all; they are divided among the databases (`npm run gates` sends 100,000). */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 5000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261124);
/** Whoever waits longer hangs, in milliseconds; on a machine that does more than this, it is told to be patient. */
const PATIENCE = Number(process.env['FUZZ_PATIENCE'] ?? 20_000);
const AT_ONCE = 6;
/** How much of the operations must have succeeded: some take several things that only a long run names at once. */
const SHARE_TAKEN = REQUESTS < 50_000 ? 0.8 : 0.95;

const PROBLEMS = readFileSync(join(__dirname, '..', '..', 'docs', 'problems.md'), 'utf8');
/** Every code that the page of problems explains; some rows explain several. */
const CODES: ReadonlySet<string> = new Set(
  [...PROBLEMS.matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!),
  ),
);

jest.setTimeout(3_600_000);

describe.each(DATABASES)('the interface holds to its contract on %s', (database) => {
  let server: Server;
  let world: World;
  let wire: Wire;
  let contract: Contract;
  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-06-10T12:00:00Z' });
    await server.app.listen(0, '127.0.0.1');
    wire = new Wire((server.app.getHttpServer().address() as AddressInfo).port, PATIENCE);
    contract = new Contract(contractOf(server.app));
    const admin = await server.key('admin');
    for (const role of ['editor', 'contributor', 'reader'] as const) await server.key(role);
    keys = { admin, nobody: '', 'a wrong key': `${admin.slice(0, -1)}${admin.endsWith('0') ? '1' : '0'}` };
    world = await settledWorld(server);
  });
  afterAll(async () => {
    wire.close();
    await server.close();
  });
  let keys: Record<Caller, string>;

  it('whatever is sent to it', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const wrong: string[] = [];
    const taken = new Set<string>();
    const following = new Following(wire, keys.admin);
    const refusals = new Map<string, string[]>(contract.operations.map(({ id }) => [id, []]));
    const one = async (asked: Asked): Promise<void> => {
      const received = await wire.send(asked.sent).catch((error: Error) => error.message);
      const faults = typeof received === 'string' ? [received] : told(asked, received);
      if (faults.length > 0) wrong.push(report(asked, received, faults));
    };
    const told = (asked: Asked, received: Received): readonly string[] => {
      const { operation, fate } = asked;
      const isTrial = String(asked.sent.body).includes('"dry_run":true');
      if (received.status < 300 && isOneObject(received) && !isTrial)
        world.learn(received.text, thingAt(operation.path));
      if (received.status === 410 || received.status === 404)
        world.forget(`${asked.sent.url} ${String(asked.sent.body)}`);
      following.note(asked, received);
      const { faults, code } = judge(asked, received, contract, CODES);
      if (received.status < 300 && fate === 'taken') taken.add(operation.id);
      else if (code !== null && fate === 'taken') refusals.get(operation.id)!.push(code);
      return faults;
    };
    const total = Math.ceil(REQUESTS / DATABASES.length);
    const rounds = Math.ceil(total / (contract.operations.length * 2));
    for (let round = 0; round < rounds && wrong.length < 40; round += 1) {
      if (round % 4 === 0) await refill(server, world, round);
      const batch = contract.operations.flatMap((operation, place) => sample(operation, SEED + round * 1000 + place));
      for (let at = 0; at < batch.length; at += AT_ONCE) {
        await Promise.all(batch.slice(at, at + AT_ONCE).map(one));
        wrong.push(...(await following.ask()));
      }
    }
    expect(wrong).toEqual([]);
    const missed = [...refusals].filter(([id]) => !taken.has(id));
    expect(missed.length > refusals.size * (1 - SHARE_TAKEN) ? missed : []).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  const sample = (operation: Operation, seed: number): Asked[] =>
    fc.sample(asking(operation, { contract, world }, keys), { seed, numRuns: 2 });
});

/** All that is needed to send it again. */
const report = (
  { operation, sent, how, fate }: Asked,
  received: Received | string,
  faults: readonly string[],
): string =>
  JSON.stringify({
    ...{ faults, operation: operation.id, how, fate, sent: { ...sent, body: String(sent.body).slice(0, 600) } },
    received: typeof received === 'string' ? received : { status: received.status, text: received.text.slice(0, 600) },
  });
