import { In } from 'typeorm';
import { Assessment } from '../src/assessments/assessment.entity.js';
import { Device } from '../src/devices/device.entity.js';
import { MODEL_VERSION } from '../src/engine/confidence/index.js';
import { Event } from '../src/events/event.entity.js';
import { Database } from '../src/platform/database/database.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { Source } from '../src/sources/source.entity.js';
import { DATABASES } from './support/databases.js';
import { publish, tell, type Told } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const JULY: Told = { source: 'Ledger', on: '2022-05-23', subject: 'launch.date', value: '2022-07' };

describe.each(DATABASES)('a refresh on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2022-05-23T12:00:00Z' });
  });
  afterEach(() => program.close());

  const rows = () => program.get(Database).rows;
  const rumorOf = (id: string) => rows().findOneByOrFail(Rumor, { id });
  const assessmentsOf = (rumorId: string) => rows().find(Assessment, { where: { rumorId }, order: { id: 'ASC' } });
  /** Lets the clock run on, and the schedule look once. */
  const refreshAfter = async (milliseconds: number) => {
    program.clock.advance(milliseconds);
    await program.get(RefreshSchedule).tick();
    const [job] = await rows().find(RefreshJob, {
      where: { status: In(['succeeded', 'partial', 'failed']) },
      order: { startedAt: 'DESC' },
      take: 1,
    });
    return job!;
  };

  it('weighs what a crash has left behind, with its cause', async () => {
    const { rumor, evidenceId } = await tell(program, JULY);
    const { status, counts } = await refreshAfter(0);
    expect([status, counts]).toMatchObject(['succeeded', { lapsed: 0, sources: 0, weighed: 1, changed: 1 }]);
    const [assessment] = await assessmentsOf(rumor.id);
    expect(assessment?.causes).toEqual([
      { kind: 'opened', ids: [rumor.id] },
      { kind: 'evidence', ids: [evidenceId] },
    ]);
    expect(await rumorOf(rumor.id)).toMatchObject({ dueAt: null, dueCauses: null, weighedModel: MODEL_VERSION });
  });

  it('weighs by age once a day, and writes only what changed', async () => {
    const { rumor } = await publish(program, JULY);
    const fresh = await publish(program, { ...JULY, subject: 'price', value: 'EUR 999', stance: 'mentions' });
    const [first] = await assessmentsOf(rumor.id);
    expect((await refreshAfter(2 * HOUR)).counts).toMatchObject({ weighed: 0, changed: 0 });
    expect((await refreshAfter(DAY)).counts).toMatchObject({ weighed: 2, changed: 1 });
    expect((await refreshAfter(2 * HOUR)).counts).toMatchObject({ weighed: 0, changed: 0 });
    const [, second, ...more] = await assessmentsOf(rumor.id);
    expect([second?.causes, more]).toEqual([[{ kind: 'age', ids: [] }], []]);
    expect(second!.probability).toBeLessThan(first!.probability);
    expect(await assessmentsOf(fresh.rumor.id)).toHaveLength(1);
  });

  it('weighs again what another model has weighed', async () => {
    const { rumor } = await publish(program, JULY);
    const { rumor: other } = await publish(program, { ...JULY, subject: 'price', value: 'EUR 999' });
    await program.get(Database).transaction(async (write) => {
      await write.update(Rumor, { id: rumor.id }, { weighedModel: '2000.01', probability: 0.9 });
    });
    expect((await refreshAfter(0)).counts).toMatchObject({ weighed: 1, changed: 1 });
    expect((await assessmentsOf(rumor.id)).at(-1)).toMatchObject({
      modelVersion: MODEL_VERSION,
      causes: [{ kind: 'model', ids: [] }],
    });
    expect((await rumorOf(rumor.id)).weighedModel).toBe(MODEL_VERSION);
    expect(await assessmentsOf(other.id)).toHaveLength(1);
  });

  it('comes to the numbers of the increments, whatever the order of arrival', async () => {
    const stories: Told[] = [
      JULY,
      { ...JULY, source: 'Courier', on: '2022-05-20', value: '2022-08', grade: 'B' },
      { ...JULY, source: 'Harbour', on: '2022-05-21', stance: 'refutes' },
      { ...JULY, source: 'Ledger', on: '2022-05-22', subject: 'partner', value: 'Leica', certainty: 'official' },
      { ...JULY, source: 'Courier', on: '2022-05-19', value: '2022-07-01/2022-09-30', grade: 'B' },
    ];
    for (const story of stories) await publish(program, story);
    await refreshAfter(3 * DAY);
    const other = await startProgram(database, { clock: '2022-05-26T12:00:00Z' });
    for (const story of stories.toReversed()) await tell(other, story);
    await other.get(RefreshSchedule).tick();
    const numbersIn = async (of: Program) => {
      const all = await of.get(Database).rows.find(Rumor, { order: { value: 'ASC' } });
      return all.map(({ value, probability, low, high, firmProbability }) => [
        value,
        ...[probability, low, high, firmProbability].map((number) => Number(number?.toFixed(12))),
      ]);
    };
    expect(await numbersIn(program)).toEqual(await numbersIn(other));
    expect(await numbersIn(other)).toHaveLength(4);
    await other.close();
  });

  it('lets a window lapse that is over by 30 days, without a verdict', async () => {
    const { rumor } = await publish(program, JULY);
    const { rumor: quarter } = await publish(program, { ...JULY, value: '2022-07-01/2022-09-30' });
    program.clock.hold(Date.parse('2022-08-29T23:59:00Z'));
    expect((await refreshAfter(0)).counts.lapsed).toBe(0);
    const { probability } = await rumorOf(rumor.id);
    expect((await refreshAfter(HOUR)).counts.lapsed).toBe(1);
    expect(await rumorOf(rumor.id)).toMatchObject({ status: 'lapsed', outcome: null, probability });
    expect(await rumorOf(quarter.id)).toMatchObject({ status: 'open' });
    const told = await rows().findBy(Event, { type: 'rumor.lapsed' });
    expect(told.map(({ subject, data }) => [subject, JSON.parse(data) as unknown])).toEqual([
      [rumor.id, { window_ends_on: '2022-07-31', reason: 'window over, outcome not recorded' }],
    ]);
  });

  it('on the clock of years later, lets July 2022 lapse and keeps its number', async () => {
    const { rumor } = await publish(program, JULY);
    program.clock.hold(Date.parse('2026-11-24T06:00:00Z'));
    await refreshAfter(0);
    const { status, probability } = await rumorOf(rumor.id);
    expect(status).toBe('lapsed');
    await refreshAfter(40 * DAY);
    expect((await rumorOf(rumor.id)).probability).toBe(probability);
    const { headlineProbability, headlineRumorId } = await rows().findOneByOrFail(Device, {});
    expect([headlineProbability, headlineRumorId]).toEqual([probability, rumor.id]);
  });

  it('puts the counts of a source right', async () => {
    await publish(program, JULY);
    const { id, reportCount } = await rows().findOneByOrFail(Source, { name: 'Ledger' });
    await program.get(Database).transaction((write) => write.update(Source, { id }, { reportCount: 7 }));
    expect((await refreshAfter(0)).counts.sources).toBe(1);
    expect((await rows().findOneByOrFail(Source, { id })).reportCount).toBe(reportCount);
    expect((await refreshAfter(2 * HOUR)).counts.sources).toBe(0);
  });

  it('goes on without a question that cannot be weighed, and says so', async () => {
    const { rumor: broken } = await tell(program, JULY);
    const { rumor } = await tell(program, { ...JULY, subject: 'partner', value: 'Leica' });
    await program.get(Database).transaction((write) => write.update(Rumor, { id: broken.id }, { value: 'soon' }));
    const { status, errors, counts } = await refreshAfter(0);
    expect([status, counts.weighed]).toEqual(['partial', 1]);
    expect(errors).toMatchObject([{ about: `${rumor.deviceId} launch.date` }]);
    expect((await rumorOf(rumor.id)).probability).not.toBeNull();
    expect((await rumorOf(broken.id)).probability).toBeNull();
  });
});
