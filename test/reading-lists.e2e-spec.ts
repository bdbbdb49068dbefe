import fc from 'fast-check';
import type { Rumor } from '../src/rumors/rumor.entity.js';
import { believe, openRumors } from './support/beliefs.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

const DAY_MS = 86_400_000;
const SEED = 20_290_522;

/** A row of any list, by what the tests look at. */
interface Row {
  readonly id: string;
  readonly confidence?: { readonly probability: number } | null;
  readonly exists?: { readonly probability: number } | null;
}

/** Every page of a list; `between` runs before each further one. */
async function walk(server: Server, path: string, between: () => Promise<void> = async () => {}) {
  const rows: Row[] = [];
  const instants = new Set<string>();
  for (let cursor: string | null = null; ;) {
    const { status, body } = await server.call('GET', cursor === null ? path : `${path}&cursor=${cursor}`);
    expect(status).toBe(200);
    rows.push(...body.data);
    instants.add(body.as_of);
    cursor = body.page.next_cursor;
    if (cursor === null) return { rows, asOf: [...instants] };
    await between();
  }
}

describe.each(DATABASES)('lists on %s', (database) => {
  let server: Server;
  let rumors: Rumor[];
  const even = fc.noBias(fc.integer({ min: 1, max: 9999 })).map((tenThousandths) => tenThousandths / 10_000);
  const random = fc.sample(even, { numRuns: 5000, seed: SEED });
  let drawn = 0;
  const draw = (): number => random[drawn++ % random.length]!;
  const pick = (): Rumor => rumors[Math.floor(draw() * rumors.length)]!;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    rumors = await openRumors(server, 0, 60);
    for (const rumor of rumors.slice(0, 50)) await believe(server, rumor, Math.round(draw() * 20) / 20);
    server.clock.advance(3 * DAY_MS);
    for (const rumor of rumors.slice(0, 25)) await believe(server, rumor, draw());
    server.clock.advance(1000);
  });
  afterAll(() => server.close());

  it.each([
    '/v1/rumors?sort=-created_at',
    '/v1/rumors?sort=-confidence',
    '/v1/rumors?sort=confidence',
    '/v1/rumors?sort=-change_7d',
    '/v1/rumors?sort=-last_report_at',
    '/v1/rumors?sort=-confidence&min_confidence=0.3',
    '/v1/devices?sort=-confidence',
    '/v1/devices?sort=-change_7d',
    '/v1/devices?sort=-last_report_at',
    '/v1/devices?sort=name',
  ])('neither skip nor repeat a row of %s while rows move, come and are taken back', async (path) => {
    const { rows: before } = await walk(server, `${path}&limit=100`);
    const { rows, asOf } = await walk(server, `${path}&limit=11`, async () => {
      server.clock.advance(1000);
      for (let change = 0; change < 6; change += 1) await believe(server, pick(), draw());
      rumors.push(...(await openRumors(server, rumors.length, 1)));
      await believe(server, rumors.at(-1)!, draw());
    });
    expect(rows).toEqual(before);
    expect(asOf).toHaveLength(1);
    server.clock.advance(1000);
  });

  it('give the same rows in the same order for every size of page', async () => {
    const { rows } = await walk(server, '/v1/rumors?sort=-confidence&limit=100');
    for (const limit of [1, 13, 99]) {
      expect((await walk(server, `/v1/rumors?sort=-confidence&limit=${limit}`)).rows).toEqual(rows);
    }
    const known = rows.map(({ confidence }) => confidence?.probability ?? -1);
    expect(known).toEqual([...known].sort((a, b) => b - a)); // those without a number stand last
  });

  it('say what was believed at any instant, whatever came later', async () => {
    const recorded: { rumor: Rumor; at: number; probability: number }[] = [];
    for (let change = 0; change < 60; change += 1) {
      server.clock.advance(1 + Math.floor(draw() * DAY_MS));
      recorded.push({ rumor: pick(), at: server.clock.now(), probability: Math.round(draw() * 1e4) / 1e4 });
      await believe(server, recorded.at(-1)!.rumor, recorded.at(-1)!.probability);
    }
    const start = recorded[0]!.at;
    for (let look = 0; look < 100; look += 1) {
      const at = start + Math.floor(draw() * (server.clock.now() - start));
      const past = recorded.filter((each) => each.at <= at);
      const { rumor } = past[Math.floor(draw() * past.length)]!;
      const expected = past.findLast((each) => each.rumor === rumor)!.probability;
      const asOf = new Date(at).toISOString();
      const { body } = await server.call('GET', `/v1/rumors/${rumor.id}?as_of=${asOf}`);
      expect([body.id, body.confidence.probability]).toEqual([rumor.id, expected]);
    }
  });

  it('carry links to the next page and to the first', async () => {
    const { headers, body } = await server.call('GET', '/v1/rumors?sort=-confidence&limit=2');
    const next = `</v1/rumors?sort=-confidence&limit=2&cursor=${encodeURIComponent(body.page.next_cursor)}>; rel="next"`;
    expect(headers['link']).toBe(`${next}, </v1/rumors?sort=-confidence&limit=2>; rel="first"`);
    expect(body.page).toEqual({ next_cursor: expect.any(String), has_more: true, limit: 2 });
  });

  it.each<[string, (cursor: string) => string]>([
    ['other filters', (cursor) => `/v1/rumors?sort=-confidence&limit=2&min_confidence=0.1&cursor=${cursor}`],
    ['another order', (cursor) => `/v1/rumors?sort=confidence&limit=2&cursor=${cursor}`],
    ['another moment', (cursor) => `/v1/rumors?sort=-confidence&limit=2&as_of=2029-05-02&cursor=${cursor}`],
    ['another list', (cursor) => `/v1/devices?sort=-confidence&limit=2&cursor=${cursor}`],
    ['another signature', (cursor) => `/v1/rumors?sort=-confidence&limit=2&cursor=${cursor.slice(0, -4)}AAAA`],
    ['no signature', () => '/v1/rumors?sort=-confidence&limit=2&cursor=e30'],
  ])('refuse a cursor with %s', async (_name, path) => {
    const { body } = await server.call('GET', '/v1/rumors?sort=-confidence&limit=2');
    const { status, body: problem } = await server.call('GET', path(body.page.next_cursor));
    expect([status, problem.code]).toEqual([400, 'invalid-cursor']);
  });

  it.each([
    ['/v1/rumors?limit=0', 'limit'],
    ['/v1/rumors?limit=101', 'limit'],
    ['/v1/rumors?sort=id', 'sort'],
    ['/v1/rumors?sort=-confidence&sort=confidence', 'sort'],
    ['/v1/rumors?min_confidence=2', 'min_confidence'],
    ['/v1/rumors?status=gone', 'status'],
    ['/v1/rumors?colour=red', 'colour'],
    ['/v1/rumors?as_of=2029-02-30', 'as_of'],
    ['/v1/rumors?as_of=2129-01-01', 'as_of'],
    ['/v1/devices?launch_from=soon', 'launch_from'],
    ['/v1/devices?expand=rumors,rumors', 'expand'],
    ['/v1/evidence?stance=loves', 'stance'],
    ['/v1/statements?official=1', 'official'],
    ['/v1/sources?min_resolved=-1', 'min_resolved'],
  ])('refuse %s', async (path, parameter) => {
    const { status, body } = await server.call('GET', path);
    expect([status, body.errors[0].parameter]).toEqual([400, parameter]);
  });

  it.each(['reports', 'evidence', 'sources', 'statements'])(
    'of %s are empty before anything was published',
    async (list) => {
      const { status, body } = await server.call('GET', `/v1/${list}`);
      expect([status, body.data, body.page.has_more]).toEqual([200, [], false]);
    },
  );

  it.each([
    ['/v1/rumors?device=nobody', 'unknown-device'],
    ['/v1/devices?company=nobody', 'unknown-company'],
    ['/v1/reports?source=nobody', 'unknown-source'],
    ['/v1/evidence?rumor=rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE', 'unknown-rumor'],
    ['/v1/reports?origin=rep_01KA8Z6Y3M7V2QH4T9XBDN5CWE', 'unknown-report'],
    ['/v1/calibration?company=nobody', 'unknown-company'],
  ])('name what %s does not find', async (path, code) => {
    const { status, body } = await server.call('GET', path);
    const parameter = /\?(\w+)=/.exec(path)?.[1];
    expect([status, body.code, body.errors]).toEqual([400, code, [expect.objectContaining({ parameter, code })]]);
  });

  it('are filtered', async () => {
    const { body } = await server.call('GET', '/v1/devices?q=acme%207&limit=100&expand=rumors,company');
    expect(body.data.map((device: { name: string }) => device.name).sort()[0]).toBe('Acme 7');
    expect(body.data[0].expanded.rumors).toHaveLength(1);
    expect(body.data[0].expanded.company.slug).toBe('acme');
    const { body: literal } = await server.call('GET', '/v1/devices?q=%25');
    expect(literal.data).toEqual([]);
  });
});
