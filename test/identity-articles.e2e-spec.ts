import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

/** An article that knows a device by one name alone. */
const article = (name: string, month: string) => ({
  text: `${name} launch leaks: the phone comes in ${month} 2029

According to people at two suppliers, Orvane will launch the ${name} in ${month} 2029. The ${name} is said to have a
50 MP main camera. Orvane has not confirmed any of this.`,
  title: `${name} is said to launch in ${month} 2029`,
  url: `https://courier.example/${name.toLowerCase().replaceAll(' ', '-')}`,
  source: { name: 'Courier', kind: 'outlet', vetted: true },
  published_on: '2029-04-30',
});

describe.each(DATABASES)('articles that know a device by its old name on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
    await desk.device('Orvane 12 Ultra');
    await desk.device('Orvane 12S Ultra');
  });
  afterEach(() => server.close());

  const take = (name: string, month = 'July') => desk.post('/v1/ingestions', article(name, month));
  const commit = (id: string) => desk.post(`/v1/ingestions/${id}/commit`, {});
  const slugs = (found: { data: { device: { slug: string } }[] }) => found.data.map(({ device }) => device.slug);
  const proof = () => desk.told('orvane-12s-ultra', { subject: 'name', value: 'Orvane 12S Ultra', source: 'ledger' });

  it('speak of the device that it was merged into', async () => {
    await desk.merge('orvane-12-ultra', 'orvane-12s-ultra');
    await commit((await take('Orvane 12 Ultra')).id as string);
    const rumors = await desk.read('/v1/rumors');
    expect(rumors.data.length).toBeGreaterThan(0);
    expect(new Set(slugs(rumors))).toEqual(new Set(['orvane-12s-ultra']));
    expect((await desk.read('/v1/devices')).data).toHaveLength(1);
  });

  it('are followed to it where they waited for their review meanwhile', async () => {
    const known = await desk.told('orvane-12-ultra', { subject: 'launch.date', value: '2029-07', source: 'ledger' });
    const kept = await desk.told('orvane-12s-ultra', { subject: 'launch.date', value: '2029-07', source: 'herald' });
    const { id, candidates } = await take('Orvane 12 Ultra');
    const launch = candidates.find(({ subject }: { subject: string }) => subject === 'launch.date');
    const body = { match_rumor: known.rumor };
    const matched = await server.call('PATCH', `/v1/ingestions/${id}/candidates/${launch.id}`, {
      role: 'editor',
      body,
    });
    expect(matched.status).toBe(200);
    await desk.merge('orvane-12-ultra', 'orvane-12s-ultra');
    await commit(id as string);
    expect(new Set(slugs(await desk.read('/v1/rumors')))).toEqual(new Set(['orvane-12s-ultra']));
    expect((await desk.read(`/v1/rumors/${kept.rumor}`)).evidence.reports).toBe(3);
  });

  it('speak of the device that it was renamed to, and corroborate what is known of that', async () => {
    const { evidence } = await proof();
    const july = await desk.told('orvane-12s-ultra', { subject: 'launch.date', value: '2029-07', source: 'ledger' });
    await desk.supersede('orvane-12-ultra', { by: 'orvane-12s-ultra', reason: 'renamed', evidence });
    const { id, candidates } = await take('Orvane 12 Ultra');
    const launch = candidates.find(({ subject }: { subject: string }) => subject === 'launch.date');
    expect(launch.novelty).toBe('corroborates');
    await commit(id as string);
    expect((await desk.read(`/v1/rumors/${july.rumor}`)).evidence.reports).toBe(2);
    expect(slugs(await desk.read('/v1/rumors?device=orvane-12-ultra'))).toEqual(['orvane-12-ultra']);
  });

  it('stay with a device in whose place another one comes', async () => {
    const { evidence } = await proof();
    await desk.supersede('orvane-12-ultra', { by: 'orvane-12s-ultra', reason: 'replaced', evidence });
    await commit((await take('Orvane 12 Ultra')).id as string);
    const found = await desk.read('/v1/rumors?device=orvane-12-ultra&subject=launch.date');
    expect(slugs(found)).toEqual(['orvane-12-ultra']);
  });

  it('claim nothing about one that was taken down', async () => {
    const removed = await server.call('DELETE', '/v1/devices/orvane-12-ultra?reason=order', {
      role: 'admin',
      headers: { 'if-match': '*' },
    });
    expect(removed.status).toBe(204);
    const refused = await server.call('POST', '/v1/ingestions', {
      role: 'editor',
      body: article('Orvane 12 Ultra', 'July'),
    });
    expect(problemIn(refused, 422).code).toBe('no-claims');
    expect((await desk.read('/v1/rumors')).data).toEqual([]);
  });
});
