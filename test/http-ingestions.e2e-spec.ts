import { DATABASES } from './support/databases.js';
import { problemIn, startServer, type Server } from './support/server.js';
import { handedIn } from './support/stories.js';

const CLOCK = '2029-10-01T00:00:00Z';

interface ShownCandidate {
  readonly id: string;
  readonly subject: string;
  readonly value: string;
}

describe.each(DATABASES)('articles over HTTP on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { clock: CLOCK });
  });
  afterEach(() => server.close());

  const propose = (role: 'contributor' | 'editor', body: object = handedIn('oneplus-nikon')) =>
    server.call('POST', '/v1/ingestions', { role, body });
  const commit = (id: string, body?: object) =>
    server.call('POST', `/v1/ingestions/${id}/commit`, { role: 'editor', body });
  const rumors = async () => (await server.call('GET', '/v1/rumors')).body.data as { id: string }[];

  it('are read for everybody in a dry run, which stores nothing', async () => {
    const body = { ...handedIn('oneplus-nikon'), dry_run: true };
    const preview = await server.call('POST', '/v1/ingestions', { body });
    expect(preview.status).toBe(200);
    expect(preview.headers['location']).toBeUndefined();
    expect(preview.body.candidates.length).toBeGreaterThan(0);
    expect(preview.body.effects.length).toBeGreaterThan(0);
    expect(await rumors()).toEqual([]);
    const queue = await server.call('GET', '/v1/ingestions', { role: 'editor' });
    expect(queue.body.data).toEqual([]);
  });

  it('are stored only for contributors', async () => {
    const anonymous = await server.call('POST', '/v1/ingestions', { body: handedIn('oneplus-nikon') });
    expect(problemIn(anonymous, 401).code).toBe('key-required');
    const reader = await server.call('POST', '/v1/ingestions', { role: 'reader', body: handedIn('oneplus-nikon') });
    expect(problemIn(reader, 403).detail).toContain('contributor');
  });

  it('wait for their review, and are written down by a commit', async () => {
    const proposed = await propose('contributor');
    expect([proposed.status, proposed.body.status]).toEqual([202, 'ready']);
    expect(proposed.headers['location']).toBe(`/v1/ingestions/${proposed.body.id}`);
    expect(await rumors()).toEqual([]);
    const { id } = proposed.body;
    const waiting = await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' });
    expect(waiting.body.text).toBe(handedIn('oneplus-nikon').text);
    const preview = await commit(id, { dry_run: true });
    expect(preview.body.created.rumors).toBe(proposed.body.candidates.length);
    expect(await rumors()).toEqual([]);
    const done = await commit(id);
    expect([done.status, done.body.status]).toEqual([200, 'committed']);
    expect(done.body.effects.map((effect: { after: number }) => effect.after)).toEqual(
      preview.body.effects.map((effect: { after: number }) => effect.after),
    );
    expect(await rumors()).toHaveLength(done.body.created.rumors);
    const after = await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' });
    expect(after.body.text).toBeNull();
  });

  it('are written down once, however often they are committed or handed in', async () => {
    const { id } = (await propose('editor')).body;
    const both = await Promise.all([commit(id), commit(id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const opened = both.map(({ body }) => body.created.rumors as number).sort((a, b) => a - b);
    expect(opened).toEqual([0, (await rumors()).length]);
    const again = await propose('editor');
    expect([again.status, again.body.id, again.body.recognised]).toEqual([200, id, true]);
    expect((await server.call('GET', '/v1/reports')).body.data).toHaveLength(1);
  });

  it('are vouched for by editors alone', async () => {
    const grade = async (role: 'contributor' | 'editor') => {
      const one = await startServer(database, { clock: CLOCK });
      const body = handedIn('oneplus-nikon');
      const { id } = (await one.call('POST', '/v1/ingestions', { role, body })).body;
      const { body: done } = await one.call('POST', `/v1/ingestions/${id}/commit`, { role: 'editor' });
      await one.close();
      return [done.report.source.vetted, done.report.source.grade];
    };
    expect(await grade('editor')).toEqual([true, 'C']);
    expect(await grade('contributor')).toEqual([false, null]);
  });

  it('are shown to who handed them in and to editors', async () => {
    const { id } = (await propose('editor')).body;
    const mine = await propose('contributor', handedIn('oneplus-denial'));
    const seen = await server.call('GET', '/v1/ingestions', { role: 'contributor' });
    expect(seen.body.data.map((row: { id: string }) => row.id)).toEqual([mine.body.id]);
    const foreign = await server.call('GET', `/v1/ingestions/${id}`, { role: 'contributor' });
    expect(problemIn(foreign, 404).code).toBe('unknown-ingestion');
    const all = await server.call('GET', '/v1/ingestions?limit=1&status=ready', { role: 'editor' });
    expect(all.body.page).toMatchObject({ has_more: true, limit: 1 });
    const next = /<([^>]+)>; rel="next"/.exec(String(all.headers['link']))?.[1] ?? '';
    const rest = await server.call('GET', next, { role: 'editor' });
    expect([...all.body.data, ...rest.body.data].map((row: { id: string }) => row.id)).toEqual([mine.body.id, id]);
    const altered = await server.call('GET', next.replace('status=ready', 'status=committed'), { role: 'editor' });
    expect(problemIn(altered, 400).code).toBe('invalid-cursor');
  });

  describe('in their review', () => {
    let id: string;
    let candidates: ShownCandidate[];
    beforeEach(async () => {
      ({ id, candidates } = (await propose('editor')).body as { id: string; candidates: ShownCandidate[] });
    });
    const review = (candidate: string, body: object) =>
      server.call('PATCH', `/v1/ingestions/${id}/candidates/${candidate}`, { role: 'editor', body });

    it('lose what is rejected', async () => {
      const [first] = candidates;
      const rejected = await review(first!.id, { decision: 'rejected' });
      expect(rejected.body).toMatchObject({ id: first!.id, decision: 'rejected' });
      const { body } = await commit(id);
      expect(body.created.rumors).toBe(candidates.length - 1);
    });

    it('are not written down where everything is rejected', async () => {
      for (const { id: candidate } of candidates) await review(candidate, { decision: 'rejected' });
      expect(problemIn(await commit(id), 409).code).toBe('nothing-accepted');
    });

    it('take corrections that make sense', async () => {
      const partner = candidates.find(({ subject }) => subject.startsWith('partner'))!;
      expect((await review(partner.id, { value: 'Zeiss', certainty: 'speculative' })).body).toMatchObject({
        value: 'Zeiss',
        certainty: 'speculative',
      });
      expect(problemIn(await review(partner.id, { subject: 'price' }), 422).code).toBe('invalid-value');
      expect(problemIn(await review(partner.id, { subject: 'colour' }), 422).code).toBe('unknown-subject');
      expect(problemIn(await review(partner.id, { device: 'Nobody' }), 422).errors[0]?.pointer).toBe('#/device');
      const { body } = await commit(id);
      const values = body.candidates.map((candidate: ShownCandidate) => candidate.value);
      expect(values).toContain('Zeiss');
    });

    it('are matched with a rumor of another device', async () => {
      const device = { name: 'Meridian Fold', company: 'Meridian' };
      const { slug } = (await server.call('POST', '/v1/devices', { role: 'editor', body: device })).body;
      const claim = { device: slug, subject: 'partner', value: 'Zeiss' };
      const rumor = await server.call('POST', '/v1/rumors', { role: 'editor', body: claim });
      expect(rumor.status).toBe(201);
      const matched = await review(candidates[0]!.id, { match_rumor: rumor.body.id });
      expect(matched.body.rumor_id).toBe(rumor.body.id);
      const { body } = await commit(id);
      const [first] = body.candidates as { id: string; rumor_id: string; evidence_id: string }[];
      expect([first!.rumor_id, typeof first!.evidence_id]).toEqual([rumor.body.id, 'string']);
    });

    it('are thrown away, once and for all', async () => {
      const discard = () => server.call('DELETE', `/v1/ingestions/${id}`, { role: 'editor' });
      expect((await discard()).status).toBe(204);
      expect((await discard()).status).toBe(204);
      expect(problemIn(await commit(id), 409).code).toBe('discarded');
      expect(problemIn(await review(candidates[0]!.id, { decision: 'accepted' }), 409).code).toBe('not-ready');
      const shown = await server.call('GET', `/v1/ingestions/${id}`, { role: 'editor' });
      expect([shown.body.status, shown.body.text]).toEqual(['discarded', null]);
    });

    it('are over once they are written down', async () => {
      await commit(id);
      expect(problemIn(await review(candidates[0]!.id, { decision: 'rejected' }), 409).code).toBe('not-ready');
      const discarded = await server.call('DELETE', `/v1/ingestions/${id}`, { role: 'editor' });
      expect(problemIn(discarded, 409).code).toBe('not-ready');
    });

    it('know only their own candidates', async () => {
      const other = (await propose('editor', handedIn('oneplus-denial'))).body.candidates[0].id as string;
      expect(problemIn(await review(other, { decision: 'accepted' }), 404).code).toBe('unknown-candidate');
    });
  });

  it.each<[string, object, number, string]>([
    ['nothing to read', { text: '   ' }, 422, 'empty-text'],
    ['nothing that can be followed', { text: 'It rained in the mountains for a week.' }, 422, 'no-claims'],
    ['an address that nobody knows', { kind: 'url', url: 'https://ledger.example/a' }, 422, 'unreachable-url'],
    ['a strange address', { text: 'words', url: 'ftp://ledger.example' }, 422, 'invalid-input'],
    ['no text', { title: 'x' }, 422, 'missing-text'],
    ['bytes', { text: 'a\u0000b' }, 422, 'invalid-input'],
    ['a day that does not exist', { ...handedIn('oneplus-nikon'), published_on: '2026-02-30' }, 422, 'invalid-input'],
  ])('are refused with %s', async (_name, body, status, code) => {
    expect(problemIn(await propose('editor', { ...body, dry_run: true }), status).code).toBe(code);
  });

  it.each<[string, unknown, string]>([
    ['no body', undefined, 'missing-text'],
    ['a list of articles', [{ text: 'words' }], 'invalid-input'],
    ['a mere text', '"words"', 'invalid-input'],
  ])('are refused with %s, under a key or not', async (_name, body, code) => {
    for (const headers of [{}, { 'idempotency-key': '"once"' }] as Record<string, string>[]) {
      const json = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
      const answer = await server.call('POST', '/v1/ingestions', { role: 'editor', body, headers: json });
      expect(problemIn(answer, 422).code).toBe(code);
    }
  });
});
