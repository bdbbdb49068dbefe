import { DATABASES } from './support/databases.js';
import { identityDesk, type IdentityDesk } from './support/identity-desk.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('splitting a device on %s', (database) => {
  let server: Server;
  let desk: IdentityDesk;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-01T12:00:00Z' });
    desk = identityDesk(server);
    await desk.device('Orvane One', { category: 'phone', aliases: ['OV-1', 'OV-1 Max'] });
  });
  afterEach(() => server.close());

  /** A device that was mixed up with its bigger sister. */
  const mixed = async () => {
    const small = await desk.told('orvane-one', { subject: 'display.size', value: '6.1 in', source: 'ledger' });
    const large = await desk.told('orvane-one', { subject: 'display.size', value: '6.9 in', source: 'courier' });
    return { small, large };
  };

  it('takes rumors and names over to a device that it adds', async () => {
    const { small, large } = await mixed();
    const act = await desk.split('orvane-one', {
      name: 'Orvane One Max',
      rumors: [large.rumor],
      aliases: ['OV-1 Max'],
    });
    expect(act).toMatchObject({ kind: 'split', other: { slug: 'orvane-one-max' }, carried: [large.rumor] });
    const added = await desk.read('/v1/devices/orvane-one-max');
    expect(added).toMatchObject({
      name: 'Orvane One Max',
      category: 'phone',
      aliases: ['OV-1 Max'],
      rumors: 1,
      reports: 1,
    });
    expect(await desk.read('/v1/devices/orvane-one')).toMatchObject({ aliases: ['OV-1'], rumors: 1, reports: 1 });
    const alone = await desk.read(`/v1/rumors/${small.rumor}`);
    expect(alone.confidence.probability).toBeGreaterThan(0.45);
    await desk.undo(act.id);
    expect(await desk.read('/v1/devices/orvane-one')).toMatchObject({
      aliases: ['OV-1', 'OV-1 Max'],
      rumors: 2,
      reports: 2,
    });
    const sent = await server.call('GET', '/v1/devices/orvane-one-max');
    expect([sent.status, sent.headers['location']]).toEqual([308, '/v1/devices/orvane-one']);
  });

  it('takes rumors over to a device that is followed, where the same claim becomes one', async () => {
    const { large } = await mixed();
    await desk.device('Orvane Max');
    const known = await desk.told('orvane-max', { subject: 'display.size', value: '6.9 in', source: 'herald' });
    const act = await desk.split('orvane-one', { into: 'orvane-max', rumors: [large.rumor] });
    expect(act.united).toEqual([{ id: large.rumor, into: known.rumor }]);
    const again = await desk.told('orvane-one', { subject: 'display.size', value: '6.9 in', source: 'herald' });
    expect(again.rumor).not.toBe(large.rumor);
    expect((await desk.read(`/v1/rumors/${again.rumor}`)).evidence.reports).toBe(1);
    expect(problemIn(await desk.tryUndo(act.id), 409).code).toBe('claim-taken');
  });

  it('is not undone once the added device has rumors of its own', async () => {
    const { large } = await mixed();
    const act = await desk.split('orvane-one', { name: 'Orvane One Max', rumors: [large.rumor] });
    await desk.told('orvane-one-max', { subject: 'partner', value: 'Halden', source: 'herald' });
    expect(problemIn(await desk.tryUndo(act.id), 409).code).toBe('device-in-use');
  });

  it('is refused where it takes nothing, or what is not there', async () => {
    const { small, large } = await mixed();
    await desk.resolve(small.rumor, { outcome: 'true', evidence: small.evidence });
    const refusals: [object, number, string, string | undefined][] = [
      [{ name: 'Orvane Max' }, 422, 'nothing-to-split', '#/rumors'],
      [{ rumors: [large.rumor] }, 422, 'one-of-both', '#/name'],
      [{ name: 'Orvane Max', into: 'orvane-one', rumors: [large.rumor] }, 422, 'one-of-both', '#/name'],
      [{ name: 'Orvane Max', rumors: ['rum_x'] }, 422, 'other-device', '#/rumors/0'],
      [{ name: 'Orvane Max', aliases: ['OV-1', 'Nobody'] }, 422, 'unknown-alias', '#/aliases/1'],
      [{ name: 'Orvane One', rumors: [large.rumor] }, 409, 'own-name', undefined],
      [{ into: 'orvane-one', rumors: [large.rumor] }, 409, 'same-device', undefined],
      [{ name: 'Orvane Max', rumors: [large.rumor] }, 409, 'follows-from-another', undefined],
    ];
    for (const [body, status, code, pointer] of refusals) {
      const problem = problemIn(await desk.act('orvane-one', 'split', body), status);
      expect([problem.code, problem.errors[0]?.pointer]).toEqual([code, pointer]);
    }
    expect(await desk.read('/v1/devices/orvane-one')).toMatchObject({ aliases: ['OV-1', 'OV-1 Max'], rumors: 2 });
    expect((await desk.read('/v1/devices')).data).toHaveLength(1);
  });
});
