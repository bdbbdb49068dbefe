import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Database } from '../src/platform/database/database.js';
import { RumorReview } from '../src/rumors/rumor-review.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import type { ResolveRumorDto } from '../src/resolutions/resolution.dto.js';
import { Resolution } from '../src/resolutions/resolution.entity.js';
import { Resolutions } from '../src/resolutions/resolutions.service.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';

const NAME: Told = { source: 'Ledger', on: '2022-05-20', subject: 'name', value: 'Halo 5' };
const LATE: Told = { ...NAME, source: 'Courier', value: 'Halo Ultra' };

describe.each(DATABASES)('claims that come to a settled question on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: '2022-07-20T12:00:00Z' });
  });
  afterEach(() => server.close());

  const fateOf = async ({ rumor }: Kept) => {
    const { status, outcome } = await server.get(Database).rows.findOneByOrFail(Rumor, { id: rumor.id });
    return outcome ?? status;
  };
  const act = (what: () => Promise<unknown>) =>
    server.get(Database).transaction(async () => {
      await what();
      await server.get(Assessor).assessDue();
    });
  const resolve = (kept: Kept, verdict: Partial<ResolveRumorDto> = {}) =>
    act(() => {
      const given = { outcome: 'true' as const, evidence: kept.evidenceId, ...verdict };
      return server.get(Resolutions).resolve(kept.rumor.id, given, null, OPERATOR);
    });
  const reopen = ({ rumor }: Kept) =>
    act(() => server.get(Resolutions).reopen(rumor.id, { reason: 'the wrong device' }, null, OPERATOR));
  const turn = ({ rumor }: Kept, status: 'open' | 'withdrawn') =>
    act(() => server.get(RumorReview).revise(rumor.id, { status, reason: 'a slip' }, null, OPERATOR));

  it('follow from the verdict, by its proof, and are taken back with it', async () => {
    const settled = await publish(server, NAME);
    await resolve(settled);
    const late = await publish(server, LATE);
    const rows = () => server.get(Database).rows;
    const verdict = await rows().findOneByOrFail(Resolution, { rumorId: settled.rumor.id });
    expect(await fateOf(late)).toBe('false');
    expect(await rows().findOneByOrFail(Resolution, { rumorId: late.rumor.id })).toMatchObject({
      ...{ outcome: 'false', formerStatus: 'open', happenedOn: '2022-05-20', probability: null },
      ...{ followsFromId: verdict.id, evidenceId: settled.evidenceId },
    });
    await reopen(settled);
    expect([await fateOf(settled), await fateOf(late)]).toEqual(['open', 'open']);
    const { probability } = await rows().findOneByOrFail(Rumor, { id: late.rumor.id });
    expect(probability).toBeGreaterThan(0);
  });

  it('are settled when they are taken back from withdrawn', async () => {
    const [settled, late] = [await publish(server, NAME), await publish(server, LATE)];
    await turn(late, 'withdrawn');
    await resolve(settled);
    expect(await fateOf(late)).toBe('withdrawn');
    await turn(late, 'open');
    expect(await fateOf(late)).toBe('false');
    await reopen(settled);
    expect(await fateOf(late)).toBe('open');
  });

  it('are settled when their own verdict is taken back', async () => {
    const [settled, rival] = [await publish(server, NAME), await publish(server, LATE)];
    await resolve(rival, { outcome: 'false' });
    await resolve(settled);
    await reopen(rival);
    expect(await fateOf(rival)).toBe('false');
    await reopen(settled);
    expect(await fateOf(rival)).toBe('open');
  });

  it.each<[string, string, string]>([
    ['2022-07', '2022-07-01/2022-09-30', 'true'],
    ['2022-07', '2022-08', 'false'],
  ])('of dates are judged by the day: %s settled, %s comes', async (value, other, fate) => {
    const settled = await publish(server, { ...NAME, subject: 'launch.date', value });
    await resolve(settled, { happened_on: '2022-07-04' });
    expect(await fateOf(await publish(server, { ...LATE, subject: 'launch.date', value: other }))).toBe(fate);
  });

  it('are judged by what is true instead of a false one', async () => {
    const settled = await publish(server, NAME);
    await resolve(settled, { outcome: 'false', value: 'Halo Max' });
    expect(await fateOf(await publish(server, { ...LATE, value: 'Halo Max' }))).toBe('true');
  });

  it.each<[string, Told, Partial<ResolveRumorDto>]>([
    ['another may be so as well', { ...NAME, subject: 'partner', value: 'Leica' }, {}],
    ['nobody knows what is so', NAME, { outcome: 'false' }],
    ['the verdict was void', NAME, { outcome: 'void' }],
  ])('stay open where %s', async (_why, told, verdict) => {
    await resolve(await publish(server, told), verdict);
    const late = await publish(server, { ...LATE, subject: told.subject, value: 'Zeiss' });
    expect(await fateOf(late)).toBe('open');
  });

  it('agree in lists, questions and on the board when they are opened over the network', async () => {
    const settled = await publish(server, NAME);
    await resolve(settled);
    const body = { device: 'orvane-halo', subject: 'name', value: 'Halo Ultra' };
    const { status, body: opened } = await server.call('POST', '/v1/rumors', { role: 'editor', body });
    const fate = { status: 'resolved', resolution: { outcome: 'false' } };
    expect([status, opened]).toEqual([201, expect.objectContaining({ status: 'resolved' })]);
    expect((await server.call('GET', `/v1/rumors/${opened.id}`)).body).toMatchObject(fate);
    const { body: listed } = await server.call('GET', '/v1/rumors?status=open');
    expect(listed.data).toEqual([]);
    const { body: questions } = await server.call('GET', '/v1/devices/orvane-halo/questions');
    expect(JSON.stringify(questions)).not.toContain('"status":"open"');
  });

  it('are left alone, and named, where the verdict cannot be read', async () => {
    const settled = await publish(server, { ...NAME, subject: 'launch.date', value: '2022-07' });
    await resolve(settled, { happened_on: '2022-07-04' });
    await server.get(Database).transaction((write) => write.update(Rumor, { id: settled.rumor.id }, { value: 'soon' }));
    const late = await publish(server, { ...LATE, subject: 'launch.date', value: '2022-08' });
    const { deviceId, question } = late.rumor;
    const { unweighable } = await server.get(Assessor).assess([{ deviceId, question }]);
    expect(unweighable).toMatchObject([{ deviceId, question }]);
    expect(await fateOf(late)).toBe('open');
  });
});
