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

const SOURCES = ['Ledger', 'Courier', 'Harbour'];
const VALUES = ['Leica', 'Zeiss'];
const anySteps = fc.array(
  fc.record({ claim: fc.nat(7), outcome: fc.constantFrom<Step['outcome']>('true', 'false', 'partly', 'reopened') }),
  { minLength: 1, maxLength: 14 },
);

/** Eight claims about four devices, each reported by one of three sources. */
async function newsroom(database: (typeof DATABASES)[number]): Promise<{ server: Server; claims: Kept[] }> {
  const server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  const claims: Kept[] = [];
  for (let claim = 0; claim < 8; claim += 1) {
    const about = { device: `Orvane ${claim >> 1}`, subject: 'partner', value: VALUES[claim % 2]! };
    claims.push(await publish(server, { ...about, source: SOURCES[claim % 3]!, on: '2022-01-20' }));
  }
  server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
  return { server, claims };
}

async function follow({ server, claims }: { server: Server; claims: Kept[] }, steps: readonly Step[]): Promise<void> {
  const standing = new Set<number>();
  for (const { claim, outcome } of steps) {
    server.clock.advance(60_000);
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
  it('are those that are counted from scratch, whatever was decided and taken back on the way', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const [long, short] = [await newsroom(database), await newsroom(database)];
        try {
          await follow(long, steps);
          const last = new Map(steps.map((step) => [step.claim, step]));
          await follow(
            short,
            [...last.values()].filter(({ outcome }) => outcome !== 'reopened'),
          );
          const at = long.server.clock.now();
          for (const { server } of [long, short]) server.clock.hold(at);
          expect(await told(short.server)).toEqual(await told(long.server));
        } finally {
          await long.server.close();
          await short.server.close();
        }
      }),
      { numRuns: 4 },
    );
  });
});
