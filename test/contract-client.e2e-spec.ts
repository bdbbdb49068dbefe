import type { AddressInfo } from 'node:net';
import { consumerAt, good, type Consumer } from './support/consumer.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

describe.each(DATABASES)('a stranger with the contract and the key of an editor, on %s', (database) => {
  let server: Server;
  let consumer: Consumer;
  const day = (on: string) => server.clock.hold(Date.parse(`${on}T12:00:00Z`));
  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-09-01T12:00:00Z' });
    await server.app.listen(0, '127.0.0.1');
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    consumer = await consumerAt(`http://127.0.0.1:${port}`, await server.key('editor'));
  });
  afterAll(() => server.close());

  it('tracks a device from nothing to its resolution', async () => {
    const { api } = consumer;
    const me = good(await api.GET('/v1/me'));
    expect([me.role, good(await api.GET('/v1/devices')).data]).toEqual(['editor', []]);
    const subjects = good(await api.GET('/v1/meta')).subjects.map(({ key }) => key);
    expect(subjects).toContain('launch.date');

    // What it is, and who speaks of it.
    const device = good(
      await api.POST('/v1/devices', { body: { name: 'Orvane One', company: 'Orvane', category: 'phone' } }),
    );
    expect([device.status, device.exists]).toEqual(['rumored', null]);
    const path = { device: device.slug };
    const maker = good(await api.POST('/v1/sources', { body: { name: 'Orvane newsroom', kind: 'maker', grade: 'A' } }));
    const outlet = good(await api.POST('/v1/sources', { body: { name: 'Ledger Wire', kind: 'outlet', grade: 'B' } }));

    // What is claimed, and by whom.
    const opened = { device: device.slug, subject: 'launch.date', region: 'US' };
    const early = good(await api.POST('/v1/rumors', { body: { ...opened, value: '2026-10-01/2026-12-31' } }));
    const late = good(await api.POST('/v1/rumors', { body: { ...opened, value: '2027-01-01/2027-03-31' } }));
    expect('earliest_on' in early.value && early.value.earliest_on).toBe('2026-10-01');
    const cite = async (rumor: string, source: string, published: string, certainty: 'official' | 'reported') =>
      good(
        await api.POST('/v1/evidence', {
          body: {
            ...{ rumor, source, certainty, stance: 'supports', title: `${source} on the Orvane One` },
            ...{ url: `https://${source}.example/${published}`, published_at: `${published}T08:00:00Z` },
          },
        }),
      );
    await cite(early.id, outlet.slug, '2026-08-30', 'reported');

    // How far that is believed, why, and when the device is expected.
    const rumor = good(await api.GET('/v1/rumors/{rumor}', { params: { path: { rumor: early.id } } }));
    expect(rumor.confidence!.probability).toBeGreaterThan(0);
    const why = good(await api.GET('/v1/rumors/{rumor}/explanation', { params: { path: { rumor: early.id } } }));
    const steps = why.steps.reduce((sum, step) => sum + step.log_odds_delta, 0);
    expect(1 / (1 + Math.exp(-steps))).toBeCloseTo(rumor.confidence!.probability, 4);
    const reports = why.steps.flatMap((step) => (step.kind === 'report' ? [step.source.slug] : []));
    expect(reports).toEqual([outlet.slug]);
    const questions = good(await api.GET('/v1/devices/{device}/questions', { params: { path } })).data;
    expect(questions.flatMap(({ rumors }) => rumors.map(({ id }) => id)).sort()).toEqual([early.id, late.id].sort());
    const expected = good(
      await api.GET('/v1/devices/{device}/launch-window', { params: { path, query: { region: 'US', dots: 20 } } }),
    );
    expect([expected.dots.length, expected.official]).toEqual([20, null]);

    // The maker speaks, and the question is settled by what it said.
    day('2026-11-05');
    const proof = await cite(early.id, maker.slug, '2026-11-05', 'official');
    const statement = good(
      await api.POST('/v1/statements', {
        body: {
          ...{ speaker: 'Ida Orvane', role: 'chief executive', organisation: 'Orvane', act: 'announces' },
          ...{ quote: 'The Orvane One is here today.', said_on: '2026-11-05', report: proof.report.id },
          rumors: [{ rumor: early.id, stance: 'supports' }],
        },
      }),
    );
    const settle = {
      params: { path: { rumor: early.id } },
      body: { outcome: 'true', value: '2026-11-05', statement: statement.id },
    } as const;
    const blind = await api.PUT('/v1/rumors/{rumor}/resolution', settle);
    expect([blind.response.status, blind.error?.code]).toEqual([428, 'precondition-required']);
    const resolution = good(
      await api.PUT('/v1/rumors/{rumor}/resolution', { ...settle, headers: { 'If-None-Match': '*' } }),
    );
    expect([resolution.outcome, resolution.happened_on]).toEqual(['true', '2026-11-05']);
    expect(resolution.score.brier).toBeGreaterThan(0);

    // What is left: its rival is settled as well, and everything stands in the lists.
    const verdicts = good(await api.GET('/v1/resolutions', { params: { query: { device: device.slug } } }));
    expect(verdicts.data.map((each) => [each.rumor.id, each.outcome]).sort()).toEqual(
      [
        [early.id, 'true'],
        [late.id, 'false'],
      ].sort(),
    );
    const history = good(await api.GET('/v1/rumors/{rumor}/history', { params: { path: { rumor: early.id } } }));
    expect(history.data.length).toBeGreaterThan(1);
    const past = good(
      await api.GET('/v1/rumors/{rumor}', { params: { path: { rumor: early.id }, query: { as_of: '2026-10-01' } } }),
    );
    expect([past.status, past.resolution]).toEqual(['open', null]);
    expect(past.confidence).toMatchObject({ probability: rumor.confidence!.probability });
  });

  it('hands in an article, looks at what is read in it, and writes it down', async () => {
    const { api } = consumer;
    day('2029-06-10');
    const article = handedIn('oneplus-nikon');
    const looked = good(await api.POST('/v1/ingestions', { body: { ...article, dry_run: true } }));
    expect(looked.status).toBe('dry_run');
    const waiting = good(await api.POST('/v1/ingestions', { body: article }));
    const ingestion = { ingestion: waiting.id };
    for (const { id: candidate } of waiting.candidates) {
      const params = { path: { ...ingestion, candidate } };
      good(
        await api.PATCH('/v1/ingestions/{ingestion}/candidates/{candidate}', {
          params,
          body: { decision: 'accepted' },
        }),
      );
    }
    const written = good(
      await api.POST('/v1/ingestions/{ingestion}/commit', { params: { path: ingestion }, body: {} }),
    );
    expect([written.status, written.effects.length]).toEqual(['committed', written.rumors.length]);
    expect(written.devices.length).toBeGreaterThan(0);
    expect(written.report?.url).toBe(article.url);
  });

  it('pages through a list by its cursor, and asks again only for what has changed', async () => {
    const { api } = consumer;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = good(await api.GET('/v1/rumors', { params: { query: { limit: 2, cursor } } }));
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    const first = await api.GET('/v1/rumors', { params: { query: { limit: 2 } } });
    const known = { 'If-None-Match': first.response.headers.get('etag')! };
    const again = await api.GET('/v1/rumors', { params: { query: { limit: 2 }, header: known } });
    expect(again.response.status).toBe(304);
  });

  it('learns what went wrong by codes that the contract knows', async () => {
    const { api } = consumer;
    const missing = await api.GET('/v1/devices/{device}', { params: { path: { device: 'nobody-knows-it' } } });
    expect([missing.response.status, missing.error?.code]).toEqual([404, 'unknown-device']);
    const refused = await api.POST('/v1/sources', { body: { name: '', kind: 'outlet' } });
    expect(refused.error?.errors.map(({ pointer, code }) => [pointer, code])).toEqual([['#/name', 'is-length']]);
    const shut = await api.GET('/v1/keys');
    expect([shut.response.status, shut.error?.code]).toEqual([403, 'role-required']);
    expect(consumer.used.size).toBeGreaterThan(15);
  });
});
