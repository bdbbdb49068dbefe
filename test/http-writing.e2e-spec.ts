import { AuditEntry } from '../src/access/audit-entry.entity.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Answer, type Call, type Server } from './support/server.js';

const CLOCK = '2026-10-01T12:00:00Z';

describe.each(DATABASES)('editors over HTTP on %s', (database) => {
  let server: Server;
  let device: string;
  beforeEach(async () => {
    server = await startServer(database, { clock: CLOCK });
    const body = { name: 'Meridian Fold', company: 'Meridian' };
    device = (await post('/v1/devices', body)).body.slug as string;
  });
  afterEach(() => server.close());

  const as = (role: Call['role'], method: string, url: string, body?: unknown, headers?: Call['headers']) =>
    server.call(method, url, { role, body, headers });
  const post = (url: string, body: unknown) => as('editor', 'POST', url, body);
  const patch = (url: string, body: unknown, headers?: Call['headers']) => as('editor', 'PATCH', url, body, headers);
  const read = async (url: string) => (await server.call('GET', url)).body;
  const rumor = async (value: string, subject = 'partner') =>
    (await post('/v1/rumors', { device, subject, value })).body.id as string;
  const source = async (name = 'The Ledger', kind = 'outlet') => (await post('/v1/sources', { name, kind })).body;
  const cited = (rumorId: string, change: object = {}) => ({
    rumor: rumorId,
    source: 'The Ledger',
    title: 'Meridian works with Zeiss',
    url: 'https://ledger.example/2026/09/zeiss',
    published_at: '2026-09-20T08:00:00Z',
    stance: 'supports',
    certainty: 'reported',
    quote: 'Meridian has chosen Zeiss for the Fold.',
    ...change,
  });

  it('add and change companies', async () => {
    const added = await post('/v1/companies', {
      name: 'Halden Optik',
      aliases: ['Halden'],
      domains: ['halden.example'],
    });
    expect([added.status, added.headers['location'], added.headers['etag']]).toEqual([
      201,
      '/v1/companies/halden-optik',
      '"1"',
    ]);
    expect(problemIn(await post('/v1/companies', { name: 'HALDEN' }), 409).code).toBe('duplicate-name');
    const changed = await patch('/v1/companies/halden-optik', { name: 'Halden', aliases: ['Halden Optik', 'HO'] });
    expect([changed.body.name, changed.body.slug, changed.headers['etag']]).toEqual(['Halden', 'halden-optik', '"2"']);
    expect(problemIn(await patch('/v1/companies/halden-optik', { name: 'Meridian' }), 409).code).toBe('duplicate-name');
    expect(problemIn(await patch('/v1/companies/halden-optik', { name: '…' }), 422).code).toBe('empty-name');
    expect(problemIn(await patch('/v1/companies/nobody', { name: 'x' }), 404).code).toBe('unknown-company');
  });

  it('change devices, whose names stay their own', async () => {
    await post('/v1/devices', { name: 'Meridian Slate', company: 'Meridian' });
    expect(problemIn(await post('/v1/devices', { name: 'Slate', company: 'Meridian' }), 409).code).toBe(
      'duplicate-name',
    );
    const change = { category: 'phone', status: 'announced', aliases: ['MF1'], external_ids: { wikidata: 'Q42' } };
    const { body } = await patch(`/v1/devices/${device}`, change);
    expect(body).toMatchObject({ category: 'phone', status: 'announced', external_ids: { wikidata: 'Q42' } });
    expect(body.aliases).toContain('MF1');
    expect((await patch(`/v1/devices/${device}`, { category: null })).body.category).toBeNull();
    expect(problemIn(await patch(`/v1/devices/${device}`, { name: 'Slate' }), 409).code).toBe('duplicate-name');
    expect(problemIn(await patch(`/v1/devices/${device}`, { status: 'superseded' }), 422).code).toBe('invalid-input');
    expect(problemIn(await patch(`/v1/devices/${device}`, { succeeds: device }), 409).code).toBe('own-successor');
    const wrong = await patch(`/v1/devices/${device}`, { external_ids: { gtin: '1', extra: 'x' } });
    expect(problemIn(wrong, 422).errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['#/external_ids/gtin', '#/external_ids/extra']),
    );
  });

  it('open, correct and withdraw rumors', async () => {
    const opened = await post('/v1/rumors', { device, subject: 'partner', value: 'Zeiss' });
    expect([opened.status, opened.headers['location']]).toEqual([201, `/v1/rumors/${opened.body.id}`]);
    expect(opened.body.confidence.probability).toBeGreaterThan(0);
    const url = `/v1/rumors/${opened.body.id}`;
    expect(problemIn(await post('/v1/rumors', { device, subject: 'partner', value: 'zeiss' }), 409).code).toBe(
      'duplicate-rumor',
    );
    expect((await patch(url, { value: 'Leica' })).body.value).toEqual({ text: 'Leica' });
    expect(problemIn(await patch(url, { status: 'withdrawn' }), 422).errors[0]?.pointer).toBe('#/reason');
    expect((await patch(url, { status: 'withdrawn', reason: 'a mix-up' })).body.status).toBe('withdrawn');
    expect((await patch(url, { status: 'open' })).body.status).toBe('open');
    await source();
    await post('/v1/evidence', cited(opened.body.id));
    expect(problemIn(await patch(url, { value: 'Nikon' }), 409).code).toBe('has-evidence');
  });

  it.each<[string, object, number, string]>([
    ['an unknown subject', { subject: 'colour', value: 'red' }, 422, 'unknown-subject'],
    ['a value of another kind', { subject: 'price', value: 'soon' }, 422, 'invalid-value'],
    ['an unknown device', { device: 'nobody', subject: 'partner', value: 'Zeiss' }, 404, 'unknown-device'],
    ['a region in small letters', { subject: 'partner', value: 'Zeiss', region: 'us' }, 422, 'invalid-input'],
  ])('open no rumor about %s', async (_name, body, status, code) => {
    expect(problemIn(await post('/v1/rumors', { device, ...body }), status).code).toBe(code);
  });

  it('cite evidence, which is weighed before they are answered', async () => {
    const id = await rumor('Zeiss');
    const before = (await read(`/v1/rumors/${id}`)).confidence.probability as number;
    await source();
    const linked = await post('/v1/evidence', cited(id));
    expect([linked.status, linked.body.status, linked.body.report.source.name]).toEqual([201, 'active', 'The Ledger']);
    const after = (await read(`/v1/rumors/${id}`)).confidence.probability as number;
    expect(after).toBeGreaterThan(before);
    expect(problemIn(await post('/v1/evidence', cited(id)), 409).code).toBe('duplicate-evidence');
    const withdrawn = await patch(`/v1/evidence/${linked.body.id}`, { status: 'withdrawn', reason: 'made up' });
    expect(withdrawn.body.status).toBe('withdrawn');
    expect((await read(`/v1/rumors/${id}`)).confidence.probability).toBe(before);
    const again = await patch(`/v1/evidence/${linked.body.id}`, { stance: 'refutes' });
    expect(problemIn(again, 409).code).toBe('already-withdrawn');
  });

  it('turn evidence round', async () => {
    const id = await rumor('Zeiss');
    await source();
    const linked = await post('/v1/evidence', cited(id));
    const before = (await read(`/v1/rumors/${id}`)).confidence.probability as number;
    expect((await patch(`/v1/evidence/${linked.body.id}`, { stance: 'refutes' })).body.stance).toBe('refutes');
    expect((await read(`/v1/rumors/${id}`)).confidence.probability).toBeLessThan(before);
  });

  it('accept what contributors propose, which counts for nothing before', async () => {
    const id = await rumor('Zeiss');
    await source();
    const before = await read(`/v1/rumors/${id}`);
    const proposed = await as('contributor', 'POST', '/v1/evidence', cited(id));
    expect([proposed.status, proposed.body.status]).toEqual([201, 'proposed']);
    expect((await read(`/v1/rumors/${id}`)).confidence).toEqual(before.confidence);
    expect((await read(`/v1/rumors/${id}`)).evidence.reports).toBe(0);
    const accepted = await patch(`/v1/evidence/${proposed.body.id}`, { status: 'active' });
    expect(accepted.body.status).toBe('active');
    const after = await read(`/v1/rumors/${id}`);
    expect(after.evidence.reports).toBe(1);
    expect(after.confidence.probability).toBeGreaterThan(before.confidence.probability);
  });

  it('turn down what contributors propose without a trace in the numbers', async () => {
    const id = await rumor('Zeiss');
    await source();
    const before = await read(`/v1/rumors/${id}`);
    const proposed = await as('contributor', 'POST', '/v1/evidence', cited(id));
    await patch(`/v1/evidence/${proposed.body.id}`, { status: 'withdrawn', reason: 'not about it' });
    const after = await read(`/v1/rumors/${id}`);
    expect([after.confidence, after.evidence.reports]).toEqual([before.confidence, 0]);
  });

  it.each<[string, object, number, string]>([
    ['an unknown rumor', { rumor: 'rum_01KDVDNA00ZYV725XJZ60TY7CG' }, 404, 'unknown-rumor'],
    ['an unknown report', { report: 'rep_01KDVDNA00ZYV725XJZ60TY7CG' }, 404, 'unknown-report'],
    ['an unknown source', { source: 'Nobody' }, 422, 'unknown-source'],
    ['no source', { source: undefined }, 422, 'invalid-input'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 422, 'invalid-url'],
    ['a day to come', { published_at: '2027-01-01T00:00:00Z' }, 422, 'invalid-date'],
    ['a long quotation', { quote: 'x'.repeat(301) }, 422, 'invalid-input'],
  ])('link no evidence with %s', async (_name, change, status, code) => {
    const id = await rumor('Zeiss');
    await source();
    expect(problemIn(await post('/v1/evidence', cited(id, change)), status).code).toBe(code);
    expect((await read('/v1/reports')).data).toEqual([]);
  });

  it('add sources and change their marks, after which their evidence weighs otherwise', async () => {
    const id = await rumor('Zeiss');
    const added = await source();
    expect(added).toMatchObject({ grade: 'C', vetted: true });
    expect(problemIn(await post('/v1/sources', { name: 'the ledger', kind: 'outlet' }), 409).code).toBe(
      'duplicate-name',
    );
    await post('/v1/evidence', cited(id));
    const before = (await read(`/v1/rumors/${id}`)).confidence.probability as number;
    const marked = await patch(`/v1/sources/${added.slug}`, { grade: 'A', aliases: ['@ledger'] });
    expect(marked.body.grade).toBe('A');
    expect((await read(`/v1/rumors/${id}`)).confidence.probability).toBeGreaterThan(before);
    const wire = await source('Ledger Wire');
    expect((await patch(`/v1/sources/${wire.slug}`, { parent: added.slug })).body.parent.slug).toBe(added.slug);
    expect(problemIn(await patch(`/v1/sources/${wire.slug}`, { name: '@ledger' }), 409).code).toBe('duplicate-name');
    expect(problemIn(await patch(`/v1/sources/${wire.slug}`, { parent: wire.slug }), 409).code).toBe('own-parent');
  });

  describe('with statements', () => {
    const said = (rumorId: string, change: object = {}) => ({
      speaker: 'Ada Quill',
      role: 'head of imaging',
      organisation: 'Meridian',
      quote: 'We work with Zeiss.',
      act: 'confirms',
      rumors: [{ rumor: rumorId, stance: 'supports' }],
      url: 'https://ledger.example/2026/09/quill',
      source: 'The Ledger',
      said_on: '2026-09-25',
      ...change,
    });

    it('record and verify them', async () => {
      const id = await rumor('Zeiss');
      await source();
      const recorded = await post('/v1/statements', said(id));
      expect(recorded.status).toBe(201);
      expect(recorded.body).toMatchObject({ official: true, verification: 'relayed', said_on: '2026-09-25' });
      const url = `/v1/statements/${recorded.body.id}`;
      expect(problemIn(await patch(url, { verified: true }), 422).errors[0]?.pointer).toBe('#/reason');
      const before = (await read(`/v1/rumors/${id}`)).confidence.probability as number;
      const verified = await patch(url, { verified: true, url: 'https://meridian.example/news' });
      expect(verified.body).toMatchObject({ verification: 'verified', verified_by: 'editor' });
      expect((await read(`/v1/rumors/${id}`)).confidence.probability).toBeGreaterThan(before);
      expect(problemIn(await patch(url, { verified: true, reason: 'again' }), 409).code).toBe('already-verified');
    });

    it('correct them', async () => {
      const id = await rumor('Zeiss');
      await source();
      const { body } = await post('/v1/statements', said(id));
      const corrected = await patch(`/v1/statements/${body.id}`, { speaker: 'Ada Quille', said_on: '2026-09-24' });
      expect(corrected.body).toMatchObject({ speaker: 'Ada Quille', said_on: '2026-09-24' });
    });

    it.each<[string, object, number, string]>([
      ['of nobody for the company', { organisation: 'Nobody Inc' }, 409, 'not-official'],
      ['of somebody without a company', { organisation: undefined }, 409, 'not-official'],
    ])('verify none %s', async (_name, change, status, code) => {
      const id = await rumor('Zeiss');
      await source();
      const { body } = await post('/v1/statements', said(id, change));
      const verified = await patch(`/v1/statements/${body.id}`, { verified: true, reason: 'heard it' });
      expect(problemIn(verified, status).code).toBe(code);
    });

    it.each<[string, object, number, string]>([
      ['no rumor', { rumors: [] }, 422, 'invalid-input'],
      [
        'an unknown rumor',
        { rumors: [{ rumor: 'rum_01KDVDNA00ZYV725XJZ60TY7CG', stance: 'supports' }] },
        404,
        'unknown-rumor',
      ],
      ['a day to come', { said_on: '2026-10-02' }, 422, 'invalid-date'],
      ['a day that does not exist', { said_on: '2026-02-30' }, 422, 'invalid-date'],
      ['no address', { url: undefined }, 422, 'invalid-input'],
    ])('record none with %s', async (_name, change, status, code) => {
      const id = await rumor('Zeiss');
      await source();
      expect(problemIn(await post('/v1/statements', said(id, change)), status).code).toBe(code);
    });
  });

  describe('who change the same thing at once', () => {
    const changes: [string, () => Promise<[url: string, body: object]>][] = [
      ['devices', () => Promise.resolve([`/v1/devices/${device}`, { category: 'phone' }])],
      ['companies', () => Promise.resolve(['/v1/companies/meridian', { domains: ['meridian.example'] }])],
      ['sources', async () => [`/v1/sources/${(await source()).slug}`, { grade: 'B' }]],
      ['rumors', async () => [`/v1/rumors/${await rumor('Zeiss')}`, { value: 'Leica' }]],
    ];

    it.each(changes)('are told of it: %s', async (_name, prepare) => {
      const [url, body] = await prepare();
      const tag = String((await server.call('GET', url)).headers['etag']);
      expect(tag).toMatch(/^"\d+"$/);
      const stale = await patch(url, body, { 'if-match': '"999"' });
      expect(problemIn(stale, 412).code).toBe('stale');
      expect(stale.headers['etag']).toBe(tag);
      expect(problemIn(await patch(url, body, { 'if-match': `W/${tag}` }), 412).code).toBe('stale');
      const first = await patch(url, body, { 'if-match': `"998", ${tag}` });
      expect(first.status).toBe(200);
      expect(problemIn(await patch(url, body, { 'if-match': tag }), 412).code).toBe('stale');
      expect((await patch(url, body, { 'if-match': '*' })).status).toBe(200);
    });
  });

  it('leave a trail of what they changed', async () => {
    await patch(`/v1/devices/${device}`, { category: 'phone' });
    await patch(`/v1/devices/${device}`, { category: 'phone' });
    const entries = await server.get(Database).rows.findBy(AuditEntry, { action: 'revise' });
    expect(entries.map(({ actor, before, after }) => [actor, before, after])).toEqual([
      ['editor', '{"category":null}', '{"category":"phone"}'],
    ]);
  });

  it('get one answer each to the same name at the same time', async () => {
    const body = { name: 'Orvane', company: 'Orvane' };
    const answers: Answer[] = await Promise.all(Array.from({ length: 8 }, () => post('/v1/devices', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });
});
