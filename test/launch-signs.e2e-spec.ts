import { DATABASES } from './support/databases.js';
import { publish, type Kept, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';

interface Explanation {
  readonly confidence: { readonly probability: number };
  readonly log_odds: number;
  readonly steps: readonly (Readonly<Record<string, unknown>> & { readonly log_odds_delta: number })[];
  readonly text: string;
}

describe.each(DATABASES)('signs of a launch on %s', (database) => {
  let server: Server;
  let devices = 0;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
  });
  afterAll(() => server.close());

  const device = (): ((told: Partial<Told>) => Promise<Kept>) => {
    const name = `Orvane Halo ${(devices += 1)}`;
    return (told) =>
      publish(server, {
        source: 'Ledger',
        on: '2029-05-20',
        subject: 'launch.date',
        value: '2029-07',
        ...told,
        device: name,
      });
  };
  const explained = async ({ rumor }: Kept): Promise<Explanation> =>
    (await server.call('GET', `/v1/rumors/${rumor.id}/explanation`, { role: 'editor' })).body as Explanation;
  const filing: Partial<Told> = {
    ...{ source: 'Radio Office', kind: 'regulator', on: '2029-05-21' },
    ...{ subject: 'battery.capacity', value: '5000 mAh' },
  };

  it('makes the days after a filing likelier at once, and says by what', async () => {
    const told = device();
    const july = await told({});
    const before = await explained(july);
    const filed = await told(filing);
    const after = await explained(july);
    const oddsOf = ({ confidence: { probability } }: Explanation): number => probability / (1 - probability);
    expect(oddsOf(after) / oddsOf(before)).toBeCloseTo(2, 2);
    expect(after.steps.find(({ kind }) => kind === 'launch_sign')).toMatchObject({
      ...{ sign: 'filing', evidence_id: filed.evidenceId, report_id: filed.reportId, source_name: 'Radio Office' },
      ...{ published_on: '2029-05-21', within_days: 180 },
    });
    const sum = after.steps.reduce((total, step) => total + step.log_odds_delta, 0);
    expect(Math.abs(sum - after.log_odds)).toBeLessThan(1e-9);
    expect(after.text).toContain('A filing (Radio Office) is expected to be followed by the launch within 180 days');
    const history = await server.call('GET', `/v1/rumors/${july.rumor.id}/history`, { role: 'editor' });
    expect(JSON.stringify(history.body)).toContain('related_rumor');
  });

  it.each<[string, Partial<Told>]>([
    ['what an outlet says of the same', { kind: 'outlet', source: 'Courier' }],
    ['a filing that denies', { stance: 'refutes' }],
    ['a filing in another region', { region: 'CN' }],
  ])('hears no sign in %s', async (_case, change) => {
    const told = device();
    const july = await told({});
    await told({ ...filing, ...change });
    expect((await explained(july)).steps.map(({ kind }) => kind)).not.toContain('launch_sign');
  });
});
