import { cited, editorAt, type Editor } from './support/editor.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the review of reports and statements on %s', (database) => {
  let server: Server;
  let editor: Editor;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2026-10-01T08:00:00Z' });
    editor = await editorAt(server);
    await editor.source();
    await editor.source('The Courier');
  });
  afterEach(() => server.close());

  /** Two reports of two outlets on one rumor. */
  async function told() {
    const rumor = await editor.rumor('Zeiss');
    const first = (await editor.post('/v1/evidence', cited(rumor))).body;
    const second = (
      await editor.post(
        '/v1/evidence',
        cited(rumor, {
          source: 'The Courier',
          title: 'A camera name for the Fold',
          url: 'https://courier.example/fold',
          published_at: '2026-09-22T00:00:00Z',
          quote: 'The lens maker is said to be Zeiss.',
        }),
      )
    ).body;
    return { rumor, first: first.report.id as string, second: second.report.id as string };
  }
  const numbers = async (rumor: string) => {
    const { confidence, evidence } = await editor.read(`/v1/rumors/${rumor}`);
    return { probability: confidence.probability, ...evidence };
  };

  it('sets, doubts, confirms and splits an origin, with the numbers as they were after it', async () => {
    const { rumor, first, second } = await told();
    const apart = await numbers(rumor);
    expect(apart.origins).toBe(2);
    const copied = await editor.patch(`/v1/reports/${second}`, { origin: first, reason: 'a translation' });
    expect(copied.body).toMatchObject({ origin_id: first, origin_link: 'confirmed', origin_reason: 'editor' });
    const together = await numbers(rumor);
    expect(together.origins).toBe(1);
    expect(together.probability).toBeLessThan(apart.probability);

    await editor.patch(`/v1/reports/${second}`, { origin_link: 'suggested' });
    const doubted = await numbers(rumor);
    expect(doubted.probability).toBeGreaterThan(together.probability);
    expect(doubted.probability).toBeLessThan(apart.probability);
    const queue = (await server.call('GET', '/v1/review?kind=origin', { role: 'editor' })).body;
    expect(queue.data.map((item: { id: string }) => item.id)).toEqual([second]);
    await editor.patch(`/v1/reports/${second}`, { origin_link: 'confirmed' });
    expect(await numbers(rumor)).toEqual(together);

    const split = await editor.patch(`/v1/reports/${second}`, { origin: null });
    expect(split.body).toMatchObject({ origin_id: second, origin_link: 'own', origin_reason: 'editor' });
    expect(await numbers(rumor)).toEqual(apart);
  });

  it('shows the origin, the day and the source that were known at a moment', async () => {
    const { first, second } = await told();
    server.clock.hold(Date.parse('2026-10-02T08:00:00Z'));
    const change = { origin: first, published_on: '2026-09-25', source: 'The Ledger' };
    expect((await editor.patch(`/v1/reports/${second}`, change)).body).toMatchObject({
      published_on: '2026-09-25',
      source: { name: 'The Ledger' },
    });
    expect(await editor.read(`/v1/reports/${second}?as_of=2026-10-01`)).toMatchObject({
      origin_id: second,
      origin_link: 'own',
      published_on: '2026-09-22',
      source: { name: 'The Courier' },
    });
  });

  it('dates what the report speaks of anew', async () => {
    const { rumor, second } = await told();
    const dates = async () => [
      (await editor.read(`/v1/rumors/${rumor}`)).evidence.last_report_at ??
        (await editor.read(`/v1/rumors/${rumor}`)).last_report_at,
      (await editor.read(`/v1/devices/${editor.device}`)).last_report_at,
    ];
    expect(await dates()).toEqual(Array(2).fill('2026-09-22T00:00:00.000Z'));
    await editor.patch(`/v1/reports/${second}`, { published_on: '2026-09-21' });
    expect(await dates()).toEqual(Array(2).fill('2026-09-21T00:00:00.000Z'));
    await editor.patch(`/v1/reports/${second}`, { published_on: '2026-09-10' });
    expect(await dates()).toEqual(Array(2).fill('2026-09-20T08:00:00.000Z'));
  });

  it('is open to a report that also speaks of a device that was taken down', async () => {
    const { second } = await told();
    const other = (await editor.post('/v1/devices', { name: 'Meridian Flip', company: 'Meridian' })).body.slug;
    const claim = { device: other, subject: 'partner', value: 'Halden' };
    const opened = (await editor.post('/v1/rumors', claim)).body.id;
    const link = { rumor: opened, report: second, stance: 'supports', certainty: 'reported' };
    expect((await editor.post('/v1/evidence', link)).status).toBe(201);
    const headers = { 'if-match': '*' };
    await server.call('DELETE', `/v1/devices/${other}?reason=by%20order`, { role: 'admin', headers });
    const { status, body } = await editor.patch(`/v1/reports/${second}`, { published_on: '2026-09-21' });
    expect([status, body.published_on]).toEqual([200, '2026-09-21']);
  });

  it('puts what went back to a report under its new origin', async () => {
    const { rumor, first, second } = await told();
    const third = (
      await editor.post(
        '/v1/evidence',
        cited(rumor, { title: 'Third hand', url: 'https://third.example/x', quote: 'Somebody wrote of Zeiss.' }),
      )
    ).body.report.id as string;
    await editor.patch(`/v1/reports/${third}`, { origin: second });
    await editor.patch(`/v1/reports/${second}`, { origin: first });
    expect((await editor.read(`/v1/reports/${third}`)).origin_id).toBe(first);
    expect((await numbers(rumor)).origins).toBe(1);
    const circular = await editor.patch(`/v1/reports/${first}`, { origin: third });
    expect(problemIn(circular, 409).code).toBe('origin-of-itself');
  });

  it('takes along what went back to a report, knows where it was before, and brings it back', async () => {
    const { rumor, first, second } = await told();
    const cite = async (name: string) =>
      (
        await editor.post(
          '/v1/evidence',
          cited(rumor, {
            title: `${name} hand`,
            url: `https://${name}.example/x`,
            quote: `Zeiss, says a ${name} hand.`,
          }),
        )
      ).body.report.id as string;
    const [third, fourth] = [await cite('third'), await cite('fourth')];
    for (const copy of [third, fourth]) await editor.patch(`/v1/reports/${copy}`, { origin: second });
    const apart = await numbers(rumor);
    server.clock.hold(Date.parse('2026-10-02T08:00:00Z'));
    await editor.patch(`/v1/reports/${second}`, { origin: first });
    const originOf = async (id: string, query = '') => (await editor.read(`/v1/reports/${id}${query}`)).origin_id;
    expect([await originOf(third), await originOf(third, '?as_of=2026-10-01')]).toEqual([first, second]);
    const trail = (await server.call('GET', `/v1/audit?thing=${third}`, { role: 'admin' })).body.data;
    expect(trail[0]).toMatchObject({ action: 'follow', before: { originId: second }, after: { originId: first } });
    await editor.patch(`/v1/reports/${fourth}`, { origin: null });
    await editor.patch(`/v1/reports/${fourth}`, { origin: first });
    await editor.patch(`/v1/reports/${second}`, { origin: null });
    expect([await originOf(third), await originOf(fourth)]).toEqual([second, first]);
    expect((await numbers(rumor)).origins).toBe(apart.origins);
  });

  it.each<[string, object, number, string]>([
    ['an origin that there is not', { origin: 'rep_01KA8Z6Y3M7V2QH4T9XBDN5CWE' }, 422, 'unknown-report'],
    ['a confirmation of an origin', { origin_link: 'confirmed' }, 409, 'is-origin'],
    ['a source that nobody knows', { source: 'Nobody' }, 422, 'unknown-source'],
    ['a day that is not in the calendar', { published_on: '2026-02-30' }, 422, 'invalid-date'],
    ['a day after it was learned of', { published_on: '2026-12-01' }, 422, 'in-the-future'],
  ])('refuses %s', async (_name, change, status, code) => {
    const { second } = await told();
    expect(problemIn(await editor.patch(`/v1/reports/${second}`, change), status).code).toBe(code);
  });

  it('refuses who has not seen the last change', async () => {
    const { second } = await told();
    problemIn(await editor.patch(`/v1/reports/${second}`, { origin: null }, { 'if-match': '"77"' }), 412);
  });

  it('verifies words, doubts them for a reason, and verifies them again', async () => {
    const rumor = await editor.rumor('Zeiss');
    const said = await editor.post('/v1/statements', {
      ...{ speaker: 'Ana Ruiz', organisation: 'Meridian', quote: 'We work with Zeiss.', act: 'confirms' },
      ...{ said_on: '2026-09-20', url: 'https://ledger.example/ruiz', source: 'The Ledger' },
      rumors: [{ rumor, stance: 'supports' }],
    });
    const path = `/v1/statements/${said.body.id}`;
    const before = await numbers(rumor);
    const waits = async () =>
      (await server.call('GET', '/v1/review?kind=statement', { role: 'editor' })).body.data.length;
    expect(await waits()).toBe(1);
    await editor.patch(path, { verified: true, reason: 'on their page' });
    expect((await numbers(rumor)).probability).toBeGreaterThan(before.probability);
    server.clock.hold(Date.parse('2026-10-01T10:00:00Z'));
    problemIn(await editor.patch(path, { verified: false }), 422);
    const doubted = await editor.patch(path, { verified: false, reason: 'a forged page' });
    expect(doubted.body).toMatchObject({
      ...{ verification: 'relayed', verified_by: 'editor', verified_reason: 'a forged page' },
    });
    expect(await numbers(rumor)).toEqual(before);
    expect(await waits()).toBe(0);
    expect(await editor.read(`${path}?as_of=2026-10-01T09:00:00Z`)).toMatchObject({
      ...{ verification: 'verified', verified_by: 'editor', verified_reason: 'on their page' },
    });
    expect((await editor.read('/v1/statements?verified=true&as_of=2026-10-01T09:00:00Z')).data).toHaveLength(1);
    expect((await editor.patch(path, { verified: true, reason: 'the page is theirs' })).body.verification).toBe(
      'verified',
    );
  });
});
