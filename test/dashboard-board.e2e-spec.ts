import { OPERATOR } from '../src/access/actor.js';
import { Devices } from '../src/devices/devices.service.js';
import { Database } from '../src/platform/database/database.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { Rumors } from '../src/rumors/rumors.service.js';
import { believe, openRumors } from './support/beliefs.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

/** More than SQLite binds in one statement. */
const TOO_MANY = 33_000;

describe.each(DATABASES)('the board on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    const rumors = await openRumors(server, 0, 203);
    for (const rumor of rumors.slice(200)) await believe(server, rumor, 0.5);
    await server.get(Devices).ensure({ name: 'Überphone', company: 'Émeraude' }, OPERATOR);
  });
  afterAll(() => server.close());

  const board = async (query = '') => {
    const { status, body } = await server.call('GET', `/?${query}`);
    expect(status).toBe(200);
    const page = String(body);
    const names = [...page.matchAll(/<a href="\/devices\/([^"]+)">/g)].map(([, slug]) => slug);
    return { page, names };
  };

  it('shows 200 devices at once, and says of how many', async () => {
    const { page, names } = await board();
    expect(names).toHaveLength(200);
    expect(page).toContain('204 devices followed');
    expect(page).toContain('Shown are 200 of 204 devices');
  });

  it('shows the others on the next page, each once', async () => {
    const first = await board();
    const [, next = ''] = /<a class="button" rel="next" href="\/\?([^"]+)">/.exec(first.page) ?? [];
    const second = await board(next.replaceAll('&amp;', '&'));
    expect(second.names).toHaveLength(4);
    expect(new Set([...first.names, ...second.names]).size).toBe(204);
    expect(second.page).toContain('First page');
    expect(second.page).not.toContain('More devices');
  });

  it.each<[string, string[]]>([
    ['q=%C3%BCber', ['emeraude-uberphone']],
    ['q=ACME+201', ['acme-201']],
    ['company=emeraude', ['emeraude-uberphone']],
    ['company=nobody', []],
    ['status=released', []],
    ['q=acme+20&sort=name', ['acme-20', 'acme-200', 'acme-201', 'acme-202']],
  ])('finds by %s', async (query, slugs) => {
    const { page, names } = await board(query);
    expect(names).toEqual(slugs);
    expect(page).not.toContain('Shown are');
    expect(page).toContain('<option value="emeraude"');
  });

  it('asks for more rumors to be weighed again than a statement can name', async () => {
    const rows = server.get(Database).rows;
    const [known] = await rows.find(Rumor, { take: 1 });
    const ids = Array.from({ length: TOO_MANY }, (_, index) => `rum_${index}`);
    await server.get(Rumors).markDue([...ids, known!.id], { kind: 'source', ids: ['src_1'] });
    const { dueCauses } = await rows.findOneByOrFail(Rumor, { id: known!.id });
    expect(dueCauses?.at(-1)).toEqual({ kind: 'source', ids: ['src_1'] });
  });
});
