import { DATABASES } from './support/databases.js';
import { publish, type Kept, type Told } from './support/newsroom.js';
import { problemIn, startServer, type Server } from './support/server.js';

const NAME: Told = { source: 'Ledger', on: '2022-05-20', subject: 'name', value: 'Halo 5' };

/** The tag of the first version of a thing; what follows in it names the state of the whole store. */
const firstVersion = expect.stringMatching(/^"1-[^"]+"$/);

describe.each(DATABASES)('resolutions over the network on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2022-07-20T12:00:00Z' });
  });
  afterEach(() => server.close());

  const addressOf = ({ rumor }: Kept) => `/v1/rumors/${rumor.id}/resolution`;
  const resolve = (kept: Kept, body: object, headers: Record<string, string> = { 'if-none-match': '*' }) =>
    server.call('PUT', addressOf(kept), { role: 'editor', body: { evidence: kept.evidenceId, ...body }, headers });

  it('are recorded, read and taken back', async () => {
    const kept = await publish(server, NAME);
    const rival = await publish(server, { ...NAME, source: 'Courier', value: 'Halo Ultra' });
    const { body: before } = await server.call('GET', `/v1/rumors/${kept.rumor.id}`);
    expect(await server.call('GET', addressOf(kept))).toMatchObject({ status: 404, body: { code: 'not-resolved' } });

    const { status, headers, body } = await resolve(kept, { outcome: 'true', note: 'on stage' });
    expect([status, headers['location'], headers['etag']]).toEqual([201, addressOf(kept), firstVersion]);
    const probability = before.confidence.probability;
    expect(body).toMatchObject({
      outcome: 'true',
      value: null,
      happened_on: '2022-05-20',
      evidence_id: kept.evidenceId,
      statement_id: null,
      note: 'on stage',
      follows_from: null,
      rumor: { id: kept.rumor.id, text: 'Will be called Halo 5' },
      resolved_by: 'editor',
    });
    expect(body.score.probability).toBe(probability);
    expect(body.score.brier).toBeCloseTo((1 - probability) ** 2, 3);
    const again = await resolve(kept, { outcome: 'true', note: 'on stage' }, { 'if-match': String(headers['etag']) });
    expect(again.status).toBe(200);
    expect(await server.call('GET', addressOf(rival))).toMatchObject({
      body: { outcome: 'false', follows_from: body.id },
    });
    const { body: resolved } = await server.call('GET', `/v1/rumors/${kept.rumor.id}`);
    expect(resolved).toMatchObject({ status: 'resolved', resolution: { outcome: 'true' } });

    const reopen = `${addressOf(kept)}?reason=the%20wrong%20device`;
    const stale = await server.call('DELETE', reopen, { role: 'admin', headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.headers['etag']]).toEqual([412, firstVersion]);
    expect(await server.call('DELETE', reopen, { role: 'admin', headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 204,
    });
    const { body: after } = await server.call('GET', `/v1/rumors/${kept.rumor.id}`);
    expect(after).toMatchObject({ status: 'open', resolution: null, confidence: { probability } });

    expect((await resolve(kept, { outcome: 'true' })).status).toBe(201);
    const former = await server.call('DELETE', reopen, {
      role: 'admin',
      headers: { 'if-match': String(headers['etag']) },
    });
    expect(problemIn(former, 412).code).toBe('stale');
  });

  it('are listed, newest first, by device, subject, outcome and day', async () => {
    const name = await publish(server, NAME);
    const partner = await publish(server, { ...NAME, subject: 'partner', value: 'Leica', device: 'Halden One' });
    await resolve(name, { outcome: 'true' });
    server.clock.advance(1000);
    await resolve(partner, { outcome: 'false', happened_on: '2022-07-01' });
    const listed = async (query: string) => {
      const { body } = await server.call('GET', `/v1/resolutions${query}`);
      return body.data.map(({ rumor }: { rumor: { id: string } }) => rumor.id);
    };
    expect(await listed('')).toEqual([partner.rumor.id, name.rumor.id]);
    expect(await listed('?sort=resolved_at')).toEqual([name.rumor.id, partner.rumor.id]);
    expect(await listed('?device=halden-one')).toEqual([partner.rumor.id]);
    expect(await listed('?subject=name')).toEqual([name.rumor.id]);
    expect(await listed('?outcome=false')).toEqual([partner.rumor.id]);
    expect(await listed('?from=2022-07-01')).toEqual([partner.rumor.id]);
    expect(await listed('?to=2022-06-30')).toEqual([name.rumor.id]);
    expect(await listed('?company=orvane')).toEqual([name.rumor.id]);
    const { body: first } = await server.call('GET', '/v1/resolutions?limit=1');
    expect(await listed(`?limit=1&cursor=${first.page.next_cursor}`)).toEqual([name.rumor.id]);
  });

  it.each<[string, object, number, string]>([
    ['no outcome', {}, 422, 'invalid-input'],
    ['an unknown outcome', { outcome: 'maybe' }, 422, 'invalid-input'],
    ['an outcome that is no text', { outcome: true }, 422, 'invalid-input'],
    ['a list for a value', { outcome: 'true', value: ['Halo 5'] }, 422, 'invalid-input'],
    ['an unknown member', { outcome: 'true', sure: 'yes' }, 422, 'invalid-input'],
    ['a day that is none', { outcome: 'true', happened_on: '2022-02-30' }, 422, 'invalid-input'],
    ['no proof', { outcome: 'true', evidence: null }, 422, 'missing-proof'],
  ])('are refused with %s', async (_name, body, status, code) => {
    const answer = await resolve(await publish(server, NAME), body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors[0].pointer).toMatch(/^#\//);
  });

  it.each<[string, Told, string, string]>([
    ['a currency that there is not', { ...NAME, subject: 'price', value: 'USD 999' }, 'XYZ 999', '#/value/currency'],
    [
      'a year without products',
      { ...NAME, subject: 'launch.date', value: '2022-07' },
      '1022-07-04',
      '#/value/earliest_on',
    ],
  ])('are refused with %s in the value', async (_name, told, value, pointer) => {
    const kept = await publish(server, told);
    const refused = problemIn(await resolve(kept, { outcome: 'false', value }), 422);
    expect([refused.code, refused.errors[0]?.pointer]).toEqual(['invalid-value', pointer]);
    expect((await server.call('GET', addressOf(kept))).body.code).toBe('not-resolved');
  });

  it('need the right role, a rumor, and a reason to be taken back', async () => {
    const kept = await publish(server, NAME);
    const body = { outcome: 'true', evidence: kept.evidenceId };
    const call = async (method: string, url: string, asked: object) => (await server.call(method, url, asked)).status;
    expect(await call('PUT', addressOf(kept), { body })).toBe(401);
    expect(await call('PUT', addressOf(kept), { role: 'contributor', body })).toBe(403);
    const headers = { 'if-none-match': '*' };
    expect(await call('PUT', '/v1/rumors/rum_nothing/resolution', { role: 'editor', body, headers })).toBe(404);
    await resolve(kept, { outcome: 'true' });
    expect(await call('DELETE', addressOf(kept), { role: 'admin', headers: { 'if-match': '*' } })).toBe(400);
    expect(await call('DELETE', `${addressOf(kept)}?reason=x`, { role: 'editor' })).toBe(403);
    expect((await resolve(kept, { outcome: 'false' }, { 'if-match': '*' })).body.code).toBe('already-resolved');
  });

  it('are recorded and taken back only by whoever says what they have seen', async () => {
    const kept = await publish(server, NAME);
    const blind = problemIn(await resolve(kept, { outcome: 'true' }, {}), 428);
    expect([blind.code, blind.errors[0]?.header]).toEqual(['precondition-required', 'If-Match']);
    expect((await resolve(kept, { outcome: 'true' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await resolve(kept, { outcome: 'true' })).status).toBe(201);
    const twice = await resolve(kept, { outcome: 'true' });
    expect([twice.status, twice.headers['etag']]).toEqual([412, firstVersion]);
    const reopen = `${addressOf(kept)}?reason=the%20wrong%20device`;
    const remove = (headers: Record<string, string>) => server.call('DELETE', reopen, { role: 'admin', headers });
    expect(problemIn(await remove({}), 428).code).toBe('precondition-required');
    expect((await server.call('GET', addressOf(kept))).status).toBe(200);
    const weak = `W/${String(twice.headers['etag'])}`;
    expect((await remove({ 'if-match': weak })).status).toBe(412);
    const seen = (await server.call('GET', addressOf(kept))).headers['etag'];
    expect((await remove({ 'if-match': `"9", ${String(seen)}` })).status).toBe(204);
  });
});
