import { believe } from './support/beliefs.js';
import { DATABASES } from './support/databases.js';
import { tell, type Kept } from './support/newsroom.js';
import { startServer, type Answer, type Server } from './support/server.js';
import { settle, unsettle } from './support/verdicts.js';

type Body = Answer['body'];

describe.each(DATABASES)('the record of Hearsay on %s', (database) => {
  let server: Server;
  const read = async (url: string) => (await server.call('GET', url)).body;
  const on = (day: string) => server.clock.hold(Date.parse(`${day}T12:00:00Z`));
  const open = (device: string, subject: string, value: string): Promise<Kept> =>
    tell(server, { source: 'Ledger', on: '2022-01-10', device, subject, value });
  const answers: [day: string, answer: unknown][] = [];
  let kept: Record<'leica' | 'zeiss' | 'february' | 'may' | 'year' | 'blue', Kept>;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2022-01-15T12:00:00Z' });
    kept = {
      leica: await open('Orvane 1', 'partner', 'Leica'),
      zeiss: await open('Orvane 1', 'partner', 'Zeiss'),
      february: await open('Orvane 1', 'launch.date', '2022-02'),
      may: await open('Orvane 1', 'launch.date', '2022-05'),
      year: await open('Orvane 2', 'launch.date', '2022'),
      blue: await open('Halden 3', 'name', 'Blue'),
    };
    const { leica, zeiss, february, may, year, blue } = kept;
    on('2022-01-20');
    for (const [{ rumor }, probability, counts] of [
      [leica, 0.6, [1, 0]],
      [zeiss, 0.3, [2, 0]],
      [february, 0.4, [1, 0]],
      [may, 0.5, [2, 0]],
      [year, 0.7, [1, 0]],
      [blue, 0.5, [1, 0]],
    ] as const)
      await believe(server, rumor, probability, [...counts]);
    on('2022-02-20');
    await believe(server, leica.rumor, 0.8, [3, 1]);
    on('2022-03-02');
    for (const { rumor } of [leica, february]) await believe(server, rumor, 0.99);
    await settle(server, leica, 'true', '2022-03-01');
    await settle(server, zeiss, 'false', '2022-03-01');
    await settle(server, year, 'true', '2022-03-01');
    answers.push(['2022-03-02', await read('/v1/calibration')]);
    on('2022-06-02');
    await settle(server, february, 'false', '2022-06-01');
    await settle(server, blue, 'partly', '2022-06-01');
    answers.push(['2022-06-02', await read('/v1/calibration')]);
  });
  afterAll(() => server.close());

  it('is of what was believed last before the day, beside the base rates and counting articles', async () => {
    // .8 for Leica (true), .3 for Zeiss and .4 for February (false: decided on 1 March, when its window was over):
    // (.04 + .09 + .16) ÷ 3; base rates .45, .45 and .35: (.3025 + .2025 + .1225) ÷ 3; and by counting
    // (.45 + 3) ÷ 5 = .69, (.45 + 2) ÷ 3 = .8167, (.35 + 1) ÷ 4 = .3375, as two stood for May
    expect(await read('/v1/calibration')).toMatchObject({
      ...{ horizon: 'any', n: 3, brier: 0.0967, log_score: 0.3635 }, // (.2231 + .3567 + .5108) ÷ 3
      reference: { base_rate: 0.2092, counting_articles: 0.2923 },
      skill: { base_rate: 0.5378, counting_articles: 0.6693 },
      calibration_error: 0.3, // (.2 + .3 + .4) ÷ 3
      left_out: { window_running: 1, not_assessed: 0, undecided: 1 },
      curve: [
        { said: 0.35, said_from: 0.3, said_to: 0.4, happened: 0, n: 2 },
        { said: 0.8, said_from: 0.8, said_to: 0.8, happened: 1, n: 1 },
      ],
      decomposition: { miscalibration: 0.0967, discrimination: 0.2222, uncertainty: 0.2222 },
    });
  });

  it('is scored at fixed horizons', async () => {
    const shown = await read('/v1/calibration?horizon=30d');
    expect(shown).toMatchObject({ horizon: '30d', n: 3, brier: 0.1367, left_out: { not_assessed: 0 } }); // .6, .3, .4
    expect(shown.by_horizon.map(({ horizon, n, brier }: Body) => [horizon, n, brier])).toEqual([
      ['7d', 3, 0.0967],
      ['30d', 3, 0.1367],
      ['90d', 0, null],
      ['any', 3, 0.0967],
    ]);
    expect(await read('/v1/calibration?horizon=90d')).toMatchObject({
      ...{ n: 0, brier: null, skill: { base_rate: null, counting_articles: null }, decomposition: null },
      ...{ curve: [], band: [], left_out: { not_assessed: 3 } },
    });
  });

  it('is told by what it is about, and can be asked for so', async () => {
    const shown = await read('/v1/calibration');
    expect(shown.by_kind.map(({ key, n, brier }: Body) => [key, n, brier])).toEqual([
      ['partner', 2, 0.065],
      ['launch', 1, 0.16],
    ]);
    expect(shown.by_company).toMatchObject([{ key: 'orvane', n: 3 }]);
    expect(await read('/v1/calibration?kind=launch')).toMatchObject({ kind: 'launch', n: 1, brier: 0.16 });
    expect(await read('/v1/calibration?company=halden')).toMatchObject({ n: 0, left_out: { undecided: 1 } });
    expect(await read('/v1/calibration?from=2022-03-02')).toMatchObject({ n: 0 });
  });

  it('waits until the window of a date is over, true or not', async () => {
    on('2023-01-01');
    await believe(server, kept.may.rumor, 0.1);
    const shown = await read('/v1/calibration');
    expect(shown).toMatchObject({ n: 4, left_out: { window_running: 0 } });
  });

  it('answers of a past day what was answered then', async () => {
    for (const [day, answer] of answers)
      expect(await read(`/v1/calibration?as_of=${day}`)).toEqual({ ...(answer as object), as_of: expect.any(String) });
  });

  it('is what it was once an outcome is taken back and found again', async () => {
    const before = await read('/v1/calibration');
    await unsettle(server, kept.zeiss);
    expect(await read('/v1/calibration')).toMatchObject({ n: 3 });
    await settle(server, kept.zeiss, 'false', '2022-03-01');
    expect(await read('/v1/calibration')).toEqual({ ...before, as_of: expect.any(String) });
  });
});
