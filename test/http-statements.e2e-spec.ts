import { DATABASES } from './support/databases.js';
import { editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

const CLOCK = '2026-10-01T12:00:00Z';

describe.each(DATABASES)('statements over HTTP on %s', (database) => {
  let server: Server;
  let editor: Editor;
  beforeEach(async () => {
    server = await startServer(database, { clock: CLOCK });
    editor = await editorAt(server);
  });
  afterEach(() => server.close());

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
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const recorded = await editor.post('/v1/statements', said(id));
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ official: true, verification: 'relayed', said_on: '2026-09-25' });
    const url = `/v1/statements/${recorded.body.id}`;
    expect(problemIn(await editor.patch(url, { verified: true }), 422).errors[0]?.pointer).toBe('#/reason');
    const before = (await editor.read(`/v1/rumors/${id}`)).confidence.probability as number;
    const verified = await editor.patch(url, { verified: true, url: 'https://meridian.example/news' });
    expect(verified.body).toMatchObject({ verification: 'verified', verified_by: 'editor' });
    expect((await editor.read(`/v1/rumors/${id}`)).confidence.probability).toBeGreaterThan(before);
    expect(problemIn(await editor.patch(url, { verified: true, reason: 'again' }), 409).code).toBe('already-verified');
  });

  it('correct them', async () => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const { body } = await editor.post('/v1/statements', said(id));
    const corrected = await editor.patch(`/v1/statements/${body.id}`, { speaker: 'Ada Quille', said_on: '2026-09-24' });
    expect(corrected.body).toMatchObject({ speaker: 'Ada Quille', said_on: '2026-09-24' });
  });

  it.each<[string, object, number, string]>([
    ['of nobody for the company', { organisation: 'Nobody Inc' }, 409, 'not-official'],
    ['of somebody without a company', { organisation: undefined }, 409, 'not-official'],
  ])('verify none %s', async (_name, change, status, code) => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    const { body } = await editor.post('/v1/statements', said(id, change));
    const verified = await editor.patch(`/v1/statements/${body.id}`, { verified: true, reason: 'heard it' });
    expect(problemIn(verified, status).code).toBe(code);
  });

  it.each<[string, object, number, string]>([
    ['no rumor', { rumors: [] }, 422, 'invalid-input'],
    [
      'an unknown rumor',
      { rumors: [{ rumor: 'rum_01KDVDNA00ZYV725XJZ60TY7CG', stance: 'supports' }] },
      422,
      'unknown-rumor',
    ],
    ['a day to come', { said_on: '2026-10-02' }, 422, 'invalid-date'],
    ['a day that does not exist', { said_on: '2026-02-30' }, 422, 'invalid-input'],
    ['no address', { url: undefined }, 422, 'invalid-input'],
  ])('record none with %s', async (_name, change, status, code) => {
    const id = await editor.rumor('Zeiss');
    await editor.source();
    expect(problemIn(await editor.post('/v1/statements', said(id, change)), status).code).toBe(code);
  });
});
