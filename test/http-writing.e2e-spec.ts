import { AuditEntry } from '../src/access/audit-entry.entity.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';

const CLOCK = '2026-10-01T12:00:00Z';

describe.each(DATABASES)('editors over HTTP on %s', (database) => {
  let server: Server;
  let editor: Editor;
  beforeEach(async () => {
    server = await startServer(database, { clock: CLOCK });
    editor = await editorAt(server);
  });
  afterEach(() => server.close());

  it('add and change companies', async () => {
    const added = await editor.post('/v1/companies', {
      name: 'Halden Optik',
      aliases: ['Halden'],
      domains: ['halden.example'],
    });
    expect([added.status, added.headers['location'], added.headers['etag']]).toEqual([
      201,
      '/v1/companies/halden-optik',
      expect.stringMatching(/^"1-r/),
    ]);
    expect(problemIn(await editor.post('/v1/companies', { name: 'HALDEN' }), 409).code).toBe('duplicate-name');
    const changed = await editor.patch('/v1/companies/halden-optik', {
      name: 'Halden',
      aliases: ['Halden Optik', 'HO'],
    });
    expect([changed.body.name, changed.body.slug]).toEqual(['Halden', 'halden']);
    const before = await server.call('GET', '/v1/companies/halden-optik?as_of=2026-10-01T12:00:00Z');
    expect([before.status, before.headers['location']]).toEqual([
      308,
      '/v1/companies/halden?as_of=2026-10-01T12:00:00Z',
    ]);
    const device = await editor.post('/v1/devices', { name: 'Lens', company: 'halden-optik' });
    expect(device.body.company.slug).toBe('halden');
    expect((await editor.post('/v1/companies', { name: 'Halden-Optik!' })).status).toBe(409);
    expect(changed.headers['etag']).toMatch(/^"2-r/);
    expect(problemIn(await editor.patch('/v1/companies/halden', { name: 'Meridian' }), 409).code).toBe(
      'duplicate-name',
    );
    expect(problemIn(await editor.patch('/v1/companies/halden', { name: '…' }), 422).code).toBe('empty-name');
    expect(problemIn(await editor.patch('/v1/companies/nobody', { name: 'x' }), 404).code).toBe('unknown-company');
  });

  it('found no company by a slip of the pen', async () => {
    const slipped = await editor.post('/v1/devices', { name: 'Slate', company: 'Merdian' });
    const problem = problemIn(slipped, 422);
    expect(problem).toMatchObject({
      code: 'unknown-company',
      errors: [{ pointer: '#/company', code: 'unknown-company' }],
    });
    expect(problem.detail).toContain('is it Meridian?');
    expect(problemIn(await editor.post('/v1/devices', { name: 'Slate', company: 'Xiaomy' }), 422).detail).toContain(
      'Xiaomi',
    );
    expect((await editor.read('/v1/companies')).data).toHaveLength(1);
    await editor.post('/v1/companies', { name: 'Merdian' });
    expect((await editor.post('/v1/devices', { name: 'Slate', company: 'Merdian' })).status).toBe(201);
    expect((await editor.post('/v1/devices', { name: 'Nine', company: 'Quillon' })).status).toBe(201);
  });

  it('change devices, whose names stay their own', async () => {
    await editor.post('/v1/devices', { name: 'Meridian Slate', company: 'Meridian' });
    expect(problemIn(await editor.post('/v1/devices', { name: 'Slate', company: 'Meridian' }), 409).code).toBe(
      'duplicate-name',
    );
    const change = { category: 'phone', status: 'announced', aliases: ['MF1'], external_ids: { wikidata: 'Q42' } };
    const { body } = await editor.patch(`/v1/devices/${editor.device}`, change);
    expect(body).toMatchObject({ category: 'phone', status: 'announced', external_ids: { wikidata: 'Q42' } });
    expect(body.aliases).toContain('MF1');
    expect((await editor.patch(`/v1/devices/${editor.device}`, { category: null })).body.category).toBeNull();
    expect(problemIn(await editor.patch(`/v1/devices/${editor.device}`, { name: 'Slate' }), 409).code).toBe(
      'duplicate-name',
    );
    expect(problemIn(await editor.patch(`/v1/devices/${editor.device}`, { status: 'superseded' }), 422).code).toBe(
      'invalid-input',
    );
    expect(problemIn(await editor.patch(`/v1/devices/${editor.device}`, { succeeds: editor.device }), 409).code).toBe(
      'own-successor',
    );
    const wrong = await editor.patch(`/v1/devices/${editor.device}`, { external_ids: { gtin: '1', extra: 'x' } });
    expect(problemIn(wrong, 422).errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['#/external_ids/gtin', '#/external_ids/extra']),
    );
  });

  it('open, correct and withdraw rumors', async () => {
    const opened = await editor.post('/v1/rumors', { device: editor.device, subject: 'partner', value: 'Zeiss' });
    expect([opened.status, opened.headers['location']]).toEqual([201, `/v1/rumors/${opened.body.id}`]);
    expect(opened.body.confidence.probability).toBeGreaterThan(0);
    const url = `/v1/rumors/${opened.body.id}`;
    expect(
      problemIn(await editor.post('/v1/rumors', { device: editor.device, subject: 'partner', value: 'zeiss' }), 409)
        .code,
    ).toBe('duplicate-rumor');
    expect((await editor.patch(url, { value: 'Leica' })).body.value).toEqual({ text: 'Leica' });
    expect(problemIn(await editor.patch(url, { status: 'withdrawn' }), 422).errors[0]?.pointer).toBe('#/reason');
    expect((await editor.patch(url, { status: 'withdrawn', reason: 'a mix-up' })).body.status).toBe('withdrawn');
    expect((await editor.patch(url, { status: 'open' })).body.status).toBe('open');
    await editor.source();
    await editor.post('/v1/evidence', cited(opened.body.id));
    expect(problemIn(await editor.patch(url, { value: 'Nikon' }), 409).code).toBe('has-evidence');
  });

  it.each<[string, object, number, string]>([
    ['an unknown subject', { subject: 'colour', value: 'red' }, 422, 'unknown-subject'],
    ['a value of another kind', { subject: 'price', value: 'soon' }, 422, 'invalid-value'],
    ['an unknown device', { device: 'nobody', subject: 'partner', value: 'Zeiss' }, 422, 'unknown-device'],
    ['a region in small letters', { subject: 'partner', value: 'Zeiss', region: 'us' }, 422, 'invalid-input'],
  ])('open no rumor about %s', async (_name, body, status, code) => {
    expect(problemIn(await editor.post('/v1/rumors', { device: editor.device, ...body }), status).code).toBe(code);
  });

  describe('who change the same thing at once', () => {
    const changes: [string, () => Promise<[url: string, body: object]>][] = [
      ['devices', () => Promise.resolve([`/v1/devices/${editor.device}`, { category: 'phone' }])],
      ['companies', () => Promise.resolve(['/v1/companies/meridian', { domains: ['meridian.example'] }])],
      ['sources', async () => [`/v1/sources/${(await editor.source()).slug}`, { grade: 'B' }]],
      ['rumors', async () => [`/v1/rumors/${await editor.rumor('Zeiss')}`, { value: 'Leica' }]],
    ];

    it.each(changes)('are told of it: %s', async (_name, prepare) => {
      const [url, body] = await prepare();
      const tag = String((await server.call('GET', url)).headers['etag']);
      expect(tag).toMatch(/^"\d+-r[\w.]+"$/);
      const stale = await editor.patch(url, body, { 'if-match': '"999"' });
      expect(problemIn(stale, 412).code).toBe('stale');
      expect(stale.headers['etag']).toBe(tag);
      expect(problemIn(await editor.patch(url, body, { 'if-match': `W/${tag}` }), 412).code).toBe('stale');
      const first = await editor.patch(url, body, { 'if-match': `"998", ${tag}` });
      expect(first.status).toBe(200);
      expect(problemIn(await editor.patch(url, body, { 'if-match': tag }), 412).code).toBe('stale');
      const version = /\d+/.exec(String(first.headers['etag']))?.[0];
      expect((await editor.patch(url, body, { 'if-match': `"${version}"` })).status).toBe(200); // the version is enough
      expect((await editor.patch(url, body, { 'if-match': '*' })).status).toBe(200);
    });
  });

  it('leave a trail of what they changed', async () => {
    await editor.patch(`/v1/devices/${editor.device}`, { category: 'phone' });
    await editor.patch(`/v1/devices/${editor.device}`, { category: 'phone' });
    const entries = await server.get(Database).rows.findBy(AuditEntry, { action: 'revise' });
    expect(entries.map(({ actor, before, after }) => [actor, before, after])).toEqual([
      ['editor', '{"category":null}', '{"category":"phone"}'],
    ]);
  });

  it('get one answer each to the same name at the same time', async () => {
    const body = { name: 'Orvane', company: 'Orvane' };
    const answers: Answer[] = await Promise.all(Array.from({ length: 8 }, () => editor.post('/v1/devices', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });
});
