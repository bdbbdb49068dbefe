import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('a device that gets another name on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
  });
  afterEach(() => server.close());

  const patch = async (slug: string, body: object) => {
    const answer = await server.call('PATCH', `/v1/devices/${slug}`, { role: 'editor', body });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body as { slug: string; aliases: string[] };
  };

  it('is found at its former addresses too, whatever is asked of them', async () => {
    await desk.device('Orvane Alpha');
    const renamed = await patch('orvane-alpha', { name: 'Orvane One' });
    expect([renamed.slug, renamed.aliases]).toEqual(['orvane-one', ['Orvane Alpha']]);
    await patch('orvane-one', { name: 'Orvane Prime', aliases: [] });
    for (const old of ['orvane-alpha', 'orvane-one']) {
      for (const path of ['', '/launch-window?region=US', '/questions']) {
        const { status, headers } = await server.call('GET', `/v1/devices/${old}${path}`);
        expect([status, headers['location']]).toEqual([308, `/v1/devices/orvane-prime${path}`]);
      }
      const page = await server.call('GET', `/devices/${old}?as_of=2029-05-01`);
      expect([page.status, page.headers['location']]).toEqual([308, '/devices/orvane-prime?as_of=2029-05-01']);
      const write = await server.call('PATCH', `/v1/devices/${old}`, { role: 'editor', body: { category: 'phone' } });
      expect([write.status, write.headers['location']]).toEqual([308, '/v1/devices/orvane-prime']);
    }
    const opened = await desk.post('/v1/rumors', { device: 'orvane-alpha', subject: 'partner', value: 'Halden' });
    expect(opened.device.slug).toBe('orvane-prime');
  });

  it('keeps its former slug from others, and gets it back with its former name', async () => {
    await desk.device('Orvane Alpha');
    await patch('orvane-alpha', { name: 'Orvane One', aliases: [] });
    const other = await desk.device('Orvane Alpha');
    expect(other.slug).toBe('orvane-alpha-2');
    await patch('orvane-alpha-2', { name: 'Orvane Beta', aliases: [] });
    expect((await patch('orvane-one', { name: 'Orvane Alpha' })).slug).toBe('orvane-alpha');
    const { status, headers } = await server.call('GET', '/v1/devices/orvane-one');
    expect([status, headers['location']]).toEqual([308, '/v1/devices/orvane-alpha']);
  });

  it('keeps its address where only the spelling changes', async () => {
    await desk.device('Orvane Alpha');
    const spelled = await patch('orvane-alpha', { name: 'ORVANE alpha' });
    expect([spelled.slug, spelled.aliases]).toEqual(['orvane-alpha', []]);
  });

  it('takes names from sources and companies again, as the trail tells', async () => {
    const change = (url: string, body: object) => server.call('PATCH', url, { role: 'editor', body });
    await desk.post('/v1/sources', { name: 'The Ledger', kind: 'outlet', aliases: ['@ledger', 'ledger.example'] });
    expect((await change('/v1/sources/the-ledger', { remove_aliases: ['@ledger'] })).status).toBe(200);
    expect((await desk.post('/v1/sources', { name: '@ledger', kind: 'leaker' })).slug).toBe('ledger');
    const refusals: [string, number, string][] = [
      ['The Ledger', 409, 'own-name'],
      ['@ledger', 422, 'unknown-alias'],
      ['nobody', 422, 'unknown-alias'],
    ];
    for (const [name, status, code] of refusals) {
      const answer = await change('/v1/sources/the-ledger', { remove_aliases: [name] });
      expect([name, problemIn(answer, status).code]).toEqual([name, code]);
    }
    await desk.post('/v1/companies', { name: 'Halden', aliases: ['HO', 'Halden Optik'] });
    expect((await change('/v1/companies/halden', { aliases: ['HO'] })).body.aliases).toEqual(['HO']);
    const trail = await server
      .get(Database)
      .read<{ before: string }>("select before from audit_entries where action = 'revise' order by at, id");
    expect(trail.map(({ before }) => JSON.parse(before) as object)).toEqual([
      { aliases: ['@ledger', 'ledger.example'] },
      { aliases: ['HO', 'Halden Optik'] },
    ]);
  });
});
