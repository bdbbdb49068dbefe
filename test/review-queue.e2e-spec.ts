import { cited, editorAt } from './support/editor.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

describe.each(DATABASES)('what waits for a decision on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-10-01T08:00:00Z' });
  });
  afterEach(() => server.close());

  const waiting = async (role: 'contributor' | 'editor', query = '') =>
    (await server.call('GET', `/v1/review${query}`, { role })).body;
  const kinds = (page: any) => page.data.map((item: any) => item.kind); // eslint-disable-line @typescript-eslint/no-explicit-any

  it('is nobody’s but a contributor’s', async () => {
    problemIn(await server.call('GET', '/v1/review'), 401);
    problemIn(await server.call('GET', '/v1/review', { role: 'reader' }), 403);
    problemIn(await server.call('GET', '/v1/review?kind=gossip', { role: 'editor' }), 400);
  });

  it('is listed whole to editors, and to a contributor what is their own', async () => {
    const editor = await editorAt(server);
    await editor.source();
    const id = await editor.rumor('Zeiss');
    const link = await editor.post('/v1/evidence', cited(id), 'contributor');
    await editor.post('/v1/ingestions', handedIn('oneplus-denial'));
    const all = await waiting('editor');
    expect(kinds(all).toSorted()).toEqual(['evidence', 'ingestion']);
    expect(all.page.counts).toMatchObject({ evidence: 1, ingestion: 1, resolution_proposal: 0 });
    const own = await waiting('contributor');
    expect(own.data).toEqual([
      expect.objectContaining({
        id: link.body.id,
        kind: 'evidence',
        device: expect.objectContaining({ name: 'Meridian Fold' }),
        rumor: expect.objectContaining({ id }),
        proposed_by: 'contributor',
        href: `/v1/evidence/${link.body.id}`,
      }),
    ]);
    expect(own.page.counts).toMatchObject({ evidence: 1, ingestion: 0 });
    expect(kinds(await waiting('editor', '?kind=ingestion'))).toEqual(['ingestion']);
    const first = await waiting('editor', '?limit=1');
    const rest = await waiting('editor', `?limit=1&cursor=${first.page.next_cursor}`);
    expect([...kinds(first), ...kinds(rest)].toSorted()).toEqual(['evidence', 'ingestion']);
  });

  it('holds claims that contradict each other, until one of them counts no more', async () => {
    const editor = await editorAt(server);
    const rumors: string[] = [];
    const links: string[] = [];
    for (const [value, day] of Object.entries({ '180 g': '2029-09-20', '240 g': '2029-09-21' })) {
      const { id } = (await editor.post('/v1/rumors', { device: editor.device, subject: 'weight', value })).body;
      rumors.push(id);
      for (const source of ['Ledger', 'Gazette', 'Courier', 'Herald', 'Tribune']) {
        const name = `${source} of ${value}`;
        await editor.post('/v1/sources', { name, kind: 'regulator', grade: 'A' });
        const told = { title: `${name} weighs it`, url: undefined, published_at: undefined, published_on: day };
        const said = { source: name, certainty: 'official', quote: `It has ${value}, says the ${source}.` };
        links.push((await editor.post('/v1/evidence', cited(id, { ...told, ...said }))).body.id);
      }
    }
    const { data, page } = await waiting('editor', '?kind=contradiction');
    expect(page.counts.contradiction).toBe(1);
    expect(data).toEqual([
      expect.objectContaining({
        kind: 'contradiction',
        title: expect.stringMatching(/180 g.* and .*240 g.* exclude each other/),
        device: expect.objectContaining({ name: 'Meridian Fold' }),
        rumor: expect.objectContaining({ id: rumors[0] }),
        href: `/v1/rumors/${rumors[0]}`,
      }),
    ]);
    expect((await waiting('contributor')).page.counts.contradiction).toBe(0);
    for (const id of links.slice(5)) await editor.patch(`/v1/evidence/${id}`, { status: 'withdrawn', reason: 'no' });
    expect((await waiting('editor')).page.counts.contradiction).toBe(0);
  });

  it('weighs nothing until it is confirmed, and is done with once it is decided', async () => {
    const editor = await editorAt(server);
    await editor.source();
    const id = await editor.rumor('Zeiss');
    const before = (await editor.read(`/v1/rumors/${id}`)).confidence;
    const { body } = await editor.post('/v1/evidence', cited(id), 'contributor');
    expect((await editor.read(`/v1/rumors/${id}`)).confidence).toEqual(before);
    await editor.patch(`/v1/evidence/${body.id}`, { status: 'active' });
    const counted = (await editor.read(`/v1/rumors/${id}`)).confidence;
    expect(counted.probability).toBeGreaterThan(before.probability);
    expect(kinds(await waiting('editor'))).toEqual([]);

    server.clock.hold(Date.parse('2029-10-01T09:00:00Z'));
    await editor.patch(`/v1/evidence/${body.id}`, { status: 'withdrawn', reason: 'not about it' });
    expect((await editor.read(`/v1/rumors/${id}`)).confidence.probability).toBe(before.probability);
    server.clock.hold(Date.parse('2029-10-01T10:00:00Z'));
    const again = await editor.patch(`/v1/evidence/${body.id}`, { status: 'active', reason: 'it is after all' });
    expect(again.body).toMatchObject({ status: 'active', withdrawn_at: null, withdrawn_reason: null });
    const after = await editor.read(`/v1/rumors/${id}`);
    expect([after.confidence.probability, after.evidence.reports]).toEqual([counted.probability, 1]);
    const at = async (hour: string) =>
      (await editor.read(`/v1/evidence/${body.id}?as_of=2029-10-01T${hour}:30:00Z`)) as Record<string, unknown>;
    expect([(await at('08')).status, (await at('08')).withdrawn_reason]).toEqual(['active', null]);
    expect([(await at('09')).status, (await at('09')).withdrawn_reason]).toEqual(['withdrawn', 'not about it']);
    expect((await at('10')).status).toBe('active');
    const past = await editor.read('/v1/evidence?status=withdrawn&as_of=2029-10-01T09:30:00Z');
    expect(past.data.map((link: { id: string }) => link.id)).toEqual([body.id]);
  });
});
