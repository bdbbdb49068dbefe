import fc from 'fast-check';
import { Source } from '../src/sources/source.entity.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept } from './support/newsroom.js';
import { startServer, type Answer, type Server } from './support/server.js';
import { score, settle, unsettle } from './support/verdicts.js';

type Body = Answer['body'];
type Outcome = 'true' | 'false' | 'partly';

/** What is done to one of the claims: decided so, or taken back. */
interface Step {
  readonly claim: number;
  readonly outcome: Outcome | 'reopened';
}

interface Newsroom {
  readonly server: Server;
  readonly claims: readonly Kept[];
}

const SOURCES = ['Ledger', 'Courier', 'Harbour'];
const VALUES = ['Leica', 'Zeiss'];
const anySteps = fc.array(
  fc.record({ claim: fc.nat(7), outcome: fc.constantFrom<Step['outcome']>('true', 'false', 'partly', 'reopened') }),
  { minLength: 1, maxLength: 8 },
);

/** Eight claims about four devices, each reported by one of three sources. */
async function newsroom(database: (typeof DATABASES)[number]): Promise<Newsroom> {
  const server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  const claims: Kept[] = [];
  for (let claim = 0; claim < 8; claim += 1) {
    const about = { device: `Orvane ${claim >> 1}`, subject: 'partner', value: VALUES[claim % 2]! };
    claims.push(await publish(server, { ...about, source: SOURCES[claim % 3]!, on: '2022-01-20' }));
  }
  server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
  return { server, claims };
}

/** Does the steps in their order, with the claims that stand decided before and after them. */
async function follow({ server, claims }: Newsroom, standing: Set<number>, steps: readonly Step[]): Promise<void> {
  for (const { claim, outcome } of steps) {
    if (standing.delete(claim)) await unsettle(server, claims[claim]!);
    if (outcome === 'reopened') continue;
    await settle(server, claims[claim]!, outcome, '2022-03-01');
    standing.add(claim);
  }
}

/** Everything that is told of records, without ids and instants. */
async function told(server: Server): Promise<unknown> {
  await score(server);
  const plain = (body: Body): unknown =>
    JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'id' || key === 'as_of' ? undefined : value)));
  const bodies: unknown[] = [];
  for (const url of ['calibration', 'leaderboard?min_resolved=2', 'sources/ledger/calibration']) {
    bodies.push(plain((await server.call('GET', `/v1/${url}`)).body));
  }
  const sources = await server.get(Database).rows.find(Source, { where: {}, order: { name: 'ASC' } });
  const counts = sources.map(({ resolvedCount, hitCount, eventCount, earlyCallCount, reliability }) => [
    ...[resolvedCount, hitCount, eventCount, earlyCallCount, reliability],
  ]);
  return [...bodies, counts];
}

describe.each(DATABASES)('records on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(database);
  });
  afterAll(() => room.server.close());

  it('are those that are counted from scratch, whatever was decided and taken back on the way', async () => {
    const nothing = await told(room.server);
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const standing = new Set<number>();
        await follow(room, standing, steps);
        const after = await told(room.server);
        const last = new Map(steps.map((step) => [step.claim, step]));
        const undoing = [...standing].map((claim) => ({ claim, outcome: 'reopened' as const }));
        await follow(room, standing, undoing);
        expect(await told(room.server)).toEqual(nothing);
        const left = [...last.values()].filter(({ outcome }) => outcome !== 'reopened').reverse();
        await follow(room, standing, left);
        expect(await told(room.server)).toEqual(after);
        const all = [...standing].map((claim) => ({ claim, outcome: 'reopened' as const }));
        await follow(room, standing, all);
      }),
      { numRuns: 5 },
    );
  });
});
