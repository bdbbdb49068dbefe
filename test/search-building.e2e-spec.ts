import { Database } from '../src/platform/database/database.js';
import { SearchBuild } from '../src/search/search-build.service.js';
import { DATABASES } from './support/databases.js';
import { cited, editorAt } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the index of what was there before on %s', (dialect) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(dialect, { clock: '2026-10-01T12:00:00Z' });
    const editor = await editorAt(server);
    await editor.source();
    await editor.post('/v1/evidence', cited(await editor.rumor('Zeiss')));
  });
  afterEach(() => server.close());

  const found = async (program: Server) =>
    ((await program.call('GET', '/v1/search?q=meridian')).body.data as { id: string }[]).map(({ id }) => id);

  /** Makes the store what it was before there was an index. */
  const forget = () =>
    server.get(Database).transaction(async (rows) => {
      await rows.query('delete from search_states');
      await rows.query('delete from search_documents');
      await rows.query(
        dialect === 'sqlite'
          ? "insert into search_index(search_index) values ('delete-all')"
          : 'delete from search_index',
      );
    });

  it('is made when a program opens the store, and says so until then', async () => {
    const before = await found(server);
    expect(before.length).toBe(4);
    await forget();
    expect(problemIn(await server.call('GET', '/v1/search?q=meridian'), 503).code).toBe('index-building');
    const other = await startServer(dialect, { clock: '2026-10-01T12:00:00Z', databaseUrl: server.databaseUrl });
    expect([await found(other), await found(server)]).toEqual([before, before]);
    await other.close();
  });

  it('is made again slice by slice, while others write', async () => {
    const before = await found(server);
    const build = server.get(SearchBuild);
    await build.reset();
    const written = server.call('POST', '/v1/devices', {
      role: 'editor',
      body: { name: 'Meridian Later', company: 'Meridian' },
    });
    let steps = 0;
    await build.run(() => (steps += 1));
    const { id } = (await written).body as { id: string };
    expect(steps).toBeGreaterThan(3);
    expect(new Set(await found(server))).toEqual(new Set([...before, id]));
    const [row] = await server
      .get(Database)
      .read('select count(*) as n, count(distinct d.number) as m from search_documents d');
    expect(row).toEqual({ n: expect.any(Number), m: (row as { n: number }).n });
  });
});
