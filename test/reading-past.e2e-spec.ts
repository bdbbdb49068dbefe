import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';
import { STORY, tellStory, type ToldStory } from './support/told-story.js';

const DAYS = Object.values(STORY);

/** What a reader sees of one day. */
interface Sight {
  readonly rumor: { readonly confidence: { readonly probability: number; readonly change_7d: number | null } };
  readonly explanation: {
    readonly log_odds: number;
    readonly steps: readonly {
      readonly kind: string;
      readonly evidence_id?: string;
      readonly log_odds_delta: number;
    }[];
  };
  readonly evidence: readonly { readonly id: string; readonly learned_at: string }[];
  readonly others: readonly unknown[];
}

describe.each(DATABASES)('the past on %s', (database) => {
  let server: Server;
  let story: ToldStory;
  /** What was seen on each day itself, before anything that came later. */
  const seen = new Map<string, Sight>();

  const read = async (path: string) => {
    const { status, body } = await server.call('GET', path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const look = async ({ device, partner }: ToldStory, query = ''): Promise<Sight> => ({
    rumor: await read(`/v1/rumors/${partner}?${query}`),
    explanation: await read(`/v1/rumors/${partner}/explanation?${query}`),
    evidence: (await read(`/v1/evidence?device=${device}&sort=learned_at&${query}`)).data,
    others: [
      (await read(`/v1/devices?${query}`)).data,
      (await read(`/v1/rumors?device=${device}&sort=-confidence&${query}`)).data,
      (await read(`/v1/devices/${device}?${query}`)).questions,
      (await read(`/v1/devices/${device}/questions?${query}`)).data,
      { ...(await read(`/v1/devices/${device}/launch-window?by=2029-07-10&${query}`)), as_of: null },
      (await read(`/v1/statements?device=${device}&${query}`)).data,
      (await read(`/v1/reports?device=${device}&${query}`)).data,
      (await read(`/v1/rumors/${partner}/history?${query}`)).data,
    ],
  });

  beforeAll(async () => {
    server = await startServer(database, { clock: `${STORY.told}T12:00:00Z` });
    story = await tellStory(server, async (day, told) => void seen.set(day, await look(told)));
    server.clock.advance(30 * 86_400_000);
  });
  afterAll(() => server.close());

  it.each(DAYS)('of %s is what was believed then', async (day) => {
    expect(await look(story, `as_of=${day}`)).toEqual(seen.get(day));
    expect(await look(story, `as_of=${day}T12:00:00Z`)).toEqual(seen.get(day));
  });

  it('differs from day to day', () => {
    expect(new Set(DAYS.map((day) => seen.get(day)!.rumor.confidence.probability)).size).toBe(DAYS.length);
  });

  it.each(DAYS)('explains %s by steps that sum, and by no evidence that was learned later', (day) => {
    const { explanation, evidence } = seen.get(day)!;
    const sum = explanation.steps.reduce((total, step) => total + step.log_odds_delta, 0);
    expect(sum).toBeCloseTo(explanation.log_odds, 9);
    for (const { learned_at: learned } of evidence) expect(learned.slice(0, 10) <= day).toBe(true);
    const reported = explanation.steps.filter((step) => step.kind === 'report').map((step) => step.evidence_id);
    expect(reported.length).toBeGreaterThan(0);
    expect(evidence.map(({ id }) => id)).toEqual(expect.arrayContaining(reported));
  });

  it('keeps what was published apart from what was learned', async () => {
    const [report] = (await read('/v1/reports?sort=-learned_at')).data;
    expect([report.published_on, report.learned_at]).toEqual(['2029-05-20', `${STORY.retold}T12:00:00.000Z`]);
    expect((await read(`/v1/reports?as_of=${STORY.told}`)).data).toHaveLength(1);
    expect((await read(`/v1/reports?since=2029-05-21&as_of=${STORY.retold}`)).data).toHaveLength(1);
  });

  it.each([
    '/v1/devices/orvane-one',
    '/v1/devices/orvane-one/questions',
    '/v1/devices/orvane-one/launch-window',
    '/v1/rumors/:partner',
    '/v1/rumors/:partner/explanation',
    '/v1/rumors/:partner/history',
    '/v1/rumors?device=orvane-one',
    '/v1/sources/ledger',
    '/v1/companies/orvane',
  ])('before it was known has no %s', async (path) => {
    const asOf = `${path.includes('?') ? '&' : '?'}as_of=2029-05-21`;
    const { status, body } = await server.call('GET', `${path.replace(':partner', story.partner)}${asOf}`);
    expect([status, body.code]).toEqual([path.includes('?') ? 400 : 404, 'not-yet-known']);
    expect((await read('/v1/devices?as_of=2029-05-21')).data).toEqual([]);
  });

  it('is not the future; the day that has begun is known so far', async () => {
    const { status, body } = await server.call('GET', '/v1/devices?as_of=2030-01-01');
    expect([status, body.code, body.errors[0].parameter]).toEqual([400, 'in-the-future', 'as_of']);
    const today = new Date(server.clock.now()).toISOString().slice(0, 10);
    expect(await read(`/v1/devices?as_of=${today}`)).toMatchObject({ as_of: (await read('/v1/devices')).as_of });
  });

  it('tells the change of a week from what was stored', () => {
    const { told, retold, withdrawn } = STORY;
    const at = (day: string) => seen.get(day)!.rumor.confidence;
    expect(at(told).change_7d).toBeNull();
    expect(at(withdrawn).change_7d).toBeCloseTo(at(withdrawn).probability - at(retold).probability, 3);
  });

  it('has a history with its causes, in the part that is asked for', async () => {
    const { told, retold, verified, withdrawn } = STORY;
    const history = `/v1/rumors/${story.partner}/history`;
    const { data } = await read(history);
    const last = data.findLast(({ at }: { at: string }) => at.startsWith(told));
    const days = data.slice(data.indexOf(last)) as { at: string; cause: { kind: string }[] }[];
    expect(days.map(({ at, cause }) => [at.slice(0, 10), cause.at(-1)?.kind])).toEqual([
      [told, 'evidence'],
      [retold, 'evidence'],
      [verified, 'statement'],
      [withdrawn, 'withdrawal'],
    ]);
    expect((await read(`${history}?as_of=${retold}&interval=1d`)).data).toHaveLength(2);
    expect((await read(`${history}?from=${retold}T00:00:00Z&to=${verified}`)).data).toEqual(days.slice(1, 3));
    const [one] = (await read(`${history}?max_points=1`)).data;
    expect([one.at, one.value]).toEqual([days[3]!.at, data.at(-1).value]);
  });

  it('shows the grade that a source had then', async () => {
    const raised = await server.call('PATCH', '/v1/sources/ledger', { role: 'editor', body: { grade: 'A' } });
    expect(raised.status).toBe(200);
    expect((await read('/v1/sources/ledger')).grade).toBe('A');
    expect((await read(`/v1/sources/ledger?as_of=${STORY.withdrawn}`)).grade).toBe('C');
    for (const day of DAYS) expect(await look(story, `as_of=${day}`)).toEqual(seen.get(day));
  });

  it('shows the verdict from the day on which it was recorded', async () => {
    const before = new Date(server.clock.now()).toISOString();
    server.clock.advance(86_400_000);
    const [link] = (await read(`/v1/evidence?rumor=${story.july}`)).data;
    const body = { outcome: 'true', happened_on: '2029-07-01', evidence: link.id };
    const put = await server.call('PUT', `/v1/rumors/${story.july}/resolution`, {
      role: 'editor',
      body,
      headers: { 'if-none-match': '*' },
    });
    expect(put.status).toBeLessThan(300);
    const resolved = await read(`/v1/rumors/${story.july}`);
    expect([resolved.status, resolved.resolution.outcome]).toEqual(['resolved', 'true']);
    const open = await read(`/v1/rumors/${story.july}?as_of=${before}`);
    expect([open.status, open.resolution]).toEqual(['open', null]);
    const listed = async (query: string) => (await read(`/v1/rumors?status=resolved&${query}`)).data.length;
    expect([await listed(`as_of=${before}`), await listed('')]).toEqual([0, 2]);
  });
});
