import { OPERATOR } from '../src/access/actor.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { Source } from '../src/sources/source.entity.js';
import { Database } from '../src/platform/database/database.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';

const OPEN = '2026-09-01T08:00:00Z';

/** A device with rumors of many kinds, and what leakers said of them. */
async function newsroom(server: Server) {
  const write = async (method: string, url: string, body: unknown, headers = {}) => {
    const answer = await server.call(method, url, { role: 'editor', body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const device = (await write('POST', '/v1/devices', { name: 'Tessel Nine', company: 'Tessel' })).id as string;
  await write('POST', '/v1/sources', { name: 'Tessel', kind: 'maker', grade: 'A' });
  await write('POST', '/v1/sources', { name: 'The Gazette', kind: 'outlet', grade: 'C' });
  const open = async (subject: string, value: string) =>
    (await write('POST', '/v1/rumors', { device, subject, value })).id as string;
  const cite = async (rumor: string, source: string, day: string, change = {}) =>
    (
      await write('POST', '/v1/evidence', {
        ...{ rumor, source, title: `${source} on the Tessel Nine`, url: `https://${source.length}.example/${day}` },
        ...{ published_at: `${day}T00:00:00Z`, stance: 'supports', certainty: 'reported', ...change },
      })
    ).id as string;
  return { device, write, open, cite };
}

/** The launch as its maker tells it: on that day, at a price, with a battery. */
async function launched(server: Server) {
  const room = await newsroom(server);
  const { open, cite } = room;
  const rumors = {
    exists: await open('existence', 'yes'),
    september: await open('launch.date', '2026-09'),
    later: await open('launch.date', '2026-10-01/2026-12-31'),
    day: await open('launch.date', '2026-09-10'),
    cheap: await open('price', 'USD 399'),
    battery: await open('battery.capacity', '4800-5200 mAh'),
    chipset: await open('chipset', 'Helion 3'),
    partner: await open('partner', 'Halden'),
  };
  for (const id of Object.values(rumors)) await cite(id, 'The Gazette', '2026-08-20');
  server.clock.hold(Date.parse('2026-09-10T12:00:00Z'));
  const official = { certainty: 'official' };
  const price = await open('price', 'USD 499');
  const proofs = {
    day: await cite(rumors.day, 'Tessel', '2026-09-10', official),
    price: await cite(price, 'Tessel', '2026-09-10', official),
  };
  return { ...room, rumors: { ...rumors, price }, proofs };
}

/** Weighs everything, and learns the sources anew. */
async function refresh(server: Server): Promise<void> {
  await server.get(RefreshJobs).request({ scope: 'all' }, 'cli', OPERATOR);
  await server.get(Refresh).runDue();
}

const numbersOf = async (server: Server) => ({
  rumors: await server
    .get(Database)
    .read('select id, status, outcome, probability, low, high, firm_probability, strength from rumors order by id'),
  sources: (await server.get(Database).rows.find(Source, { order: { id: 'ASC' } })).map(
    ({ version: _version, updatedAt: _updatedAt, ...numbers }) => numbers,
  ),
});

describe.each(DATABASES)('resolutions that a launch proposes on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: OPEN });
  });
  afterEach(() => server.close());

  const waiting = async () => (await server.call('GET', '/v1/resolution-proposals', { role: 'contributor' })).body.data;
  const commit = (id: string, headers = {}) =>
    server.call('POST', `/v1/resolution-proposals/${id}/commit`, { role: 'editor', headers });

  it('are one proposal a device, with a verdict for each rumor by what the maker says', async () => {
    const { rumors, proofs } = await launched(server);
    const [proposal, ...others] = await waiting();
    expect(others).toEqual([]);
    const verdicts = new Map<string, any>(proposal.verdicts.map((verdict: any) => [verdict.rumor.id, verdict])); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(verdicts.size).toBe(9);
    const told = (id: string) => {
      const { outcome, happened_on, evidence_id, reason } = verdicts.get(id);
      return [outcome, happened_on, evidence_id, reason];
    };
    expect(told(rumors.exists)).toEqual(['true', '2026-09-10', proofs.day, 'announced']);
    expect(told(rumors.day)).toEqual(['true', '2026-09-10', proofs.day, 'said']);
    expect(told(rumors.september)).toEqual(['true', '2026-09-10', proofs.day, 'other_value']);
    expect(told(rumors.later)).toEqual(['false', '2026-09-10', proofs.day, 'other_value']);
    expect(told(rumors.price)).toEqual(['true', '2026-09-10', proofs.price, 'said']);
    expect(told(rumors.cheap)).toEqual(['false', '2026-09-10', proofs.price, 'other_value']);
    expect(verdicts.get(rumors.cheap).value).toMatchObject({ amount: '499.00', currency: 'USD' });
    for (const id of [rumors.battery, rumors.chipset, rumors.partner]) {
      expect(told(id)).toEqual([null, null, null, 'not_said']);
    }
  });

  it('know a maker by its own pages as well as by its name', async () => {
    const { write, open, cite } = await newsroom(server);
    await write('PATCH', '/v1/companies/tessel', { domains: ['tessel.example'] });
    await write('POST', '/v1/sources', { name: 'Pressroom', kind: 'maker', grade: 'A' });
    await write('POST', '/v1/sources', { name: 'Lookalikes', kind: 'maker', grade: 'A' });
    const rumor = await open('launch.date', '2026-09-10');
    server.clock.hold(Date.parse('2026-09-10T12:00:00Z'));
    const at = (url: string) => ({ certainty: 'official', url });
    await cite(rumor, 'Lookalikes', '2026-09-10', at('https://tessel.example.shop.example/nine'));
    await cite(rumor, 'The Gazette', '2026-09-10', at('https://gazette.example/nine'));
    expect(await waiting()).toEqual([]);
    const proof = await cite(rumor, 'Pressroom', '2026-09-10', at('https://news.tessel.example/nine'));
    expect(await waiting()).toMatchObject([{ verdicts: [{ outcome: 'true', evidence_id: proof }] }]);
  });

  it('are accepted as one act, and taken back as one with every number as it was', async () => {
    const { rumors } = await launched(server);
    await refresh(server);
    const [{ id }] = await waiting();
    const before = await numbersOf(server);
    const stale = await commit(id, { 'if-match': '"99"' });
    problemIn(stale, 412);
    expect((await commit(id)).body).toMatchObject({ status: 'committed', decided_by: 'editor' });
    const outcomeOf = async (rumor: string) =>
      (await server.call('GET', `/v1/rumors/${rumor}`)).body.resolution?.outcome;
    expect(await Promise.all(Object.values(rumors).map(outcomeOf))).toEqual([
      ...['true', 'true', 'false', 'true', 'false', undefined, undefined, undefined, 'true'],
    ]);
    expect(await waiting()).toEqual([]);
    problemIn(await commit(id), 409);
    await refresh(server);
    expect((await numbersOf(server)).sources).not.toEqual(before.sources);

    const path = `/v1/resolution-proposals/${id}/commit?reason=another%20device`;
    problemIn(await server.call('DELETE', path, { role: 'editor', headers: { 'if-match': '*' } }), 403);
    const taken = await server.call('DELETE', path, { role: 'admin', headers: { 'if-match': '*' } });
    expect(taken.status).toBe(204);
    await refresh(server);
    expect(await numbersOf(server)).toEqual(before);
    expect((await waiting()).map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it('are one again where another was opened before the acceptance is taken back', async () => {
    const { rumors, cite } = await launched(server);
    const [{ id }] = await waiting();
    await commit(id);
    const proof = await cite(rumors.battery, 'Tessel', '2026-09-09', { certainty: 'official' });
    expect(await waiting()).toMatchObject([{ id: expect.not.stringContaining(id) }]);
    const taken = await server.call('DELETE', `/v1/resolution-proposals/${id}/commit?reason=too%20early`, {
      ...{ role: 'admin', headers: { 'if-match': '*' } },
    });
    expect(taken.status).toBe(204);
    const [one, ...others] = await waiting();
    expect([one.id, others]).toEqual([id, []]);
    expect(one.verdicts.map((each: { evidence_id: string }) => each.evidence_id)).toContain(proof);
  });

  it('are corrected before they are accepted', async () => {
    const { rumors, proofs, write } = await launched(server);
    const [{ id }] = await waiting();
    const edited = await write('PATCH', `/v1/resolution-proposals/${id}`, {
      verdicts: [
        { rumor: rumors.exists, outcome: 'open' },
        {
          rumor: rumors.battery,
          outcome: 'partly',
          value: '5200 mAh',
          happened_on: '2026-09-10',
          evidence: proofs.price,
        },
      ],
    });
    expect(edited.verdicts.filter((each: { reason: string }) => each.reason === 'editor')).toHaveLength(2);
    expect((await commit(id)).status).toBe(200);
    expect((await server.call('GET', `/v1/rumors/${rumors.exists}`)).body.status).toBe('open');
    expect((await server.call('GET', `/v1/rumors/${rumors.battery}`)).body.resolution.outcome).toBe('partly');
  });

  it.each([
    [
      'a rumor of another device',
      { rumor: 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE', outcome: 'true' },
      'not-proposed',
      'rumor',
    ],
    ['a verdict without a proof', { outcome: 'true' }, 'missing-proof', 'evidence'],
    ['a day to come', { outcome: 'true', happened_on: '2030-01-01', on: 'price' }, 'future-day', 'happened_on'],
    ['a value of another kind', { outcome: 'false', value: 'many', on: 'price' }, 'invalid-value', 'value'],
    ['no currency', { outcome: 'false', value: 'XYZ 9', on: 'price' }, 'invalid-value', 'value/currency'],
  ])('refuse %s, with a pointer', async (_name, { on, ...edit }: Record<string, string>, code, member) => {
    const { rumors, proofs } = await launched(server);
    const [{ id }] = await waiting();
    const proof = on === undefined ? {} : { evidence: proofs.price, happened_on: '2026-09-10' };
    const verdicts = [{ rumor: on === undefined ? rumors.chipset : rumors.price, ...proof, ...edit }];
    const answer = await server.call('PATCH', `/v1/resolution-proposals/${id}`, { role: 'editor', body: { verdicts } });
    expect(problemIn(answer, 422).errors).toMatchObject([{ code, pointer: `#/verdicts/0/${member}` }]);
  });

  it('follow a device that turns out to be another one, and come back when that is undone', async () => {
    const { device, rumors, proofs, write } = await launched(server);
    await write('POST', '/v1/devices', { name: 'Tessel Nova', company: 'Tessel' });
    const seen = { 'if-match': '*' };
    const [before] = await waiting();
    const kept = { rumor: rumors.chipset, outcome: 'partly', happened_on: '2026-09-10', evidence: proofs.price };
    await write('PATCH', `/v1/resolution-proposals/${before.id}`, { verdicts: [kept] });
    const { id: act } = await write('POST', '/v1/devices/tessel-nine/merge', { into: 'tessel-nova' }, seen);
    const about = async () => (await waiting()).map(({ device }: { device: { slug: string } }) => device.slug);
    expect(await about()).toEqual(['tessel-nova']);
    const undone = await server.call('POST', `/v1/identity-acts/${act}/undo`, {
      role: 'admin',
      body: { reason: 'two' },
    });
    expect(undone.status).toBe(200);
    expect(await about()).toEqual(['tessel-nine']);
    await write('POST', '/v1/devices/tessel-nine/merge', { into: 'tessel-nova' }, seen);
    const [{ id }] = await waiting();
    expect((await commit(id)).body).toMatchObject({ status: 'committed', device: { slug: 'tessel-nova' } });
    expect((await server.call('GET', `/v1/rumors/${rumors.day}`)).body).toMatchObject({
      status: 'resolved',
      device: { slug: 'tessel-nova' },
    });
    expect((await server.call('GET', `/v1/rumors/${rumors.chipset}`)).body.resolution.outcome).toBe('partly');
    expect((await server.call('GET', `/v1/devices/${device}`)).status).toBe(308);
  });

  it('settle nothing where one verdict cannot be', async () => {
    const { rumors, proofs, write } = await launched(server);
    const [{ id }] = await waiting();
    const clash = { rumor: rumors.cheap, outcome: 'true', happened_on: '2026-09-10', evidence: proofs.price };
    await write('PATCH', `/v1/resolution-proposals/${id}`, { verdicts: [clash] });
    const before = await numbersOf(server);
    expect(problemIn(await commit(id), 409).code).toBe('contradicts-resolution');
    expect(await numbersOf(server)).toEqual(before);
    expect((await waiting())[0].status).toBe('open');
  });

  it('are turned down, and come again only with a further word', async () => {
    const { rumors, cite, write } = await launched(server);
    const [{ id }] = await waiting();
    problemIn(
      await server.call('PATCH', `/v1/resolution-proposals/${id}`, { role: 'editor', body: { status: 'rejected' } }),
      422,
    );
    await write('PATCH', `/v1/resolution-proposals/${id}`, { status: 'rejected', reason: 'a hoax' });
    await cite(rumors.partner, 'The Gazette', '2026-09-09');
    expect(await waiting()).toEqual([]);
    await write('PATCH', `/v1/resolution-proposals/${id}`, { status: 'open' });
    expect((await waiting())[0].id).toBe(id);
    await write('PATCH', `/v1/resolution-proposals/${id}`, { status: 'rejected', reason: 'a hoax' });
    await cite(rumors.battery, 'Tessel', '2026-09-09', { certainty: 'official' });
    expect((await waiting()).map((each: { id: string }) => each.id)).not.toContain(id);
    expect(await waiting()).toHaveLength(1);
  });

  it('fall with the word that they rest on', async () => {
    const { proofs, write } = await launched(server);
    const [{ id }] = await waiting();
    for (const link of [proofs.day, proofs.price]) {
      await write('PATCH', `/v1/evidence/${link}`, { status: 'withdrawn', reason: 'a forged page' });
    }
    expect(await waiting()).toEqual([]);
    const { body } = await server.call('GET', `/v1/resolution-proposals/${id}`, { role: 'editor' });
    expect(body.status).toBe('obsolete');
  });

  it('wait for the day that was announced', async () => {
    const { open, cite } = await newsroom(server);
    const day = await open('launch.date', '2026-12-01');
    const exists = await open('existence', 'yes');
    await cite(exists, 'The Gazette', '2026-08-20');
    await cite(day, 'Tessel', '2026-09-01', { certainty: 'official' });
    const [{ verdicts }] = await waiting();
    const told = verdicts.map((each: any) => [each.rumor.id, each.outcome, each.reason]); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(told).toEqual(
      expect.arrayContaining([
        [day, null, 'not_yet'],
        [exists, 'true', 'announced'],
      ]),
    );
  });

  it('are none where only an outlet tells of it', async () => {
    const { open, cite } = await newsroom(server);
    await cite(await open('launch.date', '2026-08-20'), 'The Gazette', '2026-08-20', { certainty: 'official' });
    expect(await waiting()).toEqual([]);
  });

  it('void what nobody will learn once the maker gives the product up', async () => {
    const { open, cite } = await newsroom(server);
    const date = await open('launch.date', '2026-12');
    const chipset = await open('chipset', 'Helion 3');
    for (const rumor of [date, chipset]) await cite(rumor, 'The Gazette', '2026-08-20');
    await cite(await open('status', 'cancelled'), 'Tessel', '2026-09-01', { certainty: 'official' });
    const [{ id, verdicts }] = await waiting();
    const outcomes = new Map(verdicts.map((each: any) => [each.rumor.id, each.outcome])); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect([outcomes.get(date), outcomes.get(chipset)]).toEqual(['false', 'void']);
    expect((await commit(id)).status).toBe(200);
  });
});
