import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('merging devices on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
  });
  afterEach(() => server.close());

  /** Two devices that are one: both have Halden as a partner, one of them a launch in July. */
  const twoOfOne = async () => {
    await desk.device('Orvane One');
    await desk.device('Orvane Alpha', { aliases: ['OV-A'] });
    const kept = await desk.told('orvane-one', { subject: 'partner', value: 'Halden', source: 'ledger' });
    const folded = await desk.told('orvane-alpha', { subject: 'partner', value: 'Halden', source: 'courier' });
    const july = await desk.told('orvane-alpha', { subject: 'launch.date', value: '2029-07', source: 'courier' });
    return { kept, folded, july };
  };

  it('folds one into the other: names, rumors, evidence and addresses', async () => {
    const { kept, folded, july } = await twoOfOne();
    const alone = (await desk.read(`/v1/rumors/${kept.rumor}`)).confidence.probability as number;
    const act = await desk.merge('orvane-alpha', 'orvane-one');
    expect(act).toMatchObject({
      kind: 'merge',
      device: { slug: 'orvane-alpha' },
      other: { slug: 'orvane-one' },
      carried: [july.rumor],
      united: [{ id: folded.rumor, into: kept.rumor }],
      undone: null,
    });
    const device = await desk.read('/v1/devices/orvane-one');
    expect(device.aliases).toEqual(['OV-A', 'Orvane Alpha']);
    expect([device.rumors, device.reports]).toEqual([2, 3]);
    expect((await desk.read(`/v1/rumors/${july.rumor}`)).device.slug).toBe('orvane-one');
    const united = await desk.read(`/v1/rumors/${kept.rumor}?expand=evidence`);
    expect(united.evidence.reports).toBe(2);
    expect(united.confidence.probability).toBeGreaterThan(alone);
    const links = await desk.read(`/v1/evidence?rumor=${kept.rumor}`);
    expect(links.data.map(({ id }: { id: string }) => id).sort()).toEqual([kept.evidence, folded.evidence].sort());
    const { data: found } = await desk.read('/v1/search?q=alpha&types=device');
    expect(found.map(({ id }: { id: string }) => id)).toEqual([device.id]);
    expect((await desk.read('/v1/devices')).data.map(({ slug }: { slug: string }) => slug)).toEqual(['orvane-one']);
  });

  it('sends whoever asks for the old address to the new one, with method and query', async () => {
    const { kept, folded } = await twoOfOne();
    const old = (await desk.read('/v1/devices/orvane-alpha')).id as string;
    const { id } = await desk.read('/v1/devices/orvane-one');
    await desk.merge('orvane-alpha', 'orvane-one');
    const moves: [string, string, string][] = [
      ['GET', '/v1/devices/orvane-alpha', '/v1/devices/orvane-one'],
      ['HEAD', '/v1/devices/orvane-alpha', '/v1/devices/orvane-one'],
      ['GET', `/v1/devices/${old}`, `/v1/devices/${id}`],
      [
        'GET',
        '/v1/devices/orvane-alpha/launch-window?dots=50&region=US',
        '/v1/devices/orvane-one/launch-window?dots=50&region=US',
      ],
      ['GET', '/v1/devices/orvane-alpha/questions', '/v1/devices/orvane-one/questions'],
      ['GET', '/v1/rumors?device=orvane-alpha&limit=2', '/v1/rumors?device=orvane-one&limit=2'],
      ['GET', '/devices/orvane-alpha', '/devices/orvane-one'],
      ['GET', `/v1/rumors/${folded.rumor}`, `/v1/rumors/${kept.rumor}`],
      ['GET', `/v1/rumors/${folded.rumor}/history?interval=1d`, `/v1/rumors/${kept.rumor}/history?interval=1d`],
      ['GET', `/v1/rumors/${folded.rumor}/explanation`, `/v1/rumors/${kept.rumor}/explanation`],
      ['GET', `/rumors/${folded.rumor}`, `/rumors/${kept.rumor}`],
    ];
    for (const [method, from, to] of moves) {
      const answer = await server.call(method, from);
      expect([from, answer.status, answer.headers['location']]).toEqual([from, 308, to]);
    }
    const writes: [string, string, string, object][] = [
      ['PATCH', '/v1/devices/orvane-alpha', '/v1/devices/orvane-one', { category: 'phone' }],
      ['PATCH', `/v1/rumors/${folded.rumor}`, `/v1/rumors/${kept.rumor}`, { status: 'withdrawn', reason: 'x' }],
      ['POST', '/v1/devices/orvane-alpha/merge', '/v1/devices/orvane-one/merge', { into: 'orvane-one' }],
    ];
    for (const [method, from, to, body] of writes) {
      const answer = await server.call(method, from, { role: 'editor', body, headers: { 'if-match': '*' } });
      expect([from, answer.status, answer.headers['location']]).toEqual([from, 308, to]);
    }
  });

  it('answers the past as it was believed then, at the old addresses too', async () => {
    const { kept, folded, july } = await twoOfOne();
    const paths = [
      '/v1/devices',
      '/v1/devices/orvane-alpha',
      '/v1/devices/orvane-one',
      '/v1/devices/orvane-alpha/questions',
      '/v1/devices/orvane-alpha/launch-window',
      '/v1/rumors?device=orvane-alpha',
      `/v1/rumors/${folded.rumor}?expand=evidence`,
      `/v1/rumors/${kept.rumor}?expand=evidence`,
      `/v1/rumors/${folded.rumor}/explanation`,
      `/v1/rumors/${kept.rumor}/explanation`,
      `/v1/rumors/${july.rumor}`,
      `/v1/evidence?rumor=${folded.rumor}`,
      '/v1/evidence?device=orvane-alpha',
      '/v1/reports?device=orvane-alpha',
    ];
    const asOf = (path: string) => `${path}${path.includes('?') ? '&' : '?'}as_of=2029-05-02T00:00:00Z`;
    server.clock.hold(Date.parse('2029-05-02T12:00:00Z'));
    const before = await Promise.all(paths.map((path) => desk.read(asOf(path))));
    server.clock.hold(Date.parse('2029-05-03T12:00:00Z'));
    const act = await desk.merge('orvane-alpha', 'orvane-one');
    server.clock.hold(Date.parse('2029-05-05T12:00:00Z'));
    const stripped = (answers: unknown) => JSON.parse(JSON.stringify(answers, withoutTags)) as unknown;
    const after = await Promise.all(paths.map((path) => desk.read(asOf(path))));
    expect(stripped(after)).toEqual(stripped(before));
    const merged = await desk.read('/v1/devices/orvane-one?as_of=2029-05-04T00:00:00Z');
    expect([merged.rumors, merged.reports]).toEqual([2, 3]);
    await desk.undo(act.id);
    server.clock.hold(Date.parse('2029-05-07T12:00:00Z'));
    const between = await desk.read('/v1/devices/orvane-one?as_of=2029-05-04T00:00:00Z');
    expect([between.rumors, between.reports]).toEqual([2, 3]);
    const sent = await server.call('GET', '/v1/devices/orvane-alpha?as_of=2029-05-04T00:00:00Z');
    expect([sent.status, sent.headers['location']]).toEqual([308, '/v1/devices/orvane-one?as_of=2029-05-04T00:00:00Z']);
    expect(stripped(await Promise.all(paths.map((path) => desk.read(asOf(path)))))).toEqual(stripped(before));
  });

  it('counts a report once that spoke of both', async () => {
    const { kept, folded } = await twoOfOne();
    const { report } = await desk.read(`/v1/evidence/${folded.evidence}`);
    await desk.post('/v1/evidence', {
      rumor: kept.rumor,
      report: report.id,
      stance: 'supports',
      certainty: 'reported',
    });
    const before = (await desk.read(`/v1/rumors/${kept.rumor}`)).confidence;
    await desk.merge('orvane-alpha', 'orvane-one');
    const after = await desk.read(`/v1/rumors/${kept.rumor}`);
    expect(after.evidence).toMatchObject({ reports: 2, origins: 2 });
    expect(after.confidence.probability).toBe(before.probability);
  });

  it('takes the verdict along where only the folded claim was judged', async () => {
    const { kept, folded } = await twoOfOne();
    await desk.resolve(folded.rumor, { outcome: 'true', evidence: folded.evidence });
    const act = await desk.merge('orvane-alpha', 'orvane-one');
    expect(await desk.read(`/v1/rumors/${kept.rumor}/resolution`)).toMatchObject({ outcome: 'true' });
    await desk.undo(act.id);
    expect((await desk.read(`/v1/rumors/${kept.rumor}`)).status).toBe('open');
    expect((await desk.read(`/v1/rumors/${folded.rumor}`)).status).toBe('resolved');
  });

  it('is refused where it would contradict itself', async () => {
    const { kept, folded } = await twoOfOne();
    await desk.device('Orvane Two');
    await desk.resolve(folded.rumor, { outcome: 'true', evidence: folded.evidence });
    await desk.resolve(kept.rumor, { outcome: 'false', evidence: kept.evidence });
    const refusals: [string, string, number, string][] = [
      ['orvane-alpha', 'orvane-one', 409, 'contradicts-resolution'],
      ['orvane-alpha', 'orvane-alpha', 409, 'same-device'],
      ['orvane-alpha', 'nobody', 422, 'unknown-device'],
      ['nobody', 'orvane-one', 404, 'unknown-device'],
    ];
    for (const [device, into, status, code] of refusals) {
      const answer = await desk.act(device, 'merge', { into });
      expect([into, problemIn(answer, status).code]).toEqual([into, code]);
    }
    await desk.merge('orvane-two', 'orvane-one');
    expect(problemIn(await desk.act('orvane-alpha', 'merge', { into: 'orvane-two' }), 409).code).toBe('moved');
    const blind = await server.call('POST', '/v1/devices/orvane-alpha/merge', {
      role: 'editor',
      body: { into: 'orvane-one' },
    });
    expect(problemIn(blind, 428).code).toBe('precondition-required');
    const stale = await desk.act('orvane-alpha', 'merge', { into: 'orvane-one' }, '"99"');
    expect(problemIn(stale, 412).code).toBe('stale');
    const reader = await server.call('POST', '/v1/devices/orvane-alpha/merge', {
      role: 'contributor',
      body: { into: 'orvane-one' },
    });
    expect(problemIn(reader, 403).code).toBe('role-required');
  });

  it('is told to those who listen, and stands in the trail with before and after', async () => {
    await twoOfOne();
    const act = await desk.merge('orvane-alpha', 'orvane-one');
    const acts = await server.call('GET', '/v1/identity-acts?device=orvane-one', { role: 'editor' });
    expect(acts.body.data).toEqual([act]);
    expect(problemIn(await server.call('GET', '/v1/identity-acts', { role: 'contributor' }), 403).code).toBe(
      'role-required',
    );
    expect(await desk.events('device.merged')).toEqual([
      expect.objectContaining({ act_id: act.id, other_id: act.other.id, carried: 1, united: 1 }),
    ]);
    await desk.undo(act.id);
    expect(await desk.events('device.restored')).toEqual([expect.objectContaining({ act_id: act.id, undone: true })]);
    expect(problemIn(await desk.tryUndo(act.id), 409).code).toBe('already-undone');
  });
});

/** Leaves out what tells in which version of the store an answer was read. */
const withoutTags = (member: string, value: unknown): unknown => (member === 'as_of' ? undefined : value);
