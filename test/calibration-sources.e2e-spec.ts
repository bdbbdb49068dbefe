import { DATABASES } from './support/databases.js';
import { tell, type Kept, type Told } from './support/newsroom.js';
import { problemIn, startServer, type Answer, type Server } from './support/server.js';
import { score, settle, unsettle } from './support/verdicts.js';

type Body = Answer['body'];

/** Ledger and Courier speak of the partner of twelve devices, which is known on 1 March; Harbour of the first three. */
const DEVICES = Array.from({ length: 12 }, (_, index) => `Orvane ${index + 1}`);
const said = (device: string, source: string, change: Partial<Told> = {}): Told => ({
  ...{ device, source, on: '2022-01-20', subject: 'partner', value: 'Leica' },
  ...change,
});

describe.each(DATABASES)('the records of sources on %s', (database) => {
  let server: Server;
  const told: Kept[] = [];
  const read = async (url: string) => (await server.call('GET', url)).body;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2022-02-01T12:00:00Z' });
    for (const [index, device] of DEVICES.entries()) {
      told.push(await tell(server, said(device, 'Ledger')));
      await tell(
        server,
        said(device, 'Courier', { stance: index < 6 ? 'supports' : 'refutes', certainty: 'speculative' }),
      );
      if (index < 3) await tell(server, said(device, 'Harbour', { grade: 'B' }));
    }
    server.clock.hold(Date.parse('2022-03-05T12:00:00Z'));
    for (const [index, kept] of told.entries()) await settle(server, kept, index < 10 ? 'true' : 'false', '2022-03-01');
  });
  afterAll(() => server.close());

  it('rank by skill, with the interval, and say who is not ranked', async () => {
    const { data, page, unranked, unranked_total: left, asked } = await read('/v1/leaderboard');
    // Ledger said .896124 twelve times, ten times rightly: (10 · .0107902 + 2 · .8030382) ÷ 12 = .1428; the base rate .45
    // has (10 · .3025 + 2 · .2025) ÷ 12 = .2858, so the skill is 1 − .1428 ÷ .2858 = .5003.
    // Courier guessed: .664332 six times rightly, .252742 four times wrongly and twice rightly, and
    // (6 · .112673 + 4 · .558395 + 2 · .063878) ÷ 12 = .2531, a skill of .1145.
    expect(data).toMatchObject([
      {
        rank: 1,
        source: { slug: 'ledger', grade: 'C', reliability: 'C' },
        skill: 0.5003,
        brier: 0.1428,
        n: 12,
        claims: 12,
      },
      { rank: 2, source: { slug: 'courier' }, skill: 0.1145, brier: 0.2531, n: 12, right: 8 },
    ]);
    expect(page).toMatchObject({ total: 2, has_more: false });
    expect([unranked, left]).toMatchObject([[{ source: { slug: 'harbour' }, n: 3, claims: 3 }], 1]);
    expect(asked).toEqual({ kind: null, company: null, category: null, from: null, to: null, min_resolved: 10 });
  });

  it('say who cannot be told apart', async () => {
    const { data } = await read('/v1/leaderboard');
    // by event, own − (1 − skill) · reference is −.1404 ten times and .7018 twice: √(12 ÷ 11 · 1.1821) ÷ 3.43 = .3311 and
    // t₁₁ = 1.7959, so ± .5946
    expect(data[0].ci90).toEqual({ low: -0.0943, high: 1.0949 });
    expect(data.map(({ group, rank_range: range }: Body) => [group, range])).toEqual([
      [1, { best: 1, worst: 2 }],
      [1, { best: 1, worst: 2 }],
    ]);
  });

  it('are read a page at a time', async () => {
    const first = await read('/v1/leaderboard?limit=1');
    expect(first.page).toMatchObject({ total: 2, has_more: true });
    const second = await read(`/v1/leaderboard?limit=1&cursor=${first.page.next_cursor}`);
    expect([first, second].map(({ data }: Body) => data.map((row: Body) => row.source.slug))).toEqual([
      ['ledger'],
      ['courier'],
    ]);
    expect(second.page).toMatchObject({ total: 2, has_more: false });
  });

  it.each([
    ['kind=partner', 2],
    ['kind=price', 0],
    ['from=2022-03-01', 2],
    ['to=2022-02-28', 0],
    ['company=orvane', 2],
    ['category=phone', 0],
    ['min_resolved=13', 0],
    ['min_resolved=3', 3],
    ['as_of=2022-03-04', 0],
  ])('can be asked for by %s', async (query, total) => {
    expect((await read(`/v1/leaderboard?${query}`)).page.total).toBe(total);
  });

  it.each([
    ['/v1/leaderboard?kind=leaker', 'kind'],
    ['/v1/leaderboard?from=2022-02-30', 'from'],
    ['/v1/leaderboard?from=2022-03-02&to=2022-03-01', 'to'],
    ['/v1/leaderboard?min_resolved=0', 'min_resolved'],
    ['/v1/leaderboard?horizon=7d', 'horizon'],
    ['/v1/sources/ledger/calibration?kind=who', 'kind'],
    ['/v1/calibration?horizon=8d', 'horizon'],
    ['/v1/calibration?as_of=2031-01-01', 'as_of'],
  ])('refuse %s', async (url, parameter) => {
    expect(problemIn(await server.call('GET', url), 400).errors).toMatchObject([{ parameter }]);
  });

  it.each(['/v1/leaderboard?company=nobody', '/v1/sources/nobody/calibration', '/v1/calibration?company=nobody'])(
    'do not know %s',
    async (url) => problemIn(await server.call('GET', url), url.includes('?') ? 400 : 404),
  );

  it('show how right a source was, and how surely it spoke', async () => {
    const shown = await read('/v1/sources/ledger/calibration');
    expect(shown).toMatchObject({
      ...{ source: { slug: 'ledger', reply: null }, n: 12, claims: 12, right: 10, brier: 0.1428, skill: 0.5003 },
      curve: [{ said: 0.8961, said_from: 0.8961, said_to: 0.8961, happened: 0.8333, n: 12 }],
      // always the same words: nothing is told apart, and 10 ÷ 12 · 2 ÷ 12 = .1389 is left beside (.8961 − .8333)² = .0039
      decomposition: { miscalibration: 0.0039, discrimination: 0, uncertainty: 0.1389 },
      by_kind: [{ kind: 'partner', n: 12, claims: 12, right: 10 }],
    });
    expect(shown.by_lead.map(({ lead, n }: Body) => [lead, n])).toEqual([
      ['0-7d', 0],
      ['7-30d', 0],
      ['30-90d', 12],
      ['90d+', 0],
    ]);
    expect(shown.histogram[8]).toEqual({ from: 0.8, to: 0.9, n: 12, said: 0.8961, happened: 0.8333 });
    // five assumed trials of .75, and those of four days ago counting 2^(−4.5 ÷ 548) = .99432: (3.75 + 9.9432) ÷ 16.9319
    expect(shown.accuracy.mean).toBe(0.8087);
  });

  it('show nothing of who has nothing decided', async () => {
    const before = await read('/v1/sources/ledger/calibration?as_of=2022-03-01');
    expect(before).toMatchObject({
      n: 0,
      claims: 0,
      brier: null,
      skill: null,
      ci90: null,
      decomposition: null,
      curve: [],
      band: [],
    });
    expect(before.accuracy.mean).toBe(0.75);
  });

  it('stand on the record card once they are counted, and in the past as they stood then', async () => {
    const before = await read('/v1/sources/ledger');
    expect(before).toMatchObject({
      grade: 'C',
      reliability: 'C',
      record: { resolved: 0, hits: 0, events: 0, early_calls: 0 },
    });
    server.clock.hold(Date.parse('2022-03-06T12:00:00Z'));
    await score(server);
    const [ledger, harbour] = [await read('/v1/sources/ledger'), await read('/v1/sources/harbour')];
    expect(ledger).toMatchObject({ grade: 'C', reliability: 'B', record: { resolved: 12, hits: 10, events: 12 } });
    expect(harbour).toMatchObject({ grade: 'B', reliability: 'B', record: { resolved: 3, hits: 3, events: 3 } });
    expect(await read('/v1/sources/ledger?as_of=2022-03-05')).toMatchObject({
      reliability: 'C',
      record: before.record,
    });
  });

  it('are what they were once everything is taken back', async () => {
    const states = async () => [await read('/v1/leaderboard'), await read('/v1/sources/ledger/calibration')];
    const [one, other] = [told[0]!, told[11]!];
    await unsettle(server, one);
    await unsettle(server, other);
    await score(server);
    expect((await read('/v1/sources/ledger')).record).toMatchObject({ resolved: 10, hits: 9 });
    await settle(server, one, 'true', '2022-03-01');
    await settle(server, other, 'false', '2022-03-01');
    await score(server);
    const after = await states();
    expect((await read('/v1/sources/ledger')).record).toMatchObject({ resolved: 12, hits: 10 });
    expect(after[0].data.map(({ skill, n }: Body) => [skill, n])).toEqual([
      [0.5003, 12],
      [0.1145, 12],
    ]);
  });

  it('stand beside the reply of the source', async () => {
    const reply = {
      text: 'Both were corrected within a day.',
      said_on: '2022-03-06',
      url: 'https://ledger.example/record',
    };
    const patch = (body: object) => server.call('PATCH', '/v1/sources/ledger', { role: 'editor', body });
    server.clock.hold(Date.parse('2022-03-08T12:00:00Z'));
    expect((await patch({ reply })).body).toMatchObject({ reply });
    expect((await read('/v1/sources/ledger/calibration')).source.reply).toEqual(reply);
    expect((await read('/v1/leaderboard')).data[0].source.reply).toEqual(reply);
    expect((await read('/v1/sources/ledger?as_of=2022-03-07')).reply).toBeNull();
    for (const change of [
      { said_on: '2022-03-09' },
      { said_on: '2022-02-30' },
      { url: 'ftp://x' },
      { text: '' },
      { more: 1 },
    ]) {
      problemIn(await patch({ reply: { ...reply, ...change } }), 422);
    }
    expect((await patch({ grade: 'B' })).body).toMatchObject({ reply });
    expect((await patch({ reply: null })).body).toMatchObject({ reply: null });
    problemIn(await server.call('PATCH', '/v1/sources/ledger', { role: 'contributor', body: { reply } }), 403);
  });
});
