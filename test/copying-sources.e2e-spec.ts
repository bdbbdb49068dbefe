import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database } from '../src/platform/database/database.js';
import { SourceCopying } from '../src/sources/source-copying.entity.js';
import { DATABASES } from './support/databases.js';
import { publish, tell, type Kept } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';
import { settle, unsettle } from './support/verdicts.js';

/** Devices whose chip was decided; on the first of them Courier was wrong. */
const DECIDED = 9;
const WRONG = 4;

interface Step {
  readonly source: { readonly name: string };
  readonly independence: { discount: number; repeats: { source: { name: string } }[]; text: string | null };
  readonly log_odds_delta: number;
}

describe.each(DATABASES)('sources that repeat others on %s', (database) => {
  let server: Server;
  const truths: Kept[] = [];
  beforeAll(async () => {
    server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  });
  afterAll(() => server.close());

  const says = (source: string, day: number, device: string, value: string, vetted = true) =>
    tell(server, { source, vetted, on: `2022-01-${String(day).padStart(2, '0')}`, device, subject: 'chipset', value });
  const refresh = async (scope = 'scores'): Promise<void> => {
    const asked = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: { scope } });
    const job = async () => (await server.call('GET', `/v1/refresh-jobs/${asked.body.id}`)).body.status;
    while (['queued', 'running'].includes(await job())) await nextTurn();
    expect(await job()).toBe('succeeded');
  };
  const explanationOf = async ({ rumor }: Kept) =>
    (await server.call('GET', `/v1/rumors/${rumor.id}/explanation`)).body;
  const stepsOf = async (kept: Kept): Promise<Record<string, Step>> => {
    const steps: Step[] = (await explanationOf(kept)).steps.filter(({ kind }: { kind: string }) => kind === 'report');
    return Object.fromEntries(steps.map((step) => [step.source.name, step]));
  };
  const stored = async () => {
    const rows = await server.get(Database).rows.find(SourceCopying, { order: { sourceId: 'ASC', otherId: 'ASC' } });
    return rows.map(({ sourceId, otherId, pDep, common, modelVersion }) => ({
      sourceId,
      otherId,
      pDep,
      common,
      modelVersion,
    }));
  };

  /** Courier invents, Echo and a stranger repeat it a day later; Ledger and Gazette both know how it is. */
  const happen = async (device: number): Promise<void> => {
    const [name, truth] = [`Orvane ${device}`, `Kestrel ${device}`];
    const told = device < WRONG ? `Vortex ${device}` : truth;
    truths.push(await says('Ledger', 3, name, truth));
    await says('Gazette', 4, name, truth);
    await says('Courier', 1, name, told);
    await says('Echo', 2, name, told);
    await says('Stranger', 2, name, told, false);
  };

  it('count less beside them, by what both got wrong and nobody else said; who knows the same is no copy', async () => {
    const open = await says('Courier', 5, 'Orvane Halo', 'Vortex 99');
    await says('Echo', 6, 'Orvane Halo', 'Vortex 99');
    await says('Stranger', 7, 'Orvane Halo', 'Vortex 99', false);
    const known = await says('Ledger', 5, 'Orvane Nova', 'Kestrel 99');
    await publish(server, {
      ...{ source: 'Gazette', on: '2022-01-06', device: 'Orvane Nova' },
      ...{ subject: 'chipset', value: 'Kestrel 99' },
    });
    const before = (await explanationOf(open)).confidence.probability;
    expect((await stepsOf(open)).Echo).toMatchObject({ independence: { discount: 1, repeats: [], text: null } });

    for (let device = 0; device < 4; device += 1) await happen(device);
    await refresh();
    expect(await stored()).toEqual([]); // agreed on five open questions, two against two: that may be chance

    for (let device = 4; device < DECIDED; device += 1) await happen(device);
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    for (const truth of truths) await settle(server, truth, 'true', '2022-03-01');
    await refresh();

    const [pair, ...others] = await stored();
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ common: DECIDED + 1, modelVersion: expect.any(String) });
    expect(pair!.pDep).toBeGreaterThan(0.95);
    const { Courier: original, Echo: echo } = await stepsOf(open);
    expect(original!.independence).toMatchObject({ discount: 1, repeats: [], text: null });
    expect(echo!.independence.discount).toBeCloseTo(1 - 0.8 * pair!.pDep, 12);
    expect(echo!.independence.repeats).toMatchObject([{ source: { name: 'Courier' }, probability: pair!.pDep }]);
    expect(echo!.log_odds_delta).toBeGreaterThan(0);
    expect(echo!.log_odds_delta).toBeLessThan(0.3 * original!.log_odds_delta);
    const why = await explanationOf(open);
    expect(why.text).toMatch(/often repeats Courier \((over 99|\d+) %\): counted \d+ %/);
    expect(why.cause.map(({ kind }: { kind: string }) => kind)).toContain('copying');
    expect(why.confidence.probability).toBeLessThan(before);
    for (const step of Object.values(await stepsOf(known))) expect(step.independence.discount).toBe(1);
  });

  it('are found anew from the rows, whatever stood there, and no more once nothing tells them', async () => {
    const found = await stored();
    await server.get(Database).transaction(async (rows) => {
      await rows.delete(SourceCopying, { sourceId: found[0]!.sourceId, otherId: found[0]!.otherId });
    });
    await refresh('all');
    expect(await stored()).toEqual(found);
    await refresh();
    expect(await stored()).toEqual(found);
    const [first] = truths;
    await unsettle(server, first!);
    await settle(server, first!, 'true', '2022-03-01');
    await refresh();
    expect(await stored()).toEqual(found);
  });
});
