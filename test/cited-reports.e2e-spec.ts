import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const STORY = handedIn('oneplus-nikon');
const DEVICE = 'oneplus-18-ultra';

const change = ({ before, after }: { before: number | null; after: number }) => [before, after];

const bySubject = (one: { subject: string }, other: { subject: string }) => (one.subject < other.subject ? -1 : 1);

describe.each(DATABASES)('the article of a report that was cited before, on %s', (database) => {
  let server: Server;
  let rumor: string;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
    await post('/v1/companies', { name: 'OnePlus' });
    await post('/v1/devices', { name: 'OnePlus 18 Ultra', company: 'OnePlus' });
    await post('/v1/sources', { name: STORY.source.name, kind: 'outlet' });
    rumor = (await post('/v1/rumors', { device: DEVICE, subject: 'partner', value: 'Nikon' })).body.id;
  });
  afterEach(() => server.close());

  const post = async (url: string, body: object, role: 'editor' | 'contributor' = 'editor'): Promise<Answer> => {
    const answer = await server.call('POST', url, { role, body });
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
    return answer;
  };
  const read = async (url: string): Promise<Answer['body']> => (await server.call('GET', url)).body;
  const cite = async (change: object = {}, role: 'editor' | 'contributor' = 'editor') => {
    const told = { source: STORY.source.name, url: STORY.url, title: 'They work together', quote: 'It is official.' };
    const how = { published_on: '2029-05-21', stance: 'supports', certainty: 'official' };
    return (await post('/v1/evidence', { rumor, ...told, ...how, ...change }, role)).body;
  };
  const handIn = async (change: object = {}) => (await post('/v1/ingestions', { ...STORY, ...change })).body;
  const commit = async (id: string, body: object = {}) => (await post(`/v1/ingestions/${id}/commit`, body)).body;
  const numbers = async () =>
    (await read(`/v1/rumors?device=${DEVICE}`)).data
      .toSorted(bySubject)
      .map((each: Answer['body']) => [
        each.subject,
        each.confidence.probability,
        each.evidence.reports,
        each.evidence.origins,
      ]);

  it('completes it: one report of one origin, and a dry run shows what the commit does', async () => {
    const cited = await cite();
    const { id } = await handIn();
    const before = await numbers();
    const shown = await commit(id, { dry_run: true });
    expect(await numbers()).toEqual(before);
    expect(await read(`/v1/reports/${cited.report.id}`)).toMatchObject({ language: 'und', credits: [] });
    const done = await commit(id);
    expect(done.effects.map(change)).toEqual(shown.effects.map(change));
    const { data } = await read('/v1/reports');
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ id: cited.report.id, title: 'They work together', published_on: '2029-05-21' });
    const { length } = await numbers();
    expect(data[0]).toMatchObject({ language: 'en', evidence_count: length, origin_link: 'own' });
    expect((await read(`/v1/reports/${cited.report.id}`)).credits).toEqual(['OnePlus']);
    expect(new Set((await numbers()).map((row: unknown[]) => row.slice(2).join()))).toEqual(new Set(['1,1']));
    expect((await read('/v1/sources/telefon-pixel')).reports).toBe(1);
    const link = await read(`/v1/evidence/${cited.id}`);
    expect([link.status, link.certainty]).toEqual(['active', 'official']);
    expect((await handIn()).recognised).toBe(true);
  });

  it('weighs as much as an article that nobody cited before, where that was only proposed', async () => {
    const proposed = await cite({ title: 'Whatever', source: STORY.source.name, stance: 'refutes' }, 'contributor');
    await commit((await handIn()).id);
    const report = await read(`/v1/reports/${proposed.report.id}`);
    expect(report).toMatchObject({ title: STORY.title, published_on: STORY.published_on });
    expect(await read(`/v1/evidence/${proposed.id}`)).toMatchObject({
      status: 'active',
      stance: 'supports',
      span: { where: 'text', exact: 'OnePlus and Nikon have officially become partners' },
    });
    const found = await numbers();
    const other = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
    const body = { ...STORY };
    const { id } = (await other.call('POST', '/v1/ingestions', { role: 'editor', body })).body;
    await other.call('POST', `/v1/ingestions/${id}/commit`, { role: 'editor', body: {} });
    const plain = (await other.call('GET', `/v1/rumors?device=${DEVICE}`)).body.data;
    await other.close();
    expect(found.map((row: unknown[]) => row[1])).toEqual(
      plain.toSorted(bySubject).map((row: Answer['body']) => row.confidence.probability),
    );
  });

  it('goes back to the origin of its words, or becomes that, and is shown as it was known before', async () => {
    const { url, source } = handedIn('oneplus-nikon-copy');
    const copy = await handIn({ ...handedIn('oneplus-nikon-copy'), url, source, published_on: '2029-05-22' });
    const copied = (await commit(copy.id)).report.id;
    server.clock.hold(Date.parse('2029-05-23T12:00:00Z'));
    const cited = (await cite()).report.id;
    const { origins } = (await read(`/v1/rumors/${rumor}`)).evidence;
    server.clock.hold(Date.parse('2029-05-24T12:00:00Z'));
    await commit((await handIn()).id);
    expect([origins, (await read(`/v1/rumors/${rumor}`)).evidence.origins]).toEqual([2, 1]);
    expect((await read(`/v1/reports/${copied}`)).origin_id).toBe(cited);
    const past = await read(`/v1/reports/${copied}?as_of=2029-05-23T18:00:00Z`);
    expect([past.origin_id, past.origin_link]).toEqual([copied, 'own']);
    expect((await read(`/v1/reports/${cited}?as_of=2029-05-23T18:00:00Z`)).language).toBe('und');
  });

  it('names the article that was written down at the address of one that still waits', async () => {
    const [first, second] = [await handIn(), await handIn({ text: `${STORY.text}\n\nMore of it follows.` })];
    await commit(first.id);
    const refused = await server.call('POST', `/v1/ingestions/${second.id}/commit`, { role: 'editor', body: {} });
    const problem = problemIn(refused, 409);
    expect([problem.code, problem.detail.includes(first.id)]).toEqual(['changed-report', true]);
    const again = await server.call('POST', '/v1/ingestions', {
      role: 'editor',
      body: { ...STORY, text: 'The OnePlus 18 Ultra will weigh 200 grams.' },
    });
    expect(problemIn(again, 409)).toMatchObject({ code: 'changed-report', errors: [{ pointer: '#/url' }] });
  });
});
