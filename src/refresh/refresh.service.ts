import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { Leases } from './leases.service.js';
import type { JobStatus, RefreshJob } from './refresh-job.entity.js';
import { RefreshQueue } from './refresh-queue.service.js';
import { jobErrorOf, RefreshRun, Stopped } from './refresh-run.js';
import { ScopedWork } from './scoped-work.service.js';

const LEASE = 'refresh';

/** Is told of every step of a job. */
export type Watch = (job: RefreshJob) => void;

/** Does the jobs that are due, one at a time among all processes that share the database. */
@Injectable()
export class Refresh implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private ending = false;

  constructor(
    private readonly database: Database,
    private readonly queue: RefreshQueue,
    private readonly leases: Leases,
    private readonly work: ScopedWork,
  ) {}

  /**
   * Does whatever is due, unless another process is at it; ends when nothing is due any more.
   *
   * @throws what made a job fail, once that is written down; Fault conflict `lease-lost`
   */
  runDue(watch: Watch = () => undefined): Promise<void> {
    const running = this.runAll(watch).finally(() => this.running.delete(running));
    this.running.add(running);
    return running;
  }

  /** Lets the slice at hand end; the job waits for another process, or for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    await Promise.allSettled(this.running);
  }

  private async runAll(watch: Watch): Promise<void> {
    for (let run = await this.next(watch); run !== null; run = await this.next(watch)) await this.finish(run);
  }

  /** The next job with the lease in hand; null if nothing is due, or another process is at it. */
  private next(watch: Watch): Promise<RefreshRun | null> {
    return this.database.transaction(async () => {
      if (this.ending || !(await this.queue.hasWork())) return null;
      const hold = await this.leases.take(LEASE);
      if (hold === null) return null;
      const job = await this.queue.take(hold);
      if (job === null) {
        await this.leases.release(hold);
        return null;
      }
      const { database, leases, queue } = this;
      return new RefreshRun(job, hold, { database, leases, queue, watch, isEnding: () => this.ending });
    });
  }

  /** Does a job and writes down how it ended, unless another process has taken it over meanwhile. */
  private async finish(run: RefreshRun): Promise<void> {
    const error: unknown = await this.work.do(run).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof Fault && error.code === 'lease-lost') throw error;
    await this.database.transaction(async () => {
      await this.leases.confirm(run.hold);
      await this.close(run, error);
      await this.leases.release(run.hold);
    });
    if (error !== null && !(error instanceof Stopped)) throw asError(error);
  }

  private close(run: RefreshRun, error: unknown): Promise<void> {
    const { job, progress } = run;
    if (error === null) return this.queue.end(job, endOf(run), progress);
    if (error instanceof Stopped) {
      return error.reason === 'called-off' ? this.queue.end(job, 'cancelled', progress) : this.queue.putBack(job);
    }
    const errors = [...progress.errors, jobErrorOf(job.id, error)];
    return this.queue.end(job, 'failed', { ...progress, errors });
  }
}

/** How a job ended that was done: a subscription that could not be asked is all that there was to do. */
const endOf = ({ job, progress }: RefreshRun): JobStatus =>
  progress.errors.length === 0 ? 'succeeded' : job.scope === 'subscription' ? 'failed' : 'partial';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
