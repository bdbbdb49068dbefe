import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

const CLOCK = '2026-10-01T12:00:00Z';

describe.each(DATABASES)('evidence over HTTP on %s', (database) => {
  let server: Server;
  let editor: Editor;
  beforeEach(async () => {
    server = await startServer(database, { clock: CLOCK });
    editor = await editorAt(server);
  });
  afterEach(() => server.close());

  it('cite evidence, which is weighed before they are answered', async () => {
    const id = await editor.rumor('Zeiss');
    const before = (await editor.read(`/v1/rumors/${id}`)).confidence.probability as number;
    await editor.source();
    const linked = await editor.post('/v1/evidence', cited(id));
    expect([linked.status, linked.body.status, linked.body.report.source.name]).toEqual([201, 'active', 'The Ledger']);
    const after = (await editor.read(`/v1/rumors/${id}`)).confidence.probability as number;
    expect(after).toBeGreaterThan(before);
    expect(problemIn(await editor.post('/v1/evidence', cited(id)), 409).code).toBe('duplicate-evidence');
    const withdrawn = await editor.patch(`/v1/evidence/${linked.body.id}`, { status: 'withdrawn', reason: 'made up' });
    expect(withdrawn.body.status).toBe('withdrawn');
    expect((await editor.read(`/v1/rumors/${id}`)).confidence.probability).toBe(before);
    const again = await editor.patch(`/v1/evidence/${linked.body.id}`, { stance: 'refutes' });
    expect(problemIn(again, 409).code).toBe('already-withdrawn');
  });

  it('turn evidence round', async () => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const linked = await editor.post('/v1/evidence', cited(id));
    const before = (await editor.read(`/v1/rumors/${id}`)).confidence.probability as number;
    expect((await editor.patch(`/v1/evidence/${linked.body.id}`, { stance: 'refutes' })).body.stance).toBe('refutes');
    expect((await editor.read(`/v1/rumors/${id}`)).confidence.probability).toBeLessThan(before);
  });

  it('accept what contributors propose, which counts for nothing before', async () => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const before = await editor.read(`/v1/rumors/${id}`);
    const proposed = await editor.post('/v1/evidence', cited(id), 'contributor');
    expect([proposed.status, proposed.body.status]).toEqual([201, 'proposed']);
    expect((await editor.read(`/v1/rumors/${id}`)).confidence).toEqual(before.confidence);
    expect((await editor.read(`/v1/rumors/${id}`)).evidence.reports).toBe(0);
    const accepted = await editor.patch(`/v1/evidence/${proposed.body.id}`, { status: 'active' });
    expect(accepted.body.status).toBe('active');
    const after = await editor.read(`/v1/rumors/${id}`);
    expect(after.evidence.reports).toBe(1);
    expect(after.confidence.probability).toBeGreaterThan(before.confidence.probability);
  });

  it('turn down what contributors propose without a trace in the numbers', async () => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const before = await editor.read(`/v1/rumors/${id}`);
    const proposed = await editor.post('/v1/evidence', cited(id), 'contributor');
    await editor.patch(`/v1/evidence/${proposed.body.id}`, { status: 'withdrawn', reason: 'not about it' });
    const after = await editor.read(`/v1/rumors/${id}`);
    expect([after.confidence, after.evidence.reports]).toEqual([before.confidence, 0]);
  });

  it.each<[string, object, number, string]>([
    ['an unknown rumor', { rumor: 'rum_01KDVDNA00ZYV725XJZ60TY7CG' }, 422, 'unknown-rumor'],
    ['an unknown report', { report: 'rep_01KDVDNA00ZYV725XJZ60TY7CG' }, 422, 'unknown-report'],
    ['an unknown source', { source: 'Nobody' }, 422, 'unknown-source'],
    ['no source', { source: undefined }, 422, 'invalid-input'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 422, 'invalid-input'],
    ['a day that is none beside a report', { report: 'rep_x', published_at: '1e3' }, 422, 'invalid-input'],
    ['a day to come', { published_at: '2027-01-01T00:00:00Z' }, 422, 'invalid-date'],
    ['a long quotation', { quote: 'x'.repeat(301) }, 422, 'invalid-input'],
  ])('link no evidence with %s', async (_name, change, status, code) => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    expect(problemIn(await editor.post('/v1/evidence', cited(id, change)), status).code).toBe(code);
    expect((await editor.read('/v1/reports')).data).toEqual([]);
  });

  it('add sources and change their marks, after which their evidence weighs otherwise', async () => {
    const id = await editor.rumor('Zeiss');
    const added = await editor.source();
    expect(added).toMatchObject({ grade: 'C', vetted: true });
    expect(problemIn(await editor.post('/v1/sources', { name: 'the ledger', kind: 'outlet' }), 409).code).toBe(
      'duplicate-name',
    );
    await editor.post('/v1/evidence', cited(id));
    const before = (await editor.read(`/v1/rumors/${id}`)).confidence.probability as number;
    const marked = await editor.patch(`/v1/sources/${added.slug}`, { grade: 'A', aliases: ['@ledger'] });
    expect(marked.body.grade).toBe('A');
    expect((await editor.read(`/v1/rumors/${id}`)).confidence.probability).toBeGreaterThan(before);
    const wire = await editor.source('Ledger Wire');
    expect((await editor.patch(`/v1/sources/${wire.slug}`, { parent: added.slug })).body.parent.slug).toBe(added.slug);
    expect(problemIn(await editor.patch(`/v1/sources/${wire.slug}`, { name: '@ledger' }), 409).code).toBe(
      'duplicate-name',
    );
    expect(problemIn(await editor.patch(`/v1/sources/${wire.slug}`, { parent: wire.slug }), 409).code).toBe(
      'own-parent',
    );
  });
});
