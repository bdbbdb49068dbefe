import { Database } from '../src/platform/database/database.js';
import { Lease } from '../src/refresh/lease.entity.js';
import { LEASE_TTL_MS, Leases, type Hold } from '../src/refresh/leases.service.js';
import { RefreshJob } from '../src/refresh/refresh-job.entity.js';
import { RefreshJobs } from '../src/refresh/refresh-jobs.service.js';
import { RefreshQueue } from '../src/refresh/refresh-queue.service.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { Refresh } from '../src/refresh/refresh.service.js';
import { OPERATOR } from '../src/access/actor.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { DATABASES } from './support/databases.js';
import { tell, type Told } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CLOCK = '2022-05-23T12:00:00Z';
const STORY: Told = { source: 'Ledger', on: '2022-05-23', subject: 'partner', value: 'Leica' };

describe.each(DATABASES)('programs that refresh one %s', (database) => {
  let one: Program;
  let other: Program;

  beforeEach(async () => {
    one = await startProgram(database, { clock: CLOCK });
    other = await startProgram(database, { clock: CLOCK, databaseUrl: one.databaseUrl });
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  const jobs = () => one.get(Database).rows.find(RefreshJob, { where: {}, order: { id: 'ASC' } });
  const ended = async () => (await jobs()).filter(({ finishedAt }) => finishedAt !== null);
  const tick = (program: Program) => program.get(RefreshSchedule).tick();
  const advance = (milliseconds: number) => [one, other].forEach((program) => program.clock.advance(milliseconds));
  const rumors = () => one.get(Database).rows.find(Rumor);

  /** A job that a program has begun, and does not go on with. */
  const beginAndStop = async (program: Program): Promise<Hold> => {
    await program.get(RefreshQueue).plan();
    const hold = await program.get(Leases).take('refresh');
    await program.get(RefreshQueue).take(hold!);
    return hold!;
  };

  it('catch up once what was missed, and go on from there', async () => {
    await tick(one);
    advance(5 * HOUR);
    await tick(other);
    advance(59 * MINUTE);
    await tick(one);
    expect(await ended()).toHaveLength(2);
    advance(MINUTE);
    await tick(one);
    expect(await ended()).toHaveLength(3);
  });

  it.each([
    ['two hours on', 2 * HOUR, 2],
    ['three hours back, where the next one seems far away', -3 * HOUR, 2],
    ['half an hour back, where the next one is soon', -30 * MINUTE, 1],
  ])('are not led astray by a clock that jumps %s', async (_name, jump, expected) => {
    await tick(one);
    advance(jump);
    await tick(one);
    await tick(other);
    expect(await ended()).toHaveLength(expected);
    advance(HOUR);
    await tick(other);
    expect((await ended()).length).toBeLessThanOrEqual(expected + 1);
    advance(HOUR);
    await tick(one);
    expect((await ended()).length).toBeGreaterThan(expected);
  });

  it('leave a job alone while its holder is heard of, and take it over and end it when it is not', async () => {
    await tell(one, STORY);
    await beginAndStop(one);
    advance(2 * LEASE_TTL_MS - 1);
    await tick(other);
    expect(await jobs()).toMatchObject([{ status: 'running', fence: 1, attempts: 1 }]);
    advance(1);
    await tick(other);
    expect(await ended()).toMatchObject([{ status: 'succeeded', fence: 2, attempts: 2, counts: { weighed: 1 } }]);
    expect(await rumors()).toMatchObject([{ dueAt: null }]);
  });

  it('give up a job that ends its process again and again', async () => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await beginAndStop(one);
      advance(2 * LEASE_TTL_MS);
    }
    await tick(other);
    expect(await ended()).toMatchObject([{ status: 'failed', attempts: 3, errors: [{ code: 'abandoned' }] }]);
  });

  it('let nobody write who has lost the lease', async () => {
    await tell(one, STORY);
    const stale = await beginAndStop(one);
    advance(2 * LEASE_TTL_MS);
    const fresh = await other.get(Leases).take('refresh');
    const write = (program: Program, hold: Hold) =>
      program.get(Database).transaction(async (rows) => {
        await rows.update(Rumor, { status: 'open' }, { version: 77 });
        await program.get(Leases).confirm(hold);
      });
    await expect(write(one, stale)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await rumors()).toMatchObject([{ version: 1 }]);
    await write(other, fresh!);
    expect(await rumors()).toMatchObject([{ version: 77 }]);
    await one.get(Leases).release(stale);
    await write(other, fresh!);
  });

  it('stop a run whose lease is taken over while it works, and let the other one end it', async () => {
    for (const value of ['Leica', 'Zeiss', 'Nikon']) await tell(one, { ...STORY, value, device: `Orvane ${value}` });
    await one.get(RefreshJobs).request({}, 'cli', OPERATOR);
    let taken: Promise<void> | undefined;
    const run = one.get(Refresh).runDue(() => {
      if (taken) return;
      other.clock.advance(2 * LEASE_TTL_MS);
      taken = other.get(Refresh).runDue();
    });
    await expect(run).rejects.toMatchObject({ code: 'lease-lost' });
    await taken;
    expect(await ended()).toMatchObject([{ status: 'succeeded', fence: 2 }]);
    expect((await rumors()).every(({ probability }) => probability !== null)).toBe(true);
    expect(await one.get(Database).rows.find(Lease)).toMatchObject([{ fence: 2, renewedAt: null }]);
  });

  it('hand on what one of them cannot end before it is closed', async () => {
    for (const value of ['Leica', 'Zeiss', 'Nikon']) await tell(one, { ...STORY, value, device: `Orvane ${value}` });
    await other.get(RefreshJobs).request({}, 'cli', OPERATOR);
    let closing: Promise<void> | undefined;
    await other.get(Refresh).runDue(() => void (closing ??= other.get(Refresh).beforeApplicationShutdown()));
    await closing;
    expect(await jobs()).toMatchObject([{ status: 'queued', fence: null, attempts: 0 }]);
    await one.get(Refresh).runDue();
    expect(await jobs()).toMatchObject([{ status: 'succeeded', attempts: 1 }]);
  });

  it('take a second request for the one that waits, and refuse it while one is under way', async () => {
    const first = await one.get(RefreshJobs).request({}, 'api', OPERATOR);
    expect(await other.get(RefreshJobs).request({}, 'cli', OPERATOR)).toMatchObject({ id: first.id, cause: 'api' });
    let second: Promise<unknown> | undefined;
    await other.get(Refresh).runDue(() => {
      second ??= other.get(RefreshJobs).request({}, 'cli', OPERATOR);
      second.catch(() => undefined);
    });
    const errors = [{ code: 'refresh-running', detail: `/v1/refresh-jobs/${first.id}` }];
    await expect(second).rejects.toMatchObject({ kind: 'conflict', code: 'refresh-running', errors });
    await expect(other.get(RefreshJobs).request({}, 'cli', OPERATOR)).resolves.toMatchObject({ status: 'queued' });
  });

  it('call off what waits at once, and what runs after its slice', async () => {
    await tell(one, STORY);
    const waiting = await one.get(RefreshJobs).request({}, 'api', OPERATOR);
    expect(await other.get(RefreshJobs).cancel(waiting.id, OPERATOR)).toMatchObject({ status: 'cancelled' });
    const running = await one.get(RefreshJobs).request({}, 'api', OPERATOR);
    let asked: Promise<unknown> | undefined;
    await one.get(Refresh).runDue(() => void (asked ??= other.get(RefreshJobs).cancel(running.id, OPERATOR)));
    await asked;
    expect(await one.get(RefreshJobs).get(running.id)).toMatchObject({ status: 'cancelled' });
    expect(await rumors()).toMatchObject([{ probability: null }]);
    const again = one.get(RefreshJobs).cancel(running.id, OPERATOR);
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'job-finished' });
  });

  it('refresh one device alone where that is asked for', async () => {
    const { rumor } = await tell(one, STORY);
    const { rumor: elsewhere } = await tell(one, { ...STORY, device: 'Halden One' });
    await one.get(RefreshJobs).request({ scope: 'device', target: rumor.deviceId }, 'cli', OPERATOR);
    await one.get(Refresh).runDue();
    const weighed = (await rumors()).filter(({ probability }) => probability !== null);
    expect(weighed.map(({ id }) => id)).toEqual([rumor.id]);
    expect(elsewhere.deviceId).not.toBe(rumor.deviceId);
  });

  it.each([
    [{ scope: 'device' as const }, 'missing-target'],
    [{ scope: 'all' as const, target: 'orvane-halo' }, 'unexpected-target'],
    [{ scope: 'device' as const, target: 'nothing' }, 'unknown-device'],
  ])('refuse %j', async (act, code) => {
    await expect(one.get(RefreshJobs).request(act, 'api', OPERATOR)).rejects.toMatchObject({ code });
  });
});
