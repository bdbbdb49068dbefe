import { parse } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { COLUMNS } from '../src/outputs/columns.js';
import { DATASETS, type Dataset } from '../src/outputs/datasets.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { STORY, tellStory, type ToldStory } from './support/told-story.js';

describe.each(DATABASES)('what is given away on %s', (database) => {
  let server: Server;
  let story: ToldStory;
  const past: Record<string, string> = {};
  const get = (url: string, headers: Record<string, string> = {}) => server.call('GET', url, { headers });
  const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });

  beforeAll(async () => {
    server = await startServer(database, {
      clock: '2029-05-22T12:00:00Z',
      settings: { publicUrl: 'https://rumors.example' },
    });
    story = await tellStory(server, async (day) => {
      for (const dataset of DATASETS) past[`${day} ${dataset}`] = (await get(`/v1/exports/${dataset}.csv`)).body;
    });
    server.clock.advance(60_000);
    await server.call('PUT', `/v1/rumors/${story.partner}/resolution`, {
      role: 'editor',
      headers: { 'if-none-match': '*' },
      body: {
        ...{ outcome: 'true', happened_on: '2029-06-02' },
        evidence: (await get(`/v1/evidence?rumor=${story.partner}&status=active`)).body.data[0].id,
      },
    });
  });
  afterAll(() => server.close());

  it.each(DATASETS.filter((dataset) => dataset !== 'history'))(
    'gives %s away whole: as JSON lines what the list shows, as CSV the same rows',
    async (dataset: Dataset) => {
      const listed = (await get(`/v1/${dataset}?limit=100`)).body.data as { id: string }[];
      const lines = String((await get(`/v1/exports/${dataset}.jsonl`)).body)
        .trimEnd()
        .split('\n');
      const objects = lines.map((line) => JSON.parse(line) as { id: string });
      const byId = new Map(listed.map((each) => [each.id, each]));
      expect(objects.length).toBeGreaterThan(0);
      expect(objects.map(({ id }) => id).sort()).toEqual([...byId.keys()].sort());
      for (const each of objects) expect(byId.get(each.id)).toMatchObject(each);
      const answer = await get(`/v1/exports/${dataset}.csv`);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="hearsay-\w+-\d{8}T\d{6}Z\.csv"$/);
      const rows = rowsOf(answer.body);
      expect(Object.keys(rows[0]!)).toEqual(COLUMNS[dataset].map(([name]) => name));
      expect(rows.map(({ id }) => id)).toEqual(objects.map(({ id }) => id));
    },
  );

  it('gives the history away: every number that was believed', async () => {
    const rows = rowsOf((await get(`/v1/exports/history.csv?rumor=${story.partner}`)).body);
    const { body } = await get(`/v1/rumors/${story.partner}/history`);
    expect(rows.map(({ probability }) => Number(probability))).toEqual(
      body.data.map(({ value }: { value: number }) => value),
    );
  });

  it.each(DATASETS)('gives %s away as of a past moment, as they were given away then', async (dataset) => {
    for (const day of Object.values(STORY)) {
      const then = await get(`/v1/exports/${dataset}.csv?as_of=${day}T12:00:00Z`);
      expect(rowsOf(then.body).map(stable)).toEqual(rowsOf(past[`${day} ${dataset}`]!).map(stable));
    }
  });
  /** What a list as of the past does not restore. */
  const stable = ({ updated_at: _at, ...row }: Record<string, string>) => row;

  it('takes the filters of the list of a dataset, and refuses those that it does not have', async () => {
    const rows = rowsOf((await get('/v1/exports/rumors.csv?subject=launch.date&device=orvane-one')).body);
    expect(rows.map(({ id }) => id).sort()).toEqual([story.july, story.summer].sort());
    expect(rows[0]).toMatchObject({ value: 'July 2029', earliest_on: '2029-07-01', latest_on: '2029-07-31' });
    const refused = problemIn(await get('/v1/exports/sources.csv?subject=launch.date'), 400);
    expect(refused.errors).toEqual([expect.objectContaining({ parameter: 'subject', code: 'unknown-parameter' })]);
    problemIn(await get('/v1/exports/devices.csv?status=open'), 400);
    problemIn(await get('/v1/exports/rumors.csv?guard=maybe'), 400);
    problemIn(await get('/v1/exports/rumors.csv?as_of=2031-01-01'), 400);
    problemIn(await get('/v1/exports/secrets.csv'), 404);
    problemIn(await get('/v1/exports/rumors.xml'), 404);
    expect((await server.call('HEAD', '/v1/exports/rumors.csv')).status).toBe(200);
  });

  it('guards what a spreadsheet would reckon, unless a machine reads it', async () => {
    await server.call('POST', '/v1/sources', { role: 'editor', body: { name: '=cmd|calc', kind: 'outlet' } });
    const name = async (query: string) =>
      rowsOf((await get(`/v1/exports/sources.csv${query}`)).body).find((row) => row['name']!.includes('cmd'))?.['name'];
    expect([await name(''), await name('?guard=off')]).toEqual(["'=cmd|calc", '=cmd|calc']);
  });

  it('tells feed readers what is notable, under ids that stay, and not again what they have', async () => {
    const answer = await get('/feeds/all.atom');
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = parseAtomFeed(answer.body);
    const ids = feed.entries!.map(({ id }) => String(id));
    expect(ids).toEqual(
      expect.arrayContaining([`urn:hearsay:${story.july}:opened`, `urn:hearsay:${story.partner}:opened`]),
    );
    expect(ids.some((id) => id.includes(':res_'))).toBe(true);
    expect(ids.some((id) => /:st_/.test(id))).toBe(true);
    expect(ids.some((id) => /:evt_/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const json = parseJsonFeed((await get('/feeds/all.json')).body);
    expect(json.items!.map(({ id }) => id)).toEqual(ids);
    const tag = String(answer.headers['etag']);
    expect((await get('/feeds/all.atom', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/feeds/all.atom?utm_source=x')).status).toBe(200);
    for (const scope of ['orvane', 'orvane-one']) {
      expect(parseAtomFeed((await get(`/feeds/${scope}.atom`)).body).entries!.length).toBeGreaterThan(2);
    }
    expect(problemIn(await get('/feeds/nobody.atom'), 404).code).toBe('unknown-feed');
    expect((await get('/feeds/orvane.rss')).status).toBe(404);
  });

  const entriesOf = async (query = '') =>
    new ICAL.Component(ICAL.parse((await get(`/calendar.ics${query}`)).body))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));

  it('shows launches in calendars: one entry a rumor, which keeps its id and counts its changes', async () => {
    const entries = await entriesOf();
    expect(entries.map(({ uid }) => uid).sort()).toEqual([story.july, story.summer].sort());
    const july = entries.find(({ uid }) => uid === story.july)!;
    expect([String(july.startDate), String(july.endDate)]).toEqual(['2029-07-16', '2029-07-17']);
    expect(july.summary).toMatch(/^Orvane One: launch, \d/);
    const spans = await entriesOf('?style=span&device=orvane-one');
    const span = spans.find(({ uid }) => uid === story.summer)!;
    expect([String(span.startDate), String(span.endDate)]).toEqual(['2029-07-23', '2029-09-08']);
    expect(await entriesOf('?region=US')).toEqual([]);
    expect(await entriesOf('?min_confidence=1')).toEqual([]);
    problemIn(await get('/calendar.ics?style=wild'), 400);
    const tag = String((await get('/calendar.ics')).headers['etag']);
    expect((await get('/calendar.ics', { 'if-none-match': tag })).status).toBe(304);

    const { headers } = await get(`/v1/rumors/${story.july}`);
    const change = { role: 'editor', headers: { 'if-match': String(headers['etag']) } } as const;
    await server.call('PATCH', `/v1/rumors/${story.july}`, {
      ...change,
      body: { status: 'withdrawn', reason: 'misread' },
    });
    const withdrawn = (await entriesOf()).find(({ uid }) => uid === story.july)!;
    expect(withdrawn.sequence).toBeGreaterThan(july.sequence);
    expect(withdrawn.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('shows a badge in pages of others', async () => {
    const answer = await get('/badges/orvane-one.svg');
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      etag: expect.any(String),
    });
    expect(answer.body).toMatch(/<title>Orvane One exists: [\d.&gt; ]+ % /);
    expect((await get('/badges/orvane-one.svg?kind=launch')).body).toMatch(/by 2029-/);
    expect((await get('/badges/nobody.svg')).status).toBe(404);
  });
});
