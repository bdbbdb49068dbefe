import threads from 'node:worker_threads';
import { In } from 'typeorm';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Assessment } from '../src/assessments/assessment.entity.js';
import { CopyingLessons } from '../src/calibration/copying-lessons.service.js';
import { HeardQuestions } from '../src/calibration/heard-questions.service.js';
import { copiersInThread } from '../src/calibration/learning-thread.js';
import { OPERATOR } from '../src/access/actor.js';
import { Database } from '../src/platform/database/database.js';
import { Fault } from '../src/platform/fault.js';
import { Lease } from '../src/refresh/lease.entity.js';
import { LEASE_TTL_MS, Leases } from '../src/refresh/leases.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { RefreshQueue } from '../src/refresh/refresh-queue.service.js';
import { RefreshRun, Stopped } from '../src/refresh/refresh-run.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { SourceCopying } from '../src/sources/source-copying.entity.js';
import type { CopyingPair } from '../src/sources/source-copyings.service.js';
import { Source } from '../src/sources/source.entity.js';
import { DATABASES } from './support/databases.js';
import { publish, tell } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const DAY = 86_400_000;
const keyOf = (pair: CopyingPair): string => `${pair.sourceId} ${pair.otherId}`;
/** Devices of whose chip Courier invents something, and Echo repeats it. */
const INVENTED = 12;

describe.each(DATABASES)('what a refresh does beside its slices on %s', (database) => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram(database, { clock: '2022-05-23T12:00:00Z', settings: { learningThreadFrom: 0 } });
  });
  afterAll(() => program.close());

  const rows = () => program.get(Database).rows;
  const never = new AbortController().signal;
  const says = (source: string, day: number, device: number, value: string) => {
    const on = `2022-05-${String(day).padStart(2, '0')}`;
    return tell(program, { source, on, device: `Orvane ${device}`, subject: 'chipset', value });
  };

  it('finds who copies in a thread of its own, as it would without one', async () => {
    for (let device = 0; device < INVENTED; device += 1) {
      await says('Ledger', 3, device, `Kestrel ${device}`);
      await says('Gazette', 4, device, `Kestrel ${device}`);
      await says('Courier', 1, device, `Vortex ${device}`);
      await says('Echo', 2, device, `Vortex ${device}`);
    }
    await program.get(RefreshSchedule).tick();
    const order = { sourceId: 'ASC', otherId: 'ASC' } as const;
    const stored = await rows().find(SourceCopying, { where: {}, order });
    const pairs = stored.map(({ sourceId, otherId, pDep, common }) => ({ sourceId, otherId, pDep, common }));
    const named = await rows().find(Source, { where: { name: In(['Courier', 'Echo']) }, order: { id: 'ASC' } });
    const [sourceId, otherId] = named.map(({ id }) => id);
    expect(pairs).toContainEqual({ sourceId, otherId, pDep: expect.any(Number) as number, common: INVENTED });
    const here = await startProgram(database, { clock: '2022-05-23T12:00:00Z', databaseUrl: program.databaseUrl });
    const lesson = await here.get(CopyingLessons).learn(never);
    await here.close();
    expect(lesson.due).toEqual([]);
    expect(lesson.pairs.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))).toEqual(pairs);
    const echoed = await rows().findOneByOrFail(Rumor, { value: 'Vortex 1' });
    const [last] = await rows().find(Assessment, { where: { rumorId: echoed.id }, order: { id: 'DESC' }, take: 1 });
    const copying = last?.causes.find(({ kind }) => kind === 'copying');
    expect(copying?.ids).toEqual(expect.arrayContaining([sourceId, otherId]));
  });

  it('says so where the thread ends before it has an answer, and where nobody waits for one any more', async () => {
    const heard = program.get(HeardQuestions);
    const sources = await heard.established();
    async function* unreadable() {
      for await (const batch of heard.batches(sources)) {
        yield { ...batch, claims: batch.claims.map((claim) => ({ ...claim, value: null as never })) };
      }
    }
    await expect(copiersInThread(sources, unreadable(), never)).rejects.toMatchObject({
      kind: 'internal',
      code: 'learning-ended',
    });
    const left = AbortSignal.abort(new Stopped('called-off'));
    await expect(copiersInThread(sources, heard.batches(sources), left)).rejects.toThrow(Stopped);
  });

  /** Requests a refresh and runs it to its end. */
  const refreshed = async (): Promise<RefreshJob> => {
    const requested = await program.get(RefreshJobs).request({}, 'api', OPERATOR);
    await program
      .get(Refresh)
      .runDue()
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'learning-ended' }));
    return rows().findOneByOrFail(RefreshJob, { id: requested.id });
  };

  it('fails a whole job whose thread is ended from outside, keeps what it knew, and the next one succeeds', async () => {
    const known = await rows().find(SourceCopying, { where: {} });
    const { Worker } = threads;
    const killed = jest.spyOn(threads, 'Worker').mockImplementation((file, options) => {
      const worker = new Worker(file, options);
      void worker.terminate();
      return worker;
    });
    const failed = await refreshed().finally(() => killed.mockRestore());
    expect(failed).toMatchObject({ status: 'failed', errors: [{ about: failed.id, code: 'learning-ended' }] });
    expect(known.length).toBeGreaterThan(0);
    expect(await rows().find(SourceCopying, { where: {} })).toEqual(known);
    expect(await refreshed()).toMatchObject({ status: 'succeeded', errors: [] });
  });

  /** A job that is begun, with what it needs to run. */
  const begun = async (): Promise<RefreshRun> => {
    const [leases, queue] = [program.get(Leases), program.get(RefreshQueue)];
    await program.get(RefreshJobs).request({}, 'api', OPERATOR);
    const hold = await leases.take('refresh');
    const job = await queue.take(hold!);
    const desk = { database: program.get(Database), leases, queue, watch: () => undefined, isEnding: () => false };
    return new RefreshRun(job!, hold!, desk);
  };
  const renewedAt = async () => (await rows().findOneByOrFail(Lease, { name: 'refresh' })).renewedAt;

  it('keeps the lease while something takes long, and hears who calls the job off', async () => {
    const run = await begun();
    const works = async (signal: AbortSignal): Promise<never> => {
      program.clock.advance(LEASE_TTL_MS);
      while ((await renewedAt()) !== program.clock.now()) await new Promise((next) => setTimeout(next, 20));
      await program.get(RefreshJobs).cancel(run.job.id, OPERATOR);
      for (;;) {
        signal.throwIfAborted();
        await new Promise((next) => setTimeout(next, 20));
      }
    };
    await expect(run.alongside(works)).rejects.toMatchObject({ reason: 'called-off' });
    await program.get(Leases).release(run.hold);
    await program.get(Database).transaction(() => program.get(RefreshQueue).end(run.job, 'cancelled', run.progress));
  });

  it('ends with what went wrong, and with the loss of the lease', async () => {
    const run = await begun();
    await expect(run.alongside(() => Promise.reject(new Fault('internal', 'learning-ended', 'gone')))).rejects.toThrow(
      'gone',
    );
    await program.get(Leases).release(run.hold);
    const lost = run.alongside(async (signal) => {
      while (!signal.aborted) await new Promise((next) => setTimeout(next, 20));
      signal.throwIfAborted();
    });
    await expect(lost).rejects.toMatchObject({ code: 'lease-lost' });
    await program.get(Database).transaction(() => program.get(RefreshQueue).end(run.job, 'cancelled', run.progress));
  });

  it('weighs within the act what has changed since it was weighed ahead of it', async () => {
    const told = { source: 'Ledger', on: '2022-05-23', subject: 'partner', value: 'Leica' };
    const { rumor } = await publish(program, told);
    const { rumor: other } = await publish(program, { ...told, device: 'Orvane Nova' });
    program.clock.advance(3 * DAY);
    const keys = [rumor, other].map(({ deviceId, question }) => ({ deviceId, question, byAgeAlone: true }));
    const assessor = program.get(Assessor);
    const weighed = await assessor.weighAhead(keys);
    const { evidenceId } = await tell(program, { ...told, source: 'Courier', on: '2022-05-25' });
    const { effects } = await assessor.keep(weighed);
    expect(effects.map(({ rumorId }) => rumorId).sort()).toEqual([rumor.id, other.id].sort());
    const causesOf = async (rumorId: string) =>
      (await rows().find(Assessment, { where: { rumorId }, order: { id: 'DESC' }, take: 1 }))[0]!.causes;
    expect(await causesOf(rumor.id)).toEqual([{ kind: 'evidence', ids: [evidenceId] }]);
    expect(await causesOf(other.id)).toEqual([{ kind: 'age', ids: [] }]);
    expect((await rows().findOneByOrFail(Rumor, { id: rumor.id })).dueAt).toBeNull();
  });
});
