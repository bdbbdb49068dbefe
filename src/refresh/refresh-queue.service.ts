import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { SYSTEM } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Settings } from '../platform/settings.js';
import type { Hold } from './leases.service.js';
import { freshJob, RefreshJob, type JobError, type JobStatus } from './refresh-job.entity.js';

/** How often a job is begun before it is given up. */
const ATTEMPTS = 3;
/** How long jobs are kept after their end. */
const KEPT_MS = 30 * 86_400_000;

/** How far a job is. */
export type JobState = Pick<RefreshJob, 'phase' | 'done' | 'total' | 'counts' | 'errors'>;

/** The jobs that wait, the one that is next, and what is known of the one that runs. */
@Injectable()
export class RefreshQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes sure that the schedule has one job waiting or running: due one interval after the last one began, or at once.
   * However long nothing ran, what was missed is caught up once. The end of an embargo brings it forward.
   */
  plan(): Promise<void> {
    return this.database.transaction(async (rows) => {
      const now = this.clock.now();
      const planned = await rows.findOneBy(RefreshJob, { cause: 'schedule', status: In(['queued', 'running']) });
      if (planned?.status === 'queued' && planned.dueAt > now && (await this.hasEmbargoEnded(now))) {
        await rows.update(RefreshJob, { id: planned.id }, { dueAt: now, updatedAt: now });
      }
      if (planned) return;
      const before = { cause: 'schedule' as const, startedAt: LessThanOrEqual(now) };
      const [last] = await rows.find(RefreshJob, { where: before, order: { startedAt: 'DESC' }, take: 1 });
      const begun = last?.startedAt ?? null;
      const dueAt = begun === null ? now : begun + this.settings.refreshIntervalMs;
      const target = { deviceId: null, subscriptionId: null };
      const request = { scope: 'all', ...target, cause: 'schedule', requestedBy: SYSTEM.name } as const;
      await rows.insert(RefreshJob, freshJob(request, now, dueAt));
    });
  }

  /** Does something once the jobs that are asked for in the open act can be seen. */
  onceKept(act: () => void): void {
    this.database.afterwards(act);
  }

  /** Whether a job may begin, or one runs that its process may have left behind. */
  async hasWork(): Promise<boolean> {
    return this.database.rows.existsBy(RefreshJob, [{ status: 'running' }, ...this.due()]);
  }

  /**
   * The job that the holder of the lease is to do, marked as running: one that a process has left behind, else the one
   * that has waited longest; null if nothing is due. One that was begun too often is given up.
   */
  take({ fence }: Hold): Promise<RefreshJob | null> {
    return this.database.transaction(async (rows) => {
      const left = await rows.find(RefreshJob, { where: { status: 'running' }, order: { id: 'ASC' } });
      for (const job of left.filter(({ attempts }) => attempts >= ATTEMPTS)) await this.giveUp(job);
      const resumed = left.find(({ attempts }) => attempts < ATTEMPTS);
      const job =
        resumed ?? (await rows.findOne(RefreshJob, { where: this.due(), order: { dueAt: 'ASC', id: 'ASC' } }));
      if (!job) return null;
      const now = this.clock.now();
      const begun = { status: 'running' as const, fence, attempts: job.attempts + 1, updatedAt: now };
      const startedAt = job.startedAt ?? now;
      await rows.update(RefreshJob, { id: job.id }, { ...begun, startedAt });
      if (!resumed) await this.journal.announce('refresh.started', job.id, { cause: job.cause, scope: job.scope });
      return rows.create(RefreshJob, { ...job, ...begun, startedAt });
    });
  }

  /** Notes how far a job is, and tells of it if that is wanted. */
  note({ id, fence }: RefreshJob, state: JobState, isTold: boolean): Promise<void> {
    const updatedAt = this.clock.now();
    return this.database.transaction(async (rows) => {
      await rows.update(RefreshJob, { id, fence, status: 'running' }, { ...state, updatedAt });
      const { phase, done, total } = state;
      if (isTold) await this.journal.announce('refresh.progressed', id, { phase, done, total });
    });
  }

  /** Whether somebody has called the job off. */
  async isCalledOff({ id }: RefreshJob): Promise<boolean> {
    return this.database.rows.existsBy(RefreshJob, { id, cancelRequestedAt: Not(IsNull()) });
  }

  /** Ends a job, and forgets those that ended long ago. */
  end(job: RefreshJob, status: JobStatus, state: JobState): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      await rows.update(RefreshJob, { id: job.id }, { ...state, status, finishedAt: now, updatedAt: now });
      await this.journal.announce('refresh.finished', job.id, { status, cause: job.cause, counts: state.counts });
      await rows.delete(RefreshJob, { finishedAt: LessThan(now - KEPT_MS) });
    });
  }

  /** Lets a job wait again that could not be ended now, such as at the end of its process. */
  putBack({ id, fence, attempts }: RefreshJob): Promise<void> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const waiting = { status: 'queued' as const, fence: null, attempts: attempts - 1, dueAt: now, updatedAt: now };
      await rows.update(RefreshJob, { id, fence }, waiting);
    });
  }

  /** Whether an article is to be written down now because its embargo has ended. */
  private async hasEmbargoEnded(now: number): Promise<boolean> {
    const ended = await this.database.readOne(
      "select i.id from ingestions i where i.status = 'ready' and i.embargo_until <= ? and i.released_by is not null limit 1",
      [now],
    );
    return ended !== null;
  }

  private giveUp(job: RefreshJob): Promise<void> {
    const detail = `its process ended ${ATTEMPTS} times before it was done`;
    const error: JobError = { about: job.id, code: 'abandoned', detail };
    return this.end(job, 'failed', { ...job, errors: [...job.errors, error] });
  }

  /** Due are jobs whose time has come; one due far in the future was planned by a clock that was wrong. */
  private due() {
    const now = this.clock.now();
    const times = [LessThanOrEqual(now), MoreThan(now + 2 * this.settings.refreshIntervalMs)];
    return times.map((dueAt) => ({ status: 'queued' as const, dueAt }));
  }
}
