import { Ingestion, IngestionText } from '../src/ingestion/ingestion.entity.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('texts that wait for their review on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-09-01T00:00:00Z' });
  });
  afterEach(() => server.close());

  const propose = async (story: string) => {
    const { status, body } = await server.call('POST', '/v1/ingestions', { role: 'editor', body: handedIn(story) });
    expect([status, body.code]).toEqual([202, undefined]);
    return body as { id: string; recognised: boolean };
  };
  const shown = async (id: string) => (await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' })).body;
  const commit = (id: string) => server.call('POST', `/v1/ingestions/${id}/commit`, { role: 'editor' });
  const refresh = () => server.get(RefreshSchedule).tick();

  it('are kept for 30 days and erased by the refresh after them', async () => {
    const { id } = await propose('oneplus-nikon');
    server.clock.advance(DAY_MS);
    const later = await propose('oneplus-denial');
    server.clock.advance(29 * DAY_MS - 1);
    await refresh();
    expect((await shown(id)).text).toBe(handedIn('oneplus-nikon').text);
    server.clock.advance(2 * 3_600_000);
    await refresh();
    expect((await shown(id)).text).toBeNull();
    expect((await shown(later.id)).text).toBe(handedIn('oneplus-denial').text);
  });

  it('cannot be written down without their text, until they are handed in again', async () => {
    const { id } = await propose('oneplus-nikon');
    server.clock.advance(30 * DAY_MS);
    await refresh();
    expect((await shown(id)).status).toBe('ready');
    expect(problemIn(await commit(id), 409).code).toBe('text-erased');
    const again = await propose('oneplus-nikon');
    expect([again.recognised, again.id === id]).toEqual([false, false]);
    expect((await commit(again.id)).status).toBe(200);
  });

  it('are erased in slices, however many are overdue', async () => {
    const { id } = await propose('oneplus-nikon');
    await server.get(Database).transaction(async (rows) => {
      const text = await rows.findOneByOrFail(IngestionText, { ingestionId: id });
      const ingestion = await rows.findOneByOrFail(Ingestion, { id });
      for (let copy = 0; copy < 120; copy += 1) {
        const ingestionId = newId('ing', server.clock.now());
        await rows.insert(Ingestion, { ...ingestion, id: ingestionId });
        await rows.insert(IngestionText, { ...text, ingestionId });
      }
    });
    server.clock.advance(30 * DAY_MS);
    await refresh();
    const { rows } = server.get(Database);
    expect(await rows.countBy(IngestionText, {})).toBe(0);
    expect(await rows.findOneByOrFail(RefreshJob, {})).toMatchObject({ status: 'succeeded' });
  });
});
