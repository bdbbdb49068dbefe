import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { StaleQuestions } from '../src/assessments/stale-questions.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { SourceTally } from '../src/sources/source-tally.entity.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';
import { settle, unsettle } from './support/verdicts.js';

const DECIDED_ON = '2022-03-01';
const REFRESHED_AT = Date.parse('2022-03-05T12:00:00Z');
/** Decided four days before they are weighed: each counts 2^(−4 / 548). */
const LEFT = 2 ** (-4 / 548);
const logit = (p: number): number => Math.log(p / (1 - p));

/** Refreshes everything, as the schedule does. */
async function refresh(server: Server): Promise<void> {
  const asked = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: 'scores' } });
  const job = async () => (await server.call('GET', `/v1/refresh-jobs/${asked.body.id}`)).body.status;
  while (['queued', 'running'].includes(await job())) await nextTurn();
  expect(await job()).toBe('succeeded');
}

const explanationOf = async (server: Server, { rumor }: Kept, asOf = '') =>
  (await server.call('GET', `/v1/rumors/${rumor.id}/explanation${asOf}`)).body;

describe.each(DATABASES)('what is learned of sources on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  });
  afterEach(() => server.close());

  const report = (device: string, change: { value?: string; source?: string; stance?: 'refutes' } = {}) =>
    publish(server, { source: 'Ledger', on: '2022-01-20', device, subject: 'partner', value: 'Leica', ...change });
  const decided = async (count: number, right: number): Promise<Kept[]> => {
    const told: Kept[] = [];
    for (let device = 0; device < count; device += 1) told.push(await report(`Orvane ${device}`));
    server.clock.hold(REFRESHED_AT);
    for (const [index, kept] of told.entries())
      await settle(server, kept, index < right ? 'true' : 'false', DECIDED_ON);
    return told;
  };

  it('moves what else they say at the next refresh, and the explanation says by what', async () => {
    const open = await report('Orvane Halo');
    const other = await report('Orvane Nova', { source: 'Courier' });
    const [early, apart] = [await explanationOf(server, open), await explanationOf(server, other)];
    const told = await decided(9, 7);
    await refresh(server);
    const step = (await explanationOf(server, open)).steps.find(({ kind }: { kind: string }) => kind === 'report');
    // A = (5 · .75 + 7f) / (5 + 9f), a = (20 · A + 7f) / (20 + 9f), f = 2^(−4 / 548) = .99495: A = .7679, a = .7709
    const all = (5 * 0.75 + 7 * LEFT) / (5 + 9 * LEFT);
    const accuracy = (20 * all + 7 * LEFT) / (20 + 9 * LEFT);
    expect(accuracy).toBeCloseTo(0.7709, 4);
    expect(step.accuracy).toBeCloseTo(accuracy, 12);
    expect(step.log_odds_delta).toBeCloseTo(
      step.scale * step.certainty_weight * step.recency.decay * logit(accuracy),
      12,
    );
    const words = 'right in 7 of 9 on partners';
    expect(step.track_record).toEqual({ kind: 'partner', stance: 'supports', right: 7, n: 9, text: words });
    const now = await explanationOf(server, open);
    expect(now.text).toContain(words);
    expect(now.cause).toEqual([{ kind: 'track_record', ids: [step.source.id] }]);
    expect(early.steps[1].track_record).toBeNull();
    const then = await explanationOf(server, open, '?as_of=2022-02-01T00:00:00Z');
    expect([then.log_odds, then.steps, then.text]).toEqual([early.log_odds, early.steps, early.text]);
    const untouched = await explanationOf(server, other);
    expect(untouched.steps[1].accuracy).toBe(apart.steps[1].accuracy);
    for (const kept of told) await unsettle(server, kept);
    await refresh(server);
    expect((await explanationOf(server, open)).steps[1]).toMatchObject({ accuracy: 0.75, track_record: null });
    expect(await server.get(Database).rows.count(SourceTally)).toBe(0);
  });

  it('is not weighed by the verdicts on the question itself', async () => {
    const leica = await report('Orvane 1');
    const zeiss = await report('Orvane 1', { value: 'Zeiss' });
    const elsewhere = await report('Orvane 2', { value: 'Zeiss' });
    server.clock.hold(REFRESHED_AT);
    await settle(server, leica, 'false', DECIDED_ON);
    await refresh(server);
    expect((await explanationOf(server, zeiss)).steps[1]).toMatchObject({ accuracy: 0.75, track_record: null });
    const all = (5 * 0.75) / (5 + LEFT);
    const { accuracy, track_record: taught } = (await explanationOf(server, elsewhere)).steps[1];
    expect(accuracy).toBeCloseTo((20 * all) / (20 + LEFT), 12);
    expect(taught).toMatchObject({ right: 0, n: 1 });
  });

  it('fades with every day, without being counted again', async () => {
    const open = await report('Orvane Halo');
    await decided(3, 0);
    await refresh(server);
    const before = (await explanationOf(server, open)).steps[1].accuracy;
    const tallies = await server.get(Database).rows.find(SourceTally);
    server.clock.hold(REFRESHED_AT + 548 * 86_400_000);
    await refresh(server);
    expect(await server.get(Database).rows.find(SourceTally)).toEqual(tallies);
    const { accuracy, track_record: taught } = (await explanationOf(server, open)).steps[1];
    const half = 3 * LEFT * 0.5;
    expect(accuracy).toBeCloseTo((20 * ((5 * 0.75) / (5 + half))) / (20 + half), 12);
    expect(accuracy).toBeGreaterThan(before);
    expect(taught).toMatchObject({ right: 0, n: 3 });
  });

  it('leaves a maker alone, whose accuracy is fixed', async () => {
    const whispered = await publish(server, {
      ...{
        source: 'Whisper',
        kind: 'maker',
        on: '2022-01-20',
        device: 'Orvane Halo',
        subject: 'partner',
        value: 'Leica',
      },
    });
    const decidedOne = await publish(server, {
      ...{ source: 'Whisper', kind: 'maker', on: '2022-01-20', device: 'Orvane 1', subject: 'partner', value: 'Leica' },
    });
    server.clock.hold(REFRESHED_AT);
    await settle(server, decidedOne, 'false', DECIDED_ON);
    await refresh(server);
    const step = (await explanationOf(server, whispered)).steps[1];
    expect(step).toMatchObject({ accuracy: 0.98, track_record: null });
    expect(await server.get(StaleQuestions).count(null)).toBe(0);
  });
});

type Outcome = 'true' | 'false' | 'partly';
interface Step {
  readonly claim: number;
  readonly outcome: Outcome | 'reopened';
  /** The day on which it was decided. */
  readonly on: string;
  readonly thenRefresh: boolean;
}
const anySteps = fc.array(
  fc.record({
    claim: fc.nat(7),
    outcome: fc.constantFrom<Step['outcome']>('true', 'false', 'partly', 'reopened'),
    on: fc.constantFrom('2022-02-07', '2022-02-17', '2022-03-01', '2022-03-04'),
    thenRefresh: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Ten claims about five devices, each reported by two of three sources. */
async function newsroom(database: (typeof DATABASES)[number]) {
  const server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  const claims: Kept[] = [];
  for (let claim = 0; claim < 10; claim += 1) {
    const about = { device: `Orvane ${claim >> 1}`, subject: 'partner', value: ['Leica', 'Zeiss'][claim % 2]! };
    const sources = ['Ledger', 'Courier', 'Harbour'];
    await publish(server, { ...about, source: sources[(claim + 1) % 3]!, on: '2022-01-19', stance: 'refutes' });
    claims.push(await publish(server, { ...about, source: sources[claim % 3]!, on: '2022-01-20' }));
  }
  server.clock.hold(REFRESHED_AT);
  return { server, claims };
}

describe.each(DATABASES)('numbers on %s', (database) => {
  let told: Awaited<ReturnType<typeof newsroom>>;
  let fresh: Awaited<ReturnType<typeof newsroom>>;
  beforeAll(async () => {
    [told, fresh] = [await newsroom(database), await newsroom(database)];
  });
  afterAll(() => Promise.all([told.server.close(), fresh.server.close()]));

  const follow = async ({ server, claims }: typeof told, standing: Set<number>, steps: readonly Step[]) => {
    for (const { claim, outcome, on, thenRefresh } of steps) {
      if (standing.delete(claim)) await unsettle(server, claims[claim]!);
      if (outcome !== 'reopened') {
        await settle(server, claims[claim]!, outcome, on);
        standing.add(claim);
      }
      if (thenRefresh) await refresh(server);
    }
  };
  const numbers = async ({ server, claims }: typeof told) => {
    await refresh(server);
    const found: unknown[] = [];
    for (const { rumor } of claims) {
      const row = await server.get(Database).rows.findOneByOrFail(Rumor, { id: rumor.id });
      found.push([row.status, ...(row.status === 'open' ? [row.probability, row.low, row.high] : [])]);
    }
    return found;
  };
  const reopen = (room: typeof told, standing: Set<number>) =>
    follow(
      room,
      standing,
      [...standing].map((claim) => ({ claim, outcome: 'reopened', on: DECIDED_ON, thenRefresh: false })),
    );

  it('are those of a store that was told the last verdicts only, and all comes back when they are reopened', async () => {
    const nothing = await numbers(told);
    expect(await numbers(fresh)).toEqual(nothing);
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const [standing, others] = [new Set<number>(), new Set<number>()];
        await follow(told, standing, steps);
        const last = [...new Map(steps.map((step) => [step.claim, { ...step, thenRefresh: false }])).values()];
        await follow(fresh, others, last.filter(({ outcome }) => outcome !== 'reopened').reverse());
        const after = await numbers(told);
        expect(after).toEqual(await numbers(fresh));
        moved += after.slice(8).some((number, index) => !isDeepStrictEqual(number, nothing[8 + index])) ? 1 : 0;
        await reopen(told, standing);
        await reopen(fresh, others);
        expect(await numbers(told)).toEqual(nothing);
        expect(await numbers(fresh)).toEqual(nothing);
      }),
      { numRuns: 5, seed: 20_261_124 },
    );
    expect(moved).toBeGreaterThan(0); // the device that nobody decides anything about
  });
});
