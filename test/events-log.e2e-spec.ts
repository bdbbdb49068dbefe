import { contractOf } from '../src/openapi.js';
import { LogKeeping } from '../src/events/log-keeping.service.js';
import { Devices } from '../src/devices/devices.service.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { OPERATOR, type Role } from '../src/access/actor.js';
import { Contract } from './support/contract.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { tellStory, type ToldStory } from './support/told-story.js';

const ARTICLE = `Orvane is working with Halden on the Orvane One, the Ledger has learned. The Orvane One will launch in July 2029, according to people familiar with the matter.`;

describe.each(DATABASES)('the log of events on %s', (database) => {
  let server: Server;
  let story: ToldStory;
  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
    story = await tellStory(server, () => Promise.resolve());
    const handedIn = { text: ARTICLE, title: 'Orvane and Halden', source: { name: 'herald' } };
    await server.call('POST', '/v1/ingestions', { role: 'contributor', body: handedIn });
    await server.get(RefreshJobs).request({ scope: 'scores' }, 'cli', OPERATOR);
    await server.get(Refresh).runDue();
    await server.call('PUT', `/v1/rumors/${story.partner}/resolution`, {
      role: 'editor',
      headers: { 'if-none-match': '*' },
      body: { outcome: 'true', happened_on: '2029-06-02', evidence: await proof() },
    });
  });
  afterAll(() => server.close());

  const proof = async () =>
    (await server.call('GET', `/v1/evidence?rumor=${story.partner}&status=active`)).body.data[0].id as string;
  const get = (query: string, role?: Role) => server.call('GET', `/v1/events?${query}`, { role });

  /** The whole log as somebody reads it, a part at a time. */
  async function all(query = '', role?: Role, limit = 7) {
    const events: { sequence: number; type: string; subject: string; data: Record<string, unknown> }[] = [];
    for (let after = 0; ;) {
      const { body } = await get(`after=${after}&limit=${limit}${query}`, role);
      events.push(...body.data);
      if (!body.page.has_more) return events;
      after = body.page.next_after;
    }
  }

  it('is read in parts without gap or repeat, every event as the contract says', async () => {
    const contract = new Contract(contractOf(server.app));
    const events = await all('', 'admin');
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        ...['company.created', 'device.created', 'source.created', 'report.added', 'rumor.created', 'evidence.added'],
        ...['statement.recorded', 'statement.verified', 'evidence.withdrawn', 'rumor.confidence_changed'],
        ...['ingestion.ready', 'refresh.started', 'refresh.progressed', 'refresh.finished', 'rumor.resolved'],
      ]),
    );
    const wrong = events.flatMap((event) => {
      const mistake = contract.mistakesIn(event, { $ref: '#/components/schemas/Event' });
      return mistake === null ? [] : [`${event.type} ${JSON.stringify(event.data)}: ${mistake}`];
    });
    expect(wrong).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(/"[a-z]+[A-Z]\w*":/);
  });

  it('tells of a confidence that moved by how much, with its words and causes', async () => {
    const moves = await all(`&types=rumor.confidence_changed&rumor=${story.partner}`);
    expect(moves.length).toBeGreaterThan(1);
    const [first, second] = moves.map(({ data }) => data);
    expect(first).toMatchObject({ previous: null, change: null, previous_word: null, cause: expect.any(Array) });
    expect(second!['previous']).toBe(first!['current']);
    expect(second!['change']).toBeCloseTo((second!['current'] as number) - (second!['previous'] as number), 3);
  });

  it('is filtered by type, device, rumor and the least move', async () => {
    const device = (await server.call('GET', `/v1/devices/${story.device}`)).body.id as string;
    const about = await all(`&device=${story.device}`);
    expect(about.map(({ subject }) => subject)).toEqual(expect.arrayContaining([device, story.partner, story.july]));
    expect(about.every(({ subject }) => /^(?:dev|rum|ev|st|rep)_/.test(subject))).toBe(true);
    const ofRumor = await all(`&rumor=${story.july}`);
    expect(ofRumor.some(({ subject }) => subject === story.partner)).toBe(false);
    expect(ofRumor.some(({ type }) => type === 'evidence.added')).toBe(true);
    const moves = await all('&types=rumor.confidence_changed&min_delta=0.05');
    expect(moves.every(({ data }) => Math.abs(data['change'] as number) >= 0.05)).toBe(true);
    expect(problemIn(await get('device=nobody'), 400).errors).toEqual([
      expect.objectContaining({ parameter: 'device' }),
    ]);
    expect((await get('device=Not A Slug')).status).toBeGreaterThanOrEqual(400);
    for (const query of ['after=-1', 'after=2147483648', 'types=no', 'limit=0', 'types=rumor.created,rumor.created'])
      problemIn(await get(query), 400);
  });

  it('tells nobody what is not theirs to know', async () => {
    const types = async (role?: Role) => [...new Set((await all('', role)).map(({ type }) => type))];
    expect(await types()).not.toContain('ingestion.ready');
    expect(await types('reader')).not.toContain('ingestion.ready');
    expect(await types('contributor')).toContain('ingestion.ready'); // it is their own
    expect(await types('editor')).toContain('ingestion.ready');
    const { secret } = await server
      .get((await import('../src/access/keys.service.js')).Keys)
      .mint({ name: 'another', role: 'contributor' }, OPERATOR);
    const { body } = await server.call('GET', '/v1/events?types=ingestion.ready', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(body.data).toEqual([]);
  });

  it('tells no more of a device that was taken down than that it was', async () => {
    const { device } = await server.get(Devices).ensure({ name: 'Tessara Moon', company: 'Tessara' }, OPERATOR);
    const made = await server.call('GET', `/v1/devices/${device.id}`);
    const gone = await server.call('DELETE', `/v1/devices/${device.id}?reason=asked%20for`, {
      role: 'admin',
      headers: { 'if-match': String(made.headers['etag']) },
    });
    expect(gone.status).toBe(204);
    const events = (await all()).filter(({ subject }) => subject === device.id);
    expect(events.map(({ type }) => type)).toEqual(['device.removed']);
    expect(JSON.stringify(events)).not.toContain('asked for');
  });

  it('says where events were forgotten, and forgets them with the refresh', async () => {
    const before = await all('', 'admin', 100);
    const [first, second] = before;
    await server.get(LogKeeping).forget(second!.sequence, 100);
    expect((await get(`after=${first!.sequence}`)).body.page.reset).toBe(true);
    expect((await get(`after=${second!.sequence}`)).body.page.reset).toBe(false);
    server.clock.advance(8 * 86_400_000);
    await server.get(RefreshJobs).request({ scope: 'all' }, 'cli', OPERATOR);
    await server.get(Refresh).runDue();
    const after = await all('', 'admin', 100);
    expect(after.length).toBeGreaterThan(0);
    expect(after.some(({ sequence }) => before.some((each) => each.sequence === sequence))).toBe(false);
  });
});
