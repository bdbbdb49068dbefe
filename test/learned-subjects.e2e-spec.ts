import { setImmediate as nextTurn } from 'node:timers/promises';
import { In, Not } from 'typeorm';
import { Device } from '../src/devices/device.entity.js';
import { Database } from '../src/platform/database/database.js';
import { LearnedParameter } from '../src/rumors/learned-parameter.entity.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';
import { settle, unsettle } from './support/verdicts.js';

const DECIDED = 30;
const RIGHT = 6;

describe.each(DATABASES)('what is learned of subjects on %s', (database) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  });
  afterAll(() => server.close());

  const report = (device: string, change: { source?: string; subject?: string; value?: string } = {}) =>
    publish(server, { source: 'Ledger', on: '2022-01-20', device, subject: 'partner', value: 'Leica', ...change });
  const refresh = async (): Promise<void> => {
    const asked = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: 'scores' } });
    const job = async () => (await server.call('GET', `/v1/refresh-jobs/${asked.body.id}`)).body.status;
    while (['queued', 'running'].includes(await job())) await nextTurn();
    expect(await job()).toBe('succeeded');
  };
  const explanationOf = async ({ rumor }: Kept) =>
    (await server.call('GET', `/v1/rumors/${rumor.id}/explanation`)).body;
  const stored = () => server.get(Database).rows.find(LearnedParameter, { order: { kind: 'ASC', name: 'ASC' } });

  it('comes from thirty decided questions, is told with its n, and is given back', async () => {
    const open = await report('Orvane Halo', { source: 'Courier' });
    const price = await report('Orvane Halo', { source: 'Courier', subject: 'price', value: 'EUR 899' });
    const before = [await explanationOf(open), await explanationOf(price)];
    expect(before[0].steps[0]).toMatchObject({ kind: 'base_rate', value: 0.45, n: 0 });
    const told: Kept[] = [];
    for (let device = 0; device < DECIDED; device += 1) told.push(await report(`Orvane ${device}`));
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    for (const [at, kept] of told.entries()) await settle(server, kept, at < RIGHT ? 'true' : 'false', '2022-03-01');
    await refresh();
    const after = await explanationOf(open);
    const rate = (20 * 0.45 + RIGHT) / (20 + DECIDED);
    expect(after.steps[0]).toMatchObject({ kind: 'base_rate', n: DECIDED });
    expect(after.steps[0].value).toBeCloseTo(rate, 9);
    expect(after.text).toContain('learned, n = 30');
    expect(after.cause.map(({ kind }: { kind: string }) => kind)).toContain('calibration');
    const [step] = after.steps.slice(1);
    expect(step.scale).toBeGreaterThan(0.3);
    expect(step.scale).toBeLessThan(0.7); // most of what was said of partners came out otherwise
    expect((await explanationOf(price)).steps[0]).toEqual(before[1].steps[0]);
    const learned = await stored();
    expect(learned.map(({ kind, name, n }) => [kind, name, n])).toEqual([
      ['base_rate', 'partner', DECIDED],
      ['scale', 'partner', DECIDED],
    ]);
    await refresh();
    expect(await stored()).toEqual(learned);
    await unsettle(server, told[0]!);
    await refresh();
    expect(await stored()).toEqual([]);
    expect((await explanationOf(open)).steps[0]).toEqual(before[0].steps[0]);
  });

  it('is told of a category by itself, drawn to the others', async () => {
    server.clock.hold(Date.parse('2022-01-20T12:00:00Z'));
    const watches = { open: await report('Orvane Dial', { source: 'Courier' }), told: [] as Kept[] };
    for (const device of ['Dial A', 'Dial B', 'Dial C']) watches.told.push(await report(`Orvane ${device}`));
    const phone = await report('Orvane Leaf', { source: 'Courier' });
    const again = await report('Orvane 0');
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    await settle(server, again, 'true', '2022-03-01');
    for (const kept of watches.told) await settle(server, kept, 'true', '2022-03-01');
    const { rows } = server.get(Database);
    const ofWatches = [watches.open, ...watches.told].map(({ rumor }) => rumor.deviceId);
    await server.get(Database).transaction(async (writing) => {
      await writing.update(Device, { id: Not(In(ofWatches)) }, { category: 'phone' });
      await writing.update(Device, { id: In(ofWatches) }, { category: 'watch' });
    });
    await refresh();
    const phones = (20 * 0.45 + RIGHT) / (20 + DECIDED);
    const rateOf = async (kept: Kept) => (await explanationOf(kept)).steps[0];
    expect(await rateOf(phone)).toMatchObject({ n: DECIDED, reference_class: 'resolved here: phone' });
    expect((await rateOf(phone)).value).toBeCloseTo(phones, 9);
    expect(await rateOf(watches.open)).toMatchObject({ n: 3, reference_class: 'resolved here: watch' });
    expect((await rateOf(watches.open)).value).toBeCloseTo((20 * phones + 3) / 23, 9);
    expect((await explanationOf(watches.open)).text).toContain('learned of watch, n = 3');
    const known = await rows.find(LearnedParameter, { where: { kind: 'base_rate' }, order: { name: 'ASC' } });
    expect(known.map(({ name }) => name)).toEqual(['partner', 'partner of phone', 'partner of watch']);
  });
});
