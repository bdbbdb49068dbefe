import { setImmediate as nextTurn } from 'node:timers/promises';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { Source } from '../src/sources/source.entity.js';
import { Database } from '../src/platform/database/database.js';
import { believe } from './support/beliefs.js';
import { DATABASES } from './support/databases.js';
import { tell, type Kept } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';
import { score, settle, unsettle } from './support/verdicts.js';

describe.each(DATABASES)('scores on %s', (database) => {
  let server: Server;
  const source = async (slug: string) => (await server.call('GET', `/v1/sources/${slug}`)).body;
  const resolution = async ({ rumor, evidenceId }: Kept, outcome: string) => {
    const body = { outcome, evidence: evidenceId, happened_on: '2022-03-01' };
    const headers = { 'if-none-match': '*' };
    return server.call('PUT', `/v1/rumors/${rumor.id}/resolution`, { role: 'editor', body, headers });
  };
  beforeEach(async () => {
    server = await startServer(database, { clock: '2022-01-20T12:00:00Z' });
  });
  afterEach(() => server.close());
  const report = (device: string, name: string) =>
    tell(server, { source: name, on: '2022-01-20', device, subject: 'partner', value: 'Leica' });

  it('follow a resolution at once, and its reopening', async () => {
    const leica = await report('Orvane 1', 'Ledger');
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    const before = await source('ledger');
    expect((await resolution(leica, 'true')).status).toBe(201);
    expect((await source('ledger')).record).toMatchObject({ resolved: 1, hits: 1, events: 1 });
    server.clock.advance(60_000);
    const address = `/v1/rumors/${leica.rumor.id}/resolution?reason=another%20device`;
    const taken = await server.call('DELETE', address, { role: 'admin', headers: { 'if-match': '*' } });
    expect(taken.status).toBe(204);
    expect((await source('ledger')).record).toEqual(before.record);
    const between = await server.call('GET', '/v1/sources/ledger?as_of=2022-03-05T12:00:30Z');
    expect(between.body.record).toMatchObject({ resolved: 1, hits: 1 });
  });

  it('make a source established by five early calls that were right against the crowd, and weigh it anew', async () => {
    const rows = server.get(Database).rows;
    const told: Kept[] = [];
    for (let device = 0; device < 6; device += 1) {
      const kept = await report(`Orvane ${device}`, 'Whisper');
      if (device === 5) await believe(server, kept.rumor, 0.9);
      told.push(kept);
    }
    await server
      .get(Database)
      .transaction((write) => write.update(Source, { slug: 'whisper' }, { vetted: false, grade: null }));
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    for (const kept of told.slice(0, 4)) await settle(server, kept, 'true', '2022-03-01');
    await score(server);
    expect(await source('whisper')).toMatchObject({ established: false, record: { early_calls: 4, events: 4 } });
    server.clock.advance(60_000);
    await settle(server, told[4]!, 'true', '2022-03-01');
    await score(server);
    expect(await source('whisper')).toMatchObject({ established: true, record: { early_calls: 5 } });
    const open = await rows.findOneByOrFail(Rumor, { id: told[5]!.rumor.id });
    expect(open.dueCauses).toMatchObject([{ kind: 'source' }]);
    server.clock.advance(60_000);
    await unsettle(server, told[0]!);
    await score(server);
    expect(await source('whisper')).toMatchObject({ established: false, record: { early_calls: 4 } });
  });

  it('are counted by a refresh that is asked for', async () => {
    const leica = await report('Orvane 1', 'Ledger');
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    await settle(server, leica, 'true', '2022-03-01');
    expect((await source('ledger')).record).toMatchObject({ resolved: 0 });
    const asked = await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: { scope: 'scores' } });
    expect([asked.status, asked.body.scope]).toEqual([202, 'scores']);
    const job = async () => (await server.call('GET', `/v1/refresh-jobs/${asked.body.id}`)).body.status;
    while (['queued', 'running'].includes(await job())) await nextTurn();
    expect(await job()).toBe('succeeded');
    expect((await source('ledger')).record).toMatchObject({ resolved: 1, hits: 1 });
  });
});
