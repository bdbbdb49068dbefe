import { Forecasts } from '../src/ingestion/forecasts.service.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const NOW = '2029-10-01T08:00:00Z';
const NOON = '2029-10-01T12:00:00.000Z';

describe.each(DATABASES)('articles that wait on %s', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer(database, { clock: NOW });
  });
  afterEach(() => server.close());

  const article = (change: object = {}) => ({ ...handedIn('oneplus-denial'), ...change });
  const handIn = (body: object, role: 'contributor' | 'editor' = 'editor') =>
    server.call('POST', '/v1/ingestions', { role, body });
  const devices = async () => (await server.call('GET', '/v1/devices')).body.data.length as number;
  const statusOf = async (id: string) =>
    (await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' })).body.status as string;

  it('tell with each claim what it adds, what it repeats, and what its writing down would do', async () => {
    const first = await handIn(article());
    expect(first.status).toBe(202);
    for (const candidate of first.body.candidates) {
      expect(candidate).toMatchObject({ novelty: 'new', known_rumor_id: null, origin_id: null });
      expect(candidate.effect).toEqual({ before: null, after: expect.any(Number) });
    }
    expect(await devices()).toBe(0);
    const written = await server.call('POST', `/v1/ingestions/${first.body.id}/commit`, { role: 'editor', body: {} });
    const effects = new Map(written.body.effects.map((effect: any) => [effect.rumor_id, effect])); // eslint-disable-line @typescript-eslint/no-explicit-any
    for (const { id, rumor_id, effect } of written.body.candidates) {
      const promised = first.body.candidates.find((each: { id: string }) => each.id === id);
      expect(effect).toEqual(promised.effect);
      expect(effects.get(rumor_id)).toMatchObject(effect);
    }
    const copy = await handIn(
      article({ url: 'https://elsewhere.example/copy', source: { name: 'Elsewhere', vetted: true } }),
    );
    for (const candidate of copy.body.candidates) {
      expect(candidate).toMatchObject({ novelty: 'repeats', origin_id: written.body.report.id });
      expect(written.body.rumors.map(({ id }: { id: string }) => id)).toContain(candidate.known_rumor_id);
    }
  });

  it('keep what was foreseen, whoever looks ahead too late', async () => {
    const { body } = await handIn(article());
    const done = await server.call('POST', `/v1/ingestions/${body.id}/commit`, { role: 'editor', body: {} });
    await server.get(Forecasts).foresee(body.id);
    const { body: after } = await server.call('GET', `/v1/ingestions/${body.id}`, { role: 'editor' });
    expect(after.candidates).toEqual(done.body.candidates);
    expect(after.candidates[0].effect).not.toBeNull();
  });

  it('foresee anew what a correction would do', async () => {
    const { body } = await handIn(article());
    const [first] = body.candidates;
    const path = `/v1/ingestions/${body.id}/candidates/${first.id}`;
    const rejected = await server.call('PATCH', path, { role: 'editor', body: { decision: 'rejected' } });
    expect([rejected.body.decision, rejected.body.effect]).toEqual(['rejected', null]);
    const back = await server.call('PATCH', path, { role: 'editor', body: { decision: 'accepted' } });
    expect(back.body.effect).toEqual(first.effect);
  });

  it('are written down by the schedule when their embargo ends, and tell nobody before', async () => {
    const { status, body } = await handIn(article({ embargo_until: NOON }));
    expect([status, body.status, body.embargo_until, body.released_by]).toEqual([202, 'ready', NOON, 'editor']);
    const early = await server.call('POST', `/v1/ingestions/${body.id}/commit`, { role: 'editor', body: {} });
    expect([early.status, early.body.status, await devices()]).toEqual([200, 'ready', 0]);
    const preview = await server.call('POST', `/v1/ingestions/${body.id}/commit`, {
      ...{ role: 'editor', body: { dry_run: true } },
    });
    expect([preview.body.status, preview.body.effects.length > 0]).toEqual(['dry_run', true]);
    await server.get(RefreshSchedule).tick();
    expect([await statusOf(body.id), await devices()]).toEqual(['ready', 0]);
    server.clock.hold(Date.parse(NOON));
    await server.get(RefreshSchedule).tick();
    expect([await statusOf(body.id), await devices()]).toEqual(['committed', 1]);
    const { data } = (await server.call('GET', `/v1/audit?thing=${body.id}`, { role: 'admin' })).body;
    const done = data.map(({ action, actor }: { action: string; actor: { kind: string } }) => [action, actor.kind]);
    expect(done).toEqual([
      ['commit', 'system'],
      ['release', 'key'],
      ['propose', 'key'],
    ]);
  });

  it('still wait for their review where an editor hands them in once their embargo is over', async () => {
    const unvetted = { source: { name: 'Pixel Pages', vetted: false } };
    const { body } = await handIn(article({ ...unvetted, embargo_until: NOON }), 'contributor');
    server.clock.hold(Date.parse(NOON));
    const again = await handIn(article(unvetted));
    expect([again.body.id, again.body.recognised, again.body.status]).toEqual([body.id, true, 'ready']);
    expect(await devices()).toBe(0);
  });

  it('are not known to somebody else who has the text while they are under an embargo', async () => {
    const { body } = await handIn(article({ embargo_until: NOON }));
    expect((await handIn(article({ embargo_until: NOON }))).body).toMatchObject({ id: body.id, recognised: true });
    const read = (role: 'reader' | 'contributor', dryRun: boolean) =>
      server.call('POST', '/v1/ingestions', { role, body: article({ dry_run: dryRun }) });
    for (const answer of [await read('reader', true), await read('contributor', false)]) {
      expect(answer.body).toMatchObject({ recognised: false, embargo_until: null, released_by: null });
      expect(answer.body.id).not.toBe(body.id);
    }
  });

  it('wait for an editor’s leave where a contributor handed them in under an embargo', async () => {
    const { body } = await handIn(article({ embargo_until: NOON }), 'contributor');
    expect(body.released_by).toBeNull();
    server.clock.hold(Date.parse(NOON));
    await server.get(RefreshSchedule).tick();
    expect(await statusOf(body.id)).toBe('ready');
    await server.call('POST', `/v1/ingestions/${body.id}/commit`, { role: 'editor', body: {} });
    expect(await statusOf(body.id)).toBe('committed');
  });

  it('wait again where they cannot be written down when their embargo ends', async () => {
    const { body } = await handIn(article({ embargo_until: NOON }));
    for (const { id } of body.candidates) {
      const path = `/v1/ingestions/${body.id}/candidates/${id}`;
      await server.call('PATCH', path, { role: 'editor', body: { decision: 'rejected' } });
    }
    server.clock.hold(Date.parse(NOON));
    await server.get(RefreshSchedule).tick();
    const { body: after } = await server.call('GET', `/v1/ingestions/${body.id}`, { role: 'editor' });
    expect([after.status, after.released_by]).toEqual(['ready', null]);
  });

  it.each([
    ['2029-09-30T00:00:00Z', 'embargo-over'],
    ['2029-12-01T00:00:00Z', 'embargo-too-long'],
    ['tomorrow', 'is-instant'],
  ])('refuse an embargo until %s', async (until, code) => {
    const answer = await handIn(article({ embargo_until: until }));
    expect(problemIn(answer, 422).errors).toMatchObject([{ pointer: '#/embargo_until', code }]);
  });
});
