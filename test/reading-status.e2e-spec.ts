import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { editorAt, type Editor } from './support/editor.js';
import { startServer, type Server } from './support/server.js';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('the status of a past day on %s', (database) => {
  let server: Server;
  let editor: Editor;
  /** What was shown on each day itself. */
  let seen: Map<string, unknown>;

  const look = async (rumor: string, query = '') => ({
    rumor: (await editor.read(`/v1/rumors/${rumor}?${query}`)).status,
    listed: await Promise.all(
      ['open', 'lapsed', 'resolved', 'withdrawn'].map(
        async (status) => (await editor.read(`/v1/rumors?status=${status}&${query}`)).data.length,
      ),
    ),
    exists: (await editor.read(`/v1/devices/${editor.device}?${query}`)).exists?.rumor_id ?? null,
    launches: (await editor.read(`/v1/devices?launch_from=2026-01-01&${query}`)).data.length,
  });
  const day = () => new Date(server.clock.now()).toISOString().slice(0, 10);
  /** The end of a day, and what was to be seen then. */
  const goOn = async (rumor: string) => {
    seen.set(day(), await look(rumor));
    server.clock.advance(DAY_MS);
  };
  const revise = async (rumor: string, status: 'open' | 'withdrawn') => {
    const body = { status, ...(status === 'withdrawn' && { reason: 'another device' }) };
    expect((await editor.patch(`/v1/rumors/${rumor}`, body)).status).toBe(200);
  };

  beforeEach(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    seen = new Map();
  });
  afterEach(() => server.close());

  const open = async (value: string): Promise<string> => {
    const act = { device: editor.device, subject: 'launch.date', value };
    const { body } = await editor.post('/v1/rumors', act);
    const url = 'https://ledger.example/fold';
    const report = { rumor: body.id, source: 'The Ledger', title: 'The Fold', url, certainty: 'official' };
    await editor.source();
    const said = { ...report, published_at: '2026-09-20T08:00:00Z', stance: 'supports' };
    expect((await editor.post('/v1/evidence', said)).status).toBe(201);
    return body.id as string;
  };
  const assertPast = async (rumor: string) => {
    for (const [at, sight] of seen) expect([at, await look(rumor, `as_of=${at}`)]).toEqual([at, sight]);
  };

  it('is what was shown then, however often it was withdrawn and taken back', async () => {
    const rumor = await open('2027-03');
    await goOn(rumor);
    for (const status of ['withdrawn', 'open', 'withdrawn', 'open'] as const) {
      await revise(rumor, status);
      await goOn(rumor);
    }
    const states = [...seen.values()] as { rumor: string; exists: string | null; launches: number }[];
    expect(states.map((state) => [state.rumor, state.exists, state.launches])).toEqual([
      ['open', rumor, 1],
      ['withdrawn', null, 0],
      ['open', rumor, 1],
      ['withdrawn', null, 0],
      ['open', rumor, 1],
    ]);
    await assertPast(rumor);
  });

  it('has lapsed again once the withdrawal of a lapsed rumor is taken back', async () => {
    const rumor = await open('2026-08');
    await goOn(rumor);
    await server.get(RefreshSchedule).tick();
    await goOn(rumor);
    await revise(rumor, 'withdrawn');
    await goOn(rumor);
    await revise(rumor, 'open');
    await goOn(rumor);
    const states = [...seen.values()] as { rumor: string }[];
    expect(states.map((state) => state.rumor)).toEqual(['open', 'lapsed', 'withdrawn', 'lapsed']);
    await assertPast(rumor);
  });

  it('leaves rumors that turned out false out of the launches that are looked for', async () => {
    const rumor = await open('2026-09');
    await goOn(rumor);
    const [link] = (await editor.read(`/v1/evidence?rumor=${rumor}`)).data;
    const body = { outcome: 'false', happened_on: '2026-10-02', evidence: link.id };
    const put = await server.call('PUT', `/v1/rumors/${rumor}/resolution`, {
      role: 'editor',
      body,
      headers: { 'if-none-match': '*' },
    });
    expect([put.status, put.body.code]).toEqual([201, undefined]);
    await goOn(rumor);
    expect([...seen.values()].map((sight) => (sight as { launches: number }).launches)).toEqual([1, 0]);
    await assertPast(rumor);
  });
});
