import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('superseding a device on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
    await desk.device('Orvane 12 Ultra');
    await desk.device('Orvane 12S Ultra');
  });
  afterEach(() => server.close());

  /** A device that was rumored under a name, and what shows that it is launched under another one. */
  const renamed = async () => {
    const name = await desk.told('orvane-12-ultra', { subject: 'name', value: 'Orvane 12 Ultra', source: 'ledger' });
    const july = await desk.told('orvane-12-ultra', { subject: 'launch.date', value: '2029-07', source: 'ledger' });
    const exists = await desk.told('orvane-12-ultra', { subject: 'existence', value: 'yes', source: 'ledger' });
    const partner = await desk.told('orvane-12-ultra', { subject: 'partner', value: 'Halden', source: 'ledger' });
    await desk.resolve(partner.rumor, { outcome: 'true', evidence: partner.evidence });
    const box = await desk.told('orvane-12s-ultra', { subject: 'name', value: 'Orvane 12S Ultra', source: 'courier' });
    return { name, july, exists, partner, box };
  };

  it('carries what is open over, judges the old name false by the proof, and leaves what is settled', async () => {
    const { name, july, exists, partner, box } = await renamed();
    const before = await desk.read(`/v1/rumors/${july.rumor}/history`);
    server.clock.hold(Date.parse('2029-06-01T12:00:00Z'));
    const by = { by: 'orvane-12s-ultra', reason: 'renamed', evidence: box.evidence };
    const act = await desk.supersede('orvane-12-ultra', by);
    expect(act).toMatchObject({ kind: 'supersede', reason: 'renamed', evidence_id: box.evidence });
    expect([...act.carried].sort()).toEqual([july.rumor, exists.rumor].sort());
    const old = await desk.read('/v1/devices/orvane-12-ultra');
    expect([old.status, old.superseded_by]).toEqual([
      'superseded',
      { id: act.other.id, slug: 'orvane-12s-ultra', name: 'Orvane 12S Ultra', reason: 'renamed' },
    ]);
    expect(await desk.read(`/v1/rumors/${name.rumor}/resolution`)).toMatchObject({
      outcome: 'false',
      value: { text: 'Orvane 12S Ultra' },
      evidence_id: box.evidence,
      device: { slug: 'orvane-12-ultra' },
    });
    expect((await desk.read(`/v1/rumors/${partner.rumor}`)).device.slug).toBe('orvane-12-ultra');
    expect((await desk.read(`/v1/rumors/${july.rumor}`)).device.slug).toBe('orvane-12s-ultra');
    const after = await desk.read(`/v1/rumors/${july.rumor}/history`);
    expect(after.data.slice(0, before.data.length)).toEqual(before.data);
    const { dots } = await desk.read('/v1/devices/orvane-12s-ultra/launch-window');
    expect(dots[0]).toMatch(/^2029-07/);
    const past = await desk.read('/v1/devices/orvane-12-ultra?as_of=2029-05-02');
    expect([past.status, past.superseded_by, past.rumors]).toEqual(['rumored', null, 4]);
    expect((await desk.read(`/v1/rumors/${july.rumor}?as_of=2029-05-02`)).device.slug).toBe('orvane-12-ultra');
    expect(await desk.events('device.superseded')).toHaveLength(1);
  });

  it('claims the old name where nobody did, so that it stands as false with its proof', async () => {
    const box = await desk.told('orvane-12s-ultra', { subject: 'name', value: 'Orvane 12S Ultra', source: 'courier' });
    await desk.supersede('orvane-12-ultra', { by: 'orvane-12s-ultra', reason: 'renamed', evidence: box.evidence });
    const { data } = await desk.read('/v1/resolutions?device=orvane-12-ultra');
    expect(data).toEqual([
      expect.objectContaining({
        outcome: 'false',
        rumor: expect.objectContaining({ question: 'name' }),
        score: { probability: null, brier: null },
      }),
    ]);
  });

  it('voids whether it exists where another device comes in its place, and keeps its name', async () => {
    const { name, exists, july } = await renamed();
    const act = await desk.supersede('orvane-12-ultra', {
      by: 'orvane-12s-ultra',
      reason: 'replaced',
      evidence: july.evidence,
    });
    expect(await desk.read(`/v1/rumors/${exists.rumor}/resolution`)).toMatchObject({ outcome: 'void' });
    expect(act.carried).toContain(july.rumor);
    expect((await desk.read(`/v1/rumors/${name.rumor}`)).device.slug).toBe('orvane-12s-ultra');
  });

  it('is refused without a proof, twice, and in a circle', async () => {
    const { box } = await renamed();
    const by = { by: 'orvane-12s-ultra', reason: 'renamed' };
    const proven = { ...by, evidence: box.evidence };
    await desk.device('Orvane 13');
    const other = await desk.told('orvane-13', { subject: 'partner', value: 'Halden', source: 'courier' });
    const refusals: [object, number, string][] = [
      [by, 422, 'missing-proof'],
      [{ ...by, evidence: other.evidence }, 422, 'unknown-evidence'],
      [{ ...by, statement: 'st_none' }, 422, 'unknown-statement'],
      [{ ...proven, reason: 'bored' }, 422, 'invalid-input'],
      [{ ...proven, by: 'orvane-12-ultra' }, 409, 'same-device'],
      [{ ...proven, by: 'nobody' }, 422, 'unknown-device'],
      [{ ...proven, happened_on: '2031-01-01' }, 422, 'future-day'],
    ];
    for (const [body, status, code] of refusals) {
      expect([code, problemIn(await desk.act('orvane-12-ultra', 'supersede', body), status).code]).toEqual([
        code,
        code,
      ]);
    }
    expect((await desk.read('/v1/devices/orvane-12-ultra')).status).toBe('rumored');
    await desk.supersede('orvane-12-ultra', proven);
    expect(problemIn(await desk.act('orvane-12-ultra', 'supersede', proven), 409).code).toBe('already-superseded');
    const back = { by: 'orvane-12-ultra', reason: 'renamed', evidence: box.evidence };
    expect(problemIn(await desk.act('orvane-12s-ultra', 'supersede', back), 409).code).toBe('superseded-device');
    expect(problemIn(await desk.act('orvane-13', 'merge', { into: 'orvane-12-ultra' }), 409).code).toBe(
      'superseded-device',
    );
  });

  it('is undone unless what it carried over was resolved since', async () => {
    const { july, box, name } = await renamed();
    const by = { by: 'orvane-12s-ultra', reason: 'renamed', evidence: box.evidence };
    const act = await desk.supersede('orvane-12-ultra', by);
    await desk.resolve(july.rumor, { outcome: 'false', evidence: july.evidence });
    expect(problemIn(await desk.tryUndo(act.id), 409).code).toBe('resolved-since');
    const reopen = { role: 'admin', headers: { 'if-match': '*' } } as const;
    await server.call('DELETE', `/v1/rumors/${july.rumor}/resolution?reason=slip`, reopen);
    const undone = await desk.undo(act.id);
    expect(undone.undone).toMatchObject({ reason: 'they are two after all' });
    const device = await desk.read('/v1/devices/orvane-12-ultra');
    expect([device.status, device.superseded_by, device.rumors]).toEqual(['rumored', null, 4]);
    expect((await desk.read(`/v1/rumors/${name.rumor}`)).status).toBe('open');
  });

  it('shows where it went on the page of the old device', async () => {
    const { box } = await renamed();
    await desk.supersede('orvane-12-ultra', { by: 'orvane-12s-ultra', reason: 'renamed', evidence: box.evidence });
    const page = (await server.call('GET', '/devices/orvane-12-ultra')).body as string;
    const [notice = ''] = /<p class="notice".*?<\/p>/s.exec(page) ?? [];
    expect(notice).toContain('href="/devices/orvane-12s-ultra"');
  });
});
