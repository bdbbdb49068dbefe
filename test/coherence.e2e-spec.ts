import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Contradictions } from '../src/assessments/contradictions.service.js';
import { viewContradiction } from '../src/assessments/contradiction.view.js';
import { EvidenceReview } from '../src/evidence/evidence-review.service.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept, type Told } from './support/newsroom.js';
import { startServer, type Server } from './support/server.js';

type Shown = Readonly<Record<string, number & string>>;

describe.each(DATABASES)('what one claim says of another, on %s', (database) => {
  let server: Server;
  let devices = 0;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2029-05-22T12:00:00Z' });
  });
  afterAll(() => server.close());

  /** Tells of a device of its own; the last words of what is told are those of one source each. */
  const device = (): ((told: Partial<Told>) => Promise<Kept>) => {
    const name = `Orvane Halo ${(devices += 1)}`;
    return (told) =>
      publish(server, {
        source: 'Ledger',
        on: '2029-05-20',
        subject: 'existence',
        value: 'yes',
        ...told,
        device: name,
      });
  };
  const read = async <Body>(path: string) => (await server.call('GET', path, { role: 'editor' })).body as Body;
  const chance = async ({ rumor }: Kept): Promise<number> =>
    (await read<{ confidence: { probability: number } }>(`/v1/rumors/${rumor.id}`)).confidence.probability;
  const headline = async ({ rumor }: Kept) => (await read<{ exists: Shown }>(`/v1/devices/${rumor.deviceId}`)).exists;

  it('lets a device exist that is to be launched, whichever was told first', async () => {
    const told = device();
    const doubt = await told({ stance: 'refutes' });
    const before = await chance(doubt);
    const launch = await told({ source: 'Courier', grade: 'A', subject: 'launch.date', value: '2029-07' });
    expect(before).toBeLessThan(await chance(launch));
    expect(await chance(doubt)).toBe(await chance(launch));

    const explained = await read<{
      steps: Shown[];
      log_odds: number;
      text: string;
    }>(`/v1/rumors/${doubt.rumor.id}/explanation`);
    expect(explained.steps.at(-1)).toMatchObject({
      ...{ kind: 'related_rumor', rumor_id: launch.rumor.id, relation: 'implies', claim: 'Launches in July 2029' },
    });
    const sum = explained.steps.reduce((total, step) => total + (step['log_odds_delta'] ?? 0), 0);
    expect(Math.abs(sum - explained.log_odds)).toBeLessThan(1e-9);
    expect(explained.text).toContain('Implied by “Launches in July 2029”');

    const other = device();
    await other({ source: 'Courier', grade: 'A', subject: 'launch.date', value: '2029-07' });
    expect(await chance(await other({ stance: 'refutes' }))).toBe(await chance(doubt));
  });

  it('shows one number for existence on the page of a device', async () => {
    const told = device();
    const launch = await told({ source: 'Courier', grade: 'A', subject: 'launch.date', value: '2029-07' });
    expect(await headline(launch)).toMatchObject({ probability: await chance(launch), derived: true });
    const claim = await told({ stance: 'refutes' });
    expect(await headline(launch)).toMatchObject({ probability: await chance(claim), derived: false });
    const history = await read<{ data: unknown[] }>(`/v1/rumors/${claim.rumor.id}/history`);
    expect(history.data).toHaveLength(1);
  });

  it('takes a launch back with the cancellation that ended it, and gives it back with that', async () => {
    const told = device();
    const launch = await told({ subject: 'launch.date', value: '2029-07' });
    const before = await chance(launch);
    const end = await told({
      source: 'Herald',
      grade: 'A',
      subject: 'status',
      value: 'cancelled',
      certainty: 'official',
    });
    const held = await chance(launch);
    expect(held).toBeLessThan(before);
    const history = await read<{ data: { cause: object[] }[] }>(`/v1/rumors/${launch.rumor.id}/history`);
    expect(history.data.at(-1)!.cause).toEqual([{ kind: 'related_rumor', ids: [end.rumor.id] }]);
    const window = await read(`/v1/devices/${launch.rumor.deviceId}/launch-window?by=2029-07-31`);
    expect(window).toMatchObject({ probability_by: { probability: held } });

    await server
      .get(EvidenceReview)
      .revise(end.evidenceId, { status: 'withdrawn', reason: 'another device' }, null, OPERATOR);
    await server.get(Assessor).assessDue();
    expect(await chance(launch)).toBe(before);
  });

  it('keeps contradictions for the editor, from when they are found until they are over', async () => {
    const told = device();
    const launch = await told({
      source: 'Courier',
      grade: 'A',
      subject: 'launch.date',
      value: '2029-07',
      certainty: 'official',
    });
    const list = () => server.get(Contradictions).list(launch.rumor.deviceId);
    expect(await list()).toEqual([]);
    const autumn = await told({
      source: 'Herald',
      grade: 'A',
      subject: 'launch.date',
      value: '2029-10',
      certainty: 'official',
    });
    const [row] = await list();
    expect(viewContradiction(row!)).toMatchObject({
      kind: 'rivals',
      device: { id: launch.rumor.deviceId },
      rumors: [{ id: launch.rumor.id }, { id: autumn.rumor.id, text: 'Launches in October 2029' }],
      why: '“Launches in July 2029” and “Launches in October 2029” exclude each other, and each would be more likely than not by itself.',
      since: '2029-05-22T12:00:00.000Z',
    });
    await told({ source: 'Gazette', grade: 'A', subject: 'status', value: 'cancelled', certainty: 'official' });
    expect((await list()).map(({ kind }) => kind).sort()).toEqual(['rivals']);
    await server
      .get(EvidenceReview)
      .revise(autumn.evidenceId, { status: 'withdrawn', reason: 'another device' }, null, OPERATOR);
    await server.get(Assessor).assessDue();
    expect((await list()).map(({ kind, other }) => [kind, other?.value])).toEqual([['given_up', 'cancelled']]);
    expect(await server.get(Contradictions).list('dev_other')).toEqual([]);
  });
});
