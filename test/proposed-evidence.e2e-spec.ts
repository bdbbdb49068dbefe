import { OPERATOR } from '../src/access/actor.js';
import { Keys } from '../src/access/keys.service.js';
import { Database } from '../src/platform/database/database.js';
import { sql } from '../src/platform/database/sql.js';
import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Call, type Server } from './support/server.js';

const ADDRESS = '/v1/evidence';

describe.each(DATABASES)('what contributors propose, on %s', (database) => {
  let server: Server;
  let editor: Editor;
  let rumor: string;
  let link: string;
  let report: string;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    await editor.source();
    rumor = await editor.rumor('Zeiss');
    const { body } = await editor.post(ADDRESS, cited(rumor), 'contributor');
    [link, report] = [body.id, body.report.id];
  });
  afterEach(() => server.close());

  const idsIn = async (url: string, call: Call = {}): Promise<string[]> => {
    const { status, body } = await server.call('GET', url, call);
    expect(status).toBe(200);
    return body.data.map(({ id }: { id: string }) => id);
  };
  const otherContributor = async (): Promise<Call> => {
    const { secret } = await server.get(Keys).mint({ name: 'another', role: 'contributor' }, OPERATOR);
    return { headers: { authorization: `Bearer ${secret}` } };
  };
  const decide = (change: object) => editor.patch(`${ADDRESS}/${link}`, change);

  it('is seen by editors and by whoever proposed it, and by nobody else', async () => {
    for (const call of [{ role: 'editor' }, { role: 'contributor' }] as const) {
      expect(await idsIn(`${ADDRESS}?status=proposed`, call)).toEqual([link]);
      expect((await server.call('GET', `${ADDRESS}/${link}`, call)).status).toBe(200);
    }
    for (const call of [{}, { role: 'reader' }, await otherContributor()] as const) {
      expect(await idsIn(`${ADDRESS}?status=proposed`, call)).toEqual([]);
      expect(problemIn(await server.call('GET', `${ADDRESS}/${link}`, call), 404).code).toBe('unknown-evidence');
    }
  });

  it('is not shown to the next one who asks because an editor asked before', async () => {
    await server.call('GET', `${ADDRESS}/${link}`, { role: 'editor' });
    problemIn(await server.call('GET', `${ADDRESS}/${link}`), 404);
    expect(await idsIn(`${ADDRESS}?status=proposed`, { role: 'editor' })).toEqual([link]);
    expect(await idsIn(`${ADDRESS}?status=proposed`)).toEqual([]);
  });

  it('stands in the way of no editor who has looked at the device before', async () => {
    const path = `/v1/devices/${editor.device}`;
    const tag = String((await server.call('GET', path)).headers['etag']);
    const second = cited(rumor, { url: 'https://ledger.example/2', title: 'More of it', quote: 'Once more.' });
    expect((await editor.post(ADDRESS, second, 'contributor')).status).toBe(201);
    expect((await editor.patch(path, { category: 'phone' }, { 'if-match': tag })).status).toBe(200);
  });

  it('is shown to everybody once it counts, and also when it counts no more', async () => {
    await decide({ status: 'active' });
    expect(await idsIn(ADDRESS)).toEqual([link]);
    await decide({ status: 'withdrawn', reason: 'made up' });
    expect(await idsIn(ADDRESS)).toEqual([link]);
    expect(await idsIn(`${ADDRESS}?status=withdrawn`)).toEqual([link]);
    expect((await server.call('GET', `${ADDRESS}/${link}`)).body.status).toBe('withdrawn');
  });

  it('stays unseen where it is turned down', async () => {
    await decide({ status: 'withdrawn', reason: 'made up' });
    for (const query of ['', '?status=withdrawn', `?rumor=${rumor}`]) expect(await idsIn(ADDRESS + query)).toEqual([]);
    problemIn(await server.call('GET', `${ADDRESS}/${link}`), 404);
    expect(await idsIn(`${ADDRESS}?status=withdrawn`, { role: 'editor' })).toEqual([link]);
    expect(await idsIn(`${ADDRESS}?status=withdrawn`, { role: 'contributor' })).toEqual([link]);
  });

  it('brings no report before everybody that nobody has looked at', async () => {
    const found = async () => (await editor.read('/v1/search?q=works%20with%20zeiss&types=report')).data;
    expect(await idsIn('/v1/reports')).toEqual([]);
    expect(await found()).toEqual([]);
    server.clock.hold(Date.parse('2026-10-01T13:00:00Z'));
    await decide({ status: 'active' });
    expect(await idsIn('/v1/reports')).toEqual([report]);
    expect(await found()).toHaveLength(1);
    expect(await idsIn('/v1/reports?as_of=2026-10-01T12:30:00Z')).toEqual([]);
  });

  it('shows its report by its id to nobody else either, and counts it with no source', async () => {
    const asked = (call: Call) => server.call('GET', `/v1/reports/${report}`, call);
    for (const call of [{ role: 'editor' }, { role: 'contributor' }] as const)
      expect((await asked(call)).status).toBe(200);
    for (const call of [{}, { role: 'reader' }, await otherContributor()] as const) {
      expect(problemIn(await asked(call), 404).code).toBe('unknown-report');
    }
    expect((await editor.read('/v1/sources/the-ledger')).reports).toBe(0);
    await decide({ status: 'active' });
    expect((await asked({})).status).toBe(200);
    expect((await editor.read('/v1/sources/the-ledger')).reports).toBe(1);
    await decide({ status: 'withdrawn', reason: 'made up' });
    await decide({ status: 'active' });
    expect((await editor.read('/v1/sources/the-ledger')).reports).toBe(1);
  });

  it('is told to those who listen once it counts, and not before', async () => {
    const told = () =>
      server
        .get(Database)
        .read<{ type: string; subject: string }>(
          "select type, subject from events where type like 'evidence.%' or type like 'report.%' order by sequence",
        );
    expect(await told()).toEqual([]);
    const trail = (await server.call('GET', `/v1/audit?thing=${link}`, { role: 'admin' })).body.data;
    expect(trail).toHaveLength(1);
    await decide({ status: 'active' });
    const counted = [
      { type: 'report.added', subject: report },
      { type: 'evidence.added', subject: link },
    ];
    expect(await told()).toEqual(counted);
    await decide({ status: 'withdrawn', reason: 'made up' });
    expect(await told()).toEqual([...counted, { type: 'evidence.withdrawn', subject: link }]);
  });

  it('is told to nobody where it is turned down', async () => {
    await decide({ stance: 'refutes' });
    await decide({ status: 'withdrawn', reason: 'made up' });
    const { text, values } = sql`select type from events where subject in (${report}, ${link})`;
    expect(await server.get(Database).read(text, values)).toEqual([]);
  });

  it('hides no report that is there by the words that an editor recorded', async () => {
    const words = { speaker: 'Jo Park', quote: 'We work with Zeiss.', act: 'confirms', said_on: '2026-09-20' };
    const statement = { ...words, report, rumors: [{ rumor, stance: 'supports' }] };
    expect((await editor.post('/v1/statements', statement)).status).toBe(201);
    expect(await idsIn('/v1/reports')).toEqual([report]);
  });

  it('does not keep from counting what an editor records of the same report', async () => {
    const before = (await editor.read(`/v1/rumors/${rumor}`)).confidence.probability as number;
    const words = { speaker: 'Jo Park', quote: 'We do not work with Zeiss.', act: 'denies', said_on: '2026-09-20' };
    await editor.post('/v1/statements', { ...words, report, rumors: [{ rumor, stance: 'refutes' }] });
    expect((await server.call('GET', `${ADDRESS}/${link}`)).body).toMatchObject({
      status: 'active',
      stance: 'refutes',
    });
    const after = await editor.read(`/v1/rumors/${rumor}`);
    expect([after.evidence.reports, after.confidence.probability < before]).toEqual([1, true]);
    const trail = (await server.call('GET', `/v1/audit?thing=${link}`, { role: 'admin' })).body.data;
    expect(trail[0]).toMatchObject({ before: { status: 'proposed' }, after: { status: 'active' } });
  });
});
