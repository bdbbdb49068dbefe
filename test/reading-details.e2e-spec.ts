import { OPERATOR } from '../src/access/actor.js';
import { identify } from '../src/engine/similarity/index.js';
import { EvidenceLinks } from '../src/evidence/evidence.service.js';
import { Reports } from '../src/evidence/reports.service.js';
import { Sources } from '../src/sources/sources.service.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';
import { STORY, tellStory, type ToldStory } from './support/told-story.js';

const TEXT =
  'Orvane shows a phone with a lens by Halden in July, the company said at its fair in Turin on Monday. '.repeat(4);

describe.each(DATABASES)('what is shown by itself on %s', (database) => {
  let server: Server;
  let story: ToldStory;

  const read = async (path: string) => {
    const { status, body, headers } = await server.call('GET', path);
    expect([path, status]).toEqual([path, 200]);
    return { ...body, headers };
  };

  beforeAll(async () => {
    server = await startServer(database, { clock: `${STORY.told}T12:00:00Z` });
    story = await tellStory(server, async () => {});
  });
  afterAll(() => server.close());

  it('is a device with the questions that most reports speak to, and what is asked for', async () => {
    const device = await read('/v1/devices/orvane-one?expand=company,rumors');
    expect(device).toMatchObject({ slug: 'orvane-one', html_url: '/devices/orvane-one', exists: { derived: true } });
    const asked = device.questions.map((question: { question: string; answers: number }) => [
      question.question,
      question.answers,
    ]);
    expect(asked.sort()).toEqual([
      ['launch.date', 2],
      ['partner', 1],
    ]);
    expect(device.expanded.company).toMatchObject({ slug: 'orvane', domains: [] });
    expect(device.expanded.rumors).toHaveLength(3);
    expect(device.headers['etag']).toMatch(/^"\d+-r[\w.]+"$/);
    const { id } = device;
    expect((await read(`/v1/devices/${id}`)).slug).toBe('orvane-one');
  });

  it('is every question with what its rumors share, which sums to 1 with the others', async () => {
    const { data } = await read('/v1/devices/orvane-one/questions');
    expect(data).toHaveLength(2);
    for (const { rumors, buckets, other } of data) {
      const parts = (buckets ?? rumors).map(
        (part: { probability?: number; share?: number }) => part.probability ?? part.share,
      );
      expect(parts.reduce((sum: number, part: number) => sum + part, other)).toBeCloseTo(1, 9);
    }
    const launch = data.find((each: { question: string }) => each.question === 'launch.date');
    expect(launch.buckets.map(({ label }: { label: string }) => label)).toEqual([
      'July 2029',
      '1 August 2029 to 30 September 2029',
    ]);
    const july = launch.rumors.find(({ id }: { id: string }) => id === story.july);
    expect(launch.buckets[0].probability).toBeCloseTo(july.confidence.probability, 4);
    const { data: one } = await read('/v1/devices/orvane-one/questions?subject=partner');
    expect(one.map((each: { question: string }) => each.question)).toEqual(['partner']);
    expect((await read('/v1/devices/orvane-one/questions?region=PL')).data).toEqual([]);
  });

  it('is a launch window from the distribution that its rumors are read from', async () => {
    const window = await read('/v1/devices/orvane-one/launch-window?dots=20&by=2029-07-31');
    const july = await read(`/v1/rumors/${story.july}`);
    const summer = await read(`/v1/rumors/${story.summer}`);
    expect(window.probability_by.probability).toBeCloseTo(july.confidence.probability, 4);
    expect(window.not_by_horizon).toBeCloseTo(1 - summer.confidence.probability, 4);
    const days = Object.values(window.quantiles).filter((day) => day !== null);
    expect(days).toEqual([...days].sort());
    expect([window.dots.length, window.horizon_on, window.said]).toEqual([20, '2029-09-30', true]);
  });

  it('says of a region that nobody spoke of it', async () => {
    const window = await read('/v1/devices/orvane-one/launch-window?region=PL');
    expect(window).toMatchObject({ region: 'PL', said: false, quantiles: null, dots: [], not_by_horizon: null });
    expect(window.text).toBe('Nobody has said when Orvane One launches in PL.');
  });

  it.each(['/launch-window?dots=30', '/launch-window?by=tomorrow', '/questions?region=poland'])(
    'refuses %s',
    async (path) => {
      expect((await server.call('GET', `/v1/devices/orvane-one${path}`)).status).toBe(400);
    },
  );

  it('is a rumor with its evidence and its device', async () => {
    const rumor = await read(`/v1/rumors/${story.partner}?expand=evidence,device`);
    expect(rumor).toMatchObject({ html_url: `/rumors/${story.partner}`, resolution: null, status: 'open' });
    expect(rumor.expanded.device.slug).toBe('orvane-one');
    const links = rumor.expanded.evidence as {
      status: string;
      withdrawn_reason: string | null;
      report: { published_on: string };
    }[];
    expect(links.map((link) => [link.report.published_on, link.status, link.withdrawn_reason])).toEqual([
      ['2029-05-20', 'withdrawn', 'another device'],
      ['2029-05-21', 'active', null],
    ]);
    expect((await read(`/v1/rumors/${story.partner}`)).expanded).toBeUndefined();
  });

  it('is an explanation that says what it begins with and what would change it most', async () => {
    const explanation = await read(`/v1/rumors/${story.partner}/explanation`);
    expect(explanation.base_rate).toEqual({ value: 0.45, reference_class: 'catalogue default', n: 0 });
    const [base, report] = explanation.steps;
    expect([base.kind, report.kind]).toEqual(['base_rate', 'report']);
    expect(explanation.changes_most).toEqual({
      evidence_id: report.evidence_id,
      confidence_without: report.confidence_without,
      change: expect.closeTo(report.confidence_without - explanation.confidence.probability, 4),
    });
    expect(report).toMatchObject({ recency: { decay: expect.any(Number) }, independence: { discount: 1 } });
    expect(explanation.text).toContain('Without the evidence of');
  });

  it('is a source with its record, by what it said', async () => {
    const card = await read('/v1/sources/courier');
    expect(card).toMatchObject({ grade: 'C', reliability: 'C', established: true, reports: 1, names: ['courier'] });
    expect(card.supports).toEqual({ links: 1, own_links: 1, devices: 1 });
    expect((await read(`/v1/sources/courier?as_of=${STORY.retold}`)).supports.links).toBe(2);
    expect((await read(`/v1/sources/courier?as_of=${STORY.retold}`)).record.resolved).toBe(0);
  });

  it('is a company with its devices', async () => {
    const company = await read('/v1/companies/orvane');
    expect(company.devices.map(({ slug }: { slug: string }) => slug)).toEqual(['orvane-one']);
  });

  it('is a statement, and a link', async () => {
    const [statement] = (await read('/v1/statements?company=orvane&speaker=ida&verified=true&act=announces')).data;
    expect(await read(`/v1/statements/${statement.id}`)).toMatchObject({ ...statement, said_on: '2029-05-21' });
    const [link] = (await read(`/v1/evidence?rumor=${story.summer}&source=courier&stance=supports`)).data;
    expect(await read(`/v1/evidence/${link.id}`)).toMatchObject(link);
  });

  it('is a report with its origin and its retellings, as they were known', async () => {
    const publish = async (source: string, day: string) => {
      const { id: sourceId } = await server
        .get(Sources)
        .ensure({ name: source, kind: 'outlet', vetted: true }, OPERATOR);
      const identity = identify(`${TEXT} ${source}`)!;
      const published = { at: Date.parse(day), precision: 'day' as const };
      const about = {
        sourceId,
        title: source,
        url: `https://${source}.example/fair`,
        kind: 'article' as const,
        language: 'en',
      };
      const act = { ...about, identity, published, learnedAt: server.clock.now(), credits: [{ name: 'Orvane' }] };
      const { id: report } = await server.get(Reports).publish(act, OPERATOR);
      const link = { report, rumor: story.summer, stance: 'mentions', certainty: 'reported' } as const;
      await server.get(EvidenceLinks).link({ ...link, quote: null, where: null, start: null, end: null }, OPERATOR);
      server.clock.advance(86_400_000);
      return report;
    };
    const [copy, other, origin] = [
      await publish('one', '2029-05-30'),
      await publish('two', '2029-05-31'),
      await publish('three', '2029-05-29'),
    ];
    const told = await read(`/v1/reports/${copy}`);
    expect([told.origin.id, told.origin_link, told.credits]).toEqual([origin, 'confirmed', ['Orvane']]);
    const retold = await read(`/v1/reports/${origin}`);
    expect(retold.retellings.map(({ id }: { id: string }) => id)).toEqual([copy, other]);
    const past = await read(`/v1/reports/${copy}?as_of=2029-06-05T13:00:00Z`);
    expect([past.origin.id, past.origin_link, past.retellings.length]).toEqual([copy, 'own', 1]);
    const { data } = await read('/v1/reports?as_of=2029-06-05T13:00:00Z');
    expect(data.find(({ id }: { id: string }) => id === other)).toMatchObject({
      origin_id: copy,
      origin_link: 'confirmed',
    });
  });

  it.each([
    'devices/nobody',
    'sources/nobody',
    'companies/nobody',
    'rumors/rum_1',
    'reports/rep_1',
    'evidence/ev_1',
    'statements/st_1',
  ])('is nothing at %s', async (path) => {
    const { status, body } = await server.call('GET', `/v1/${path}`);
    expect([status, body.code]).toEqual([404, expect.stringMatching(/^unknown-/)]);
  });
});
