import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

const ULID = '01KDVDNA00ZYV725XJZ60TY7CG';
const [DEVICE, RUMOR, REPORT, SOURCE, COMPANY] = ['dev', 'rum', 'rep', 'src', 'co'].map((each) => `${each}_${ULID}`);

describe.each(DATABASES)('what a body names and is not there, on %s', (database) => {
  let server: Server;
  let editor: Editor;
  let rumor: string;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    await editor.source();
    rumor = await editor.rumor('Zeiss');
  });
  afterAll(() => server.close());

  const words = { speaker: 'Jo Park', quote: 'We do.', act: 'confirms', said_on: '2026-09-20' };
  const proven = { reason: 'renamed', evidence: `ev_${ULID}` };
  const page = { url: 'https://ledger.example/jo', source: 'The Ledger' };

  it.each<[string, string, object, string, string]>([
    ['POST', '/v1/devices', { name: 'Nine', company: COMPANY }, '#/company', 'unknown-company'],
    ['POST', '/v1/devices', { name: 'Nine', company: 'Meridian', succeeds: 'nobody' }, '#/succeeds', 'unknown-device'],
    ['PATCH', '/v1/devices/meridian-fold', { succeeds: DEVICE }, '#/succeeds', 'unknown-device'],
    ['POST', '/v1/devices/meridian-fold/merge', { into: 'nobody' }, '#/into', 'unknown-device'],
    ['POST', '/v1/devices/meridian-fold/supersede', { by: DEVICE, ...proven }, '#/by', 'unknown-device'],
    ['POST', '/v1/rumors', { device: 'nobody', subject: 'weight', value: '1 g' }, '#/device', 'unknown-device'],
    ['POST', '/v1/evidence', cited(RUMOR!), '#/rumor', 'unknown-rumor'],
    ['POST', '/v1/sources', { name: 'N', kind: 'outlet', parent: SOURCE }, '#/parent', 'unknown-source'],
    ['PATCH', '/v1/sources/the-ledger', { parent: 'nobody' }, '#/parent', 'unknown-source'],
    ['POST', '/v1/refresh-jobs', { scope: 'device', target: 'nobody' }, '#/target', 'unknown-device'],
  ])('%s %s %j', async (method, url, body, pointer, code) => {
    const headers = { 'if-match': String((await server.call('GET', '/v1/devices/meridian-fold')).headers['etag']) };
    const needed = url.includes('meridian-fold') ? { headers } : {};
    const problem = problemIn(await server.call(method, url, { role: 'editor', body, ...needed }), 422);
    expect([problem.code, problem.errors]).toEqual([code, [expect.objectContaining({ pointer, code })]]);
  });

  it('is pointed at in words and in a report', async () => {
    const asked: [object, string, string][] = [
      [{ ...cited(rumor), report: REPORT }, '#/report', 'unknown-report'],
      [cited(rumor, { source: 'Nobody' }), '#/source', 'unknown-source'],
    ];
    for (const [body, pointer, code] of asked) {
      const problem = problemIn(await editor.post('/v1/evidence', body), 422);
      expect([problem.code, problem.errors[0]?.pointer]).toEqual([code, pointer]);
    }
    const said = [
      { rumor, stance: 'supports' },
      { rumor: RUMOR, stance: 'supports' },
    ];
    const spoken = problemIn(await editor.post('/v1/statements', { ...words, ...page, rumors: said }), 422);
    expect([spoken.code, spoken.errors[0]?.pointer]).toEqual(['unknown-rumor', '#/rumors/1/rumor']);
    const passed = { ...words, report: REPORT, rumors: said.slice(0, 1) };
    expect(problemIn(await editor.post('/v1/statements', passed), 422).errors[0]?.pointer).toBe('#/report');
  });

  it('goes by another name now, which is told', async () => {
    await editor.patch('/v1/devices/meridian-fold', { name: 'Meridian Leaf' });
    await editor.post('/v1/devices', { name: 'Other', company: 'Meridian' });
    const headers = { 'if-match': String((await server.call('GET', '/v1/devices/meridian-other')).headers['etag']) };
    const body = { into: 'meridian-fold' };
    const answer = await server.call('POST', '/v1/devices/meridian-other/merge', { role: 'editor', body, headers });
    expect(problemIn(answer, 409)).toMatchObject({ code: 'moved', errors: [{ pointer: '#/into' }] });
  });

  it.each<[string, object, string]>([
    ['price', { amount: '499', currency: 'XYZ' }, '#/value/currency'],
    ['price', { amount: '499', currency: 'DEM' }, '#/value/currency'],
    ['launch.date', { earliest_on: '1989-12-31', latest_on: '2027-01-01' }, '#/value/earliest_on'],
    ['launch.date', { earliest_on: '2027-01-01', latest_on: '2101-01-01' }, '#/value/latest_on'],
  ])('is no %s: %j', async (subject, value, pointer) => {
    const device = (await editor.read('/v1/devices?q=Leaf')).data[0].id as string;
    const problem = problemIn(await editor.post('/v1/rumors', { device, subject, value }), 422);
    expect([problem.code, problem.errors[0]?.pointer]).toEqual(['invalid-value', pointer]);
  });

  it('is no day in any year that is meant', async () => {
    const early = problemIn(
      await editor.post('/v1/evidence', cited(rumor, { published_at: undefined, published_on: '0202-09-20' })),
      422,
    );
    expect(early.errors).toMatchObject([{ pointer: '#/published_on', code: 'is-day' }]);
    const both = problemIn(await editor.post('/v1/evidence', cited(rumor, { published_on: '2026-09-20' })), 422);
    expect(both).toMatchObject({ code: 'one-of-both', errors: [{ pointer: '#/published_at' }] });
  });

  it('is a range that runs backwards', async () => {
    const problem = problemIn(await server.call('GET', '/v1/rumors?min_confidence=0.8&max_confidence=0.2'), 400);
    expect(problem.errors).toMatchObject([{ parameter: 'max_confidence', code: 'runs-backwards' }]);
    expect((await server.call('GET', '/v1/rumors?min_confidence=0.5&max_confidence=0.5')).status).toBe(200);
  });
});
