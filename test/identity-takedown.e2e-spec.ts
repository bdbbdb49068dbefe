import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('taking a device down on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
  });
  afterEach(() => server.close());

  const remove = (device: string, tag = '*') =>
    server.call('DELETE', `/v1/devices/${device}?reason=by%20order`, { role: 'admin', headers: { 'if-match': tag } });

  /** A device that somebody wants gone, beside another one. */
  const unwanted = async () => {
    const device = await desk.device('Orvane One');
    await desk.device('Orvane Two');
    const partner = await desk.told('orvane-one', { subject: 'partner', value: 'Halden', source: 'ledger' });
    const price = await desk.told('orvane-one', { subject: 'price', value: 'USD 499', source: 'ledger' });
    await desk.resolve(price.rumor, { outcome: 'true', evidence: price.evidence });
    await desk.told('orvane-two', { subject: 'partner', value: 'Halden', source: 'ledger' });
    return { device, partner, price };
  };

  it('shows nothing of it any more, now or as of the past', async () => {
    const { device, partner, price } = await unwanted();
    server.clock.hold(Date.parse('2029-05-03T12:00:00Z'));
    expect((await remove('orvane-one')).status).toBe(204);
    const gone = [
      '/v1/devices/orvane-one',
      `/v1/devices/${device.id}`,
      '/v1/devices/orvane-one?as_of=2029-05-02',
      '/v1/devices/orvane-one/questions',
      `/v1/rumors/${partner.rumor}`,
      `/v1/rumors/${price.rumor}`,
      `/v1/rumors/${partner.rumor}?as_of=2029-05-02`,
      `/v1/rumors/${partner.rumor}/explanation`,
      `/v1/rumors/${price.rumor}/resolution`,
      '/devices/orvane-one',
    ];
    for (const path of gone)
      expect([path, problemIn(await server.call('GET', path), 410).code]).toEqual([path, 'removed-device']);
    const writes: [string, string, object, number][] = [
      ['PATCH', '/v1/devices/orvane-one', { category: 'phone' }, 410],
      ['PATCH', `/v1/rumors/${partner.rumor}`, { status: 'open' }, 410],
      ['POST', '/v1/rumors', { device: 'orvane-one', subject: 'partner', value: 'Zeiss' }, 422],
    ];
    for (const [method, path, body, status] of writes) {
      expect([path, problemIn(await server.call(method, path, { role: 'editor', body }), status).code]).toEqual([
        path,
        'removed-device',
      ]);
    }
    const lists = [
      '/v1/devices',
      '/v1/rumors',
      '/v1/evidence',
      '/v1/resolutions',
      '/v1/companies/orvane',
      '/v1/search?q=orvane',
    ];
    for (const path of [...lists, ...lists.slice(0, 3).map((each) => `${each}?as_of=2029-05-02`)]) {
      const answer = JSON.stringify(await desk.read(path));
      for (const id of [device.id as string, partner.rumor, price.rumor])
        expect([path, answer.includes(id)]).toEqual([path, false]);
    }
    const refused = await server.call('POST', '/v1/devices', {
      role: 'editor',
      body: { name: 'Orvane One', company: 'Orvane' },
    });
    expect(problemIn(refused, 409).code).toBe('duplicate-name');
  });

  it('shows no report that speaks of nothing else, until it is undone', async () => {
    await unwanted();
    const reports = async () => (await desk.read('/v1/reports')).data.length as number;
    const found = async () => (await desk.read('/v1/search?q=story&types=report')).data.length as number;
    expect([await reports(), await found()]).toEqual([3, 3]);
    const read = (await desk.read('/v1/reports?device=orvane-one')).data as { id: string }[];
    await remove('orvane-one');
    expect([await reports(), await found()]).toEqual([1, 1]);
    const hidden = `/v1/reports/${String(read[0]?.id)}`;
    expect(problemIn(await server.call('GET', hidden), 410).code).toBe('removed-device');
    expect((await server.call('GET', hidden, { role: 'editor' })).status).toBe(200);
    const { data } = (await server.call('GET', '/v1/identity-acts', { role: 'admin' })).body;
    expect((await desk.tryUndo(data[0].id, 'admin')).status).toBe(200);
    expect([await reports(), await found()]).toEqual([3, 3]);
  });

  it('needs an admin, a reason and the version that was seen, and is undone by an admin alone', async () => {
    const { partner } = await unwanted();
    const blind = await server.call('DELETE', '/v1/devices/orvane-one?reason=x', { role: 'admin' });
    expect(problemIn(blind, 428).code).toBe('precondition-required');
    expect(problemIn(await remove('orvane-one', '"77"'), 412).code).toBe('stale');
    const any = { 'if-match': '*' };
    expect(
      problemIn(await server.call('DELETE', '/v1/devices/orvane-one', { role: 'admin', headers: any }), 400).code,
    ).toBe('invalid-parameter');
    const editor = await server.call('DELETE', '/v1/devices/orvane-one?reason=x', { role: 'editor', headers: any });
    expect(problemIn(editor, 403).code).toBe('role-required');
    const before = (await desk.read(`/v1/rumors/${partner.rumor}`)).confidence;
    await remove('orvane-one');
    const { body } = await server.call('GET', '/v1/identity-acts?kind=takedown', { role: 'editor' });
    expect(problemIn(await desk.tryUndo(body.data[0].id as string), 403).code).toBe('role-required');
    await desk.undo(body.data[0].id as string);
    const rumor = await desk.read(`/v1/rumors/${partner.rumor}`);
    expect([rumor.status, rumor.confidence]).toEqual(['open', before]);
    expect((await desk.read('/v1/devices/orvane-one')).rumors).toBe(2);
  });
});
