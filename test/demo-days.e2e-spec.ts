import { Replays } from '../src/calibration/replays.service.js';
import { Demo } from '../src/demo/demo.service.js';
import { Moments } from '../src/events/moments.service.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

interface Rumor {
  readonly id: string;
  readonly text: string;
  readonly subject: string;
  readonly status: string;
  readonly confidence: { readonly probability: number; readonly announced: boolean };
}
interface Launch {
  readonly said: boolean;
  readonly text: string;
  readonly quantiles: { readonly p50: string };
  readonly dots: readonly (string | null)[];
  readonly slips: readonly { readonly from: string; readonly to: string }[];
}
interface Proposal {
  readonly id: string;
  readonly device: { readonly slug: string };
}

describe.each(DATABASES)('the days of the demo on %s', (database) => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2022-07-05T12:00:00Z' });
    await server.get(Demo).begin();
  }, 180_000);
  afterAll(() => server.close());

  const read = async <Body>(path: string) => (await server.call('GET', path, { role: 'admin' })).body as Body;
  const moment = (day: string): string => `as_of=${day}T13:00:00Z`;
  const about = async (subject: string, day: string): Promise<Rumor[]> => {
    const path = `/v1/devices/xiaomi-12-ultra/questions?subject=${subject}&${moment(day)}`;
    return (await read<{ data: { rumors: Rumor[] }[] }>(path)).data.flatMap(({ rumors }) => rumors);
  };
  const chances = async (subject: string, day: string): Promise<Record<string, number>> =>
    Object.fromEntries((await about(subject, day)).map(({ text, confidence }) => [text, confidence.probability]));
  const launch = (day: string, region = ''): Promise<Launch> =>
    read<Launch>(`/v1/devices/xiaomi-12-ultra/launch-window?dots=20&${moment(day)}${region}`);

  const OLD = 'Will be called Xiaomi 12 Ultra';
  const NEW = 'Will be called Xiaomi 12S Ultra';

  it('have the two names cross with the leak of the packaging', async () => {
    const [before, after, later] = [
      await chances('name', '2022-06-14'),
      await chances('name', '2022-06-16'),
      await chances('name', '2022-06-27'),
    ];
    expect(Object.keys(before)).toEqual([OLD]);
    expect(before[OLD]).toBeGreaterThan(0.4);
    expect(after[NEW]).toBeGreaterThan(after[OLD]!);
    expect(later[NEW]).toBeGreaterThan(after[NEW]!);
    expect(later[OLD]).toBeLessThan(0.2);
  });

  it('have the partnership announced by both chief executives', async () => {
    const partner = async (day: string) => (await about('partner', day)).find(({ text }) => text.endsWith('Leica'))!;
    expect((await partner('2022-05-22')).confidence).toMatchObject({ announced: false });
    const { id, confidence } = await partner('2022-05-24');
    expect(confidence).toMatchObject({ announced: true });
    expect(confidence.probability).toBeGreaterThan(0.95);
    const { steps } = await read<{ steps: { verified?: boolean; statement_id?: string }[] }>(
      `/v1/rumors/${id}/explanation?${moment('2022-05-24')}`,
    );
    const said = steps.flatMap(({ verified, statement_id: statement }) => (verified ? [statement!] : []));
    const speakers = await Promise.all(
      said.map(async (statement) => (await read<{ speaker: string }>(`/v1/statements/${statement}`)).speaker),
    );
    expect(speakers.length).toBeGreaterThan(0);
    const all = await read<{ data: { speaker: string; verified: boolean }[] }>(`/v1/statements?rumor=${id}&limit=50`);
    const names = new Set(all.data.map(({ speaker }) => speaker));
    expect([...names]).toEqual(expect.arrayContaining(['Lei Jun', 'Matthias Harsch']));
  });

  it('expect the launch in July, through slips, and say of Poland that nobody has said', async () => {
    const expected = await launch('2022-06-27');
    expect(expected.quantiles.p50.slice(0, 7)).toBe('2022-07');
    expect(expected.slips.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'March 2022 → Q2 2022',
      'Q2 2022 → July 2022',
    ]);
    expect(expected.dots.every((day) => day === null || day >= '2022-06-27')).toBe(true);
    const poland = await launch('2022-06-27', '&region=PL');
    expect([poland.said, poland.dots.length, poland.text]).toEqual([
      ...[false, 0, 'Nobody has said when Xiaomi 12 Ultra launches in PL.'],
    ]);
    const july = (await chances('launch.date', '2022-06-27'))['Launches in July 2022']!;
    const by = await read<{ probability_by: { probability: number } }>(
      `/v1/devices/xiaomi-12-ultra/launch-window?by=2022-07-31&${moment('2022-06-27')}`,
    );
    expect(by.probability_by.probability).toBeGreaterThanOrEqual(july);
  });

  it('end with the launch: rumors are resolved, sources scored, and May stays as it was believed', async () => {
    const may = () => Promise.all(['name', 'partner', 'launch.date'].map((subject) => about(subject, '2022-05-24')));
    const before = (await may()).map((rumors) => rumors.map(({ id, confidence }) => [id, confidence]));
    const named = (await about('name', '2022-06-27')).find(({ text }) => text === NEW)!;
    const { steps } = await read<{ steps: { evidence_id?: string }[] }>(`/v1/rumors/${named.id}/explanation`);
    const evidence = steps.find((step) => step.evidence_id !== undefined)!.evidence_id;
    const renamed = await server.call('POST', '/v1/devices/xiaomi-12-ultra/supersede', {
      ...{ role: 'admin', body: { by: 'xiaomi-12s-ultra', reason: 'renamed', evidence }, headers: { 'if-match': '*' } },
    });
    expect([renamed.status, renamed.body]).toEqual([200, expect.anything()]);
    const { data } = await read<{ data: Proposal[] }>('/v1/resolution-proposals?status=open&limit=50');
    const proposal = data.find(({ device }) => device.slug === 'xiaomi-12s-ultra')!;
    const commit = `/v1/resolution-proposals/${proposal.id}/commit`;
    const answer = await server.call('POST', commit, { role: 'admin', headers: { 'if-match': '*' } });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);

    const resolved = await read<{ data: Rumor[] }>('/v1/rumors?device=xiaomi-12s-ultra&status=resolved&limit=100');
    expect(resolved.data.map(({ text }) => text)).toEqual(expect.arrayContaining(['Is announced on 4 July 2022']));
    expect(resolved.data.some(({ text }) => text.endsWith('Leica'))).toBe(true);
    const after = (await may()).map((rumors) => rumors.map(({ id, confidence }) => [id, confidence]));
    expect(after).toEqual(before);
    const [replays, now] = [server.get(Replays), await server.get(Moments).now()];
    const told = await replays.forecasts('any', now);
    expect(told.length).toBeGreaterThan(5);
    const partner = resolved.data.find(({ text }) => text.endsWith('Leica'))!;
    const series = await replays.series(partner.id, now.at);
    expect(series.at(0)!.on).toBe('2022-03-03');
    expect(series.at(-1)!.probability).toBeGreaterThan(series.at(0)!.probability);

    const board = await read<{ data: unknown[]; unranked: { source: { name: string } }[] }>('/v1/leaderboard?limit=50');
    expect([...board.data, ...board.unranked].length).toBeGreaterThan(0);
  });
});
