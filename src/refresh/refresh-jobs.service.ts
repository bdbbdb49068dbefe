import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { RequestRefreshDto } from './refresh-job.dto.js';
import { freshJob, RefreshJob, type JobCause } from './refresh-job.entity.js';
import { RefreshTargets } from './refresh-targets.service.js';

/** Where a job is read over the network. */
export const hrefOf = (jobId: string): string => `/v1/refresh-jobs/${jobId}`;

/** Refreshes that somebody asks for, and calls off. */
@Injectable()
export class RefreshJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly targets: RefreshTargets,
  ) {}

  /**
   * Asks for a refresh; it begins as soon as a process takes it up. Where the same is asked for already and waits, it is
   * that job.
   *
   * @throws Fault conflict `refresh-running` (its address in `errors`); as `RefreshTargets.of` does
   */
  request(act: RequestRefreshDto, cause: JobCause, actor: Actor): Promise<RefreshJob> {
    return this.database.transaction(async (rows) => {
      const target = await this.targets.of(act);
      const running = await rows.findOneBy(RefreshJob, { status: 'running' });
      if (running) {
        const where = { code: 'refresh-running', detail: hrefOf(running.id) };
        throw new Fault('conflict', 'refresh-running', `${running.id} is under way; one runs at a time.`, [where]);
      }
      const { scope = 'all' } = act;
      const same = { status: 'queued' as const, cause: Not<JobCause>('schedule'), scope };
      const about = { deviceId: target.deviceId ?? IsNull(), subscriptionId: target.subscriptionId ?? IsNull() };
      const waiting = await rows.findOneBy(RefreshJob, { ...same, ...about });
      if (waiting) return waiting;
      const job = freshJob({ scope, ...target, cause, requestedBy: actor.name }, this.clock.now());
      await rows.insert(RefreshJob, job);
      await this.audit.record(actor, { action: 'request', thing: job.id, after: { scope, ...target } });
      return rows.create(RefreshJob, job);
    });
  }

  /** The job that is under way, whatever it refreshes; else the one that is asked for, as by `request`. */
  requestOrJoin(act: RequestRefreshDto, cause: JobCause, actor: Actor): Promise<RefreshJob> {
    return this.database.transaction(async (rows) => {
      const running = await rows.findOneBy(RefreshJob, { status: 'running' });
      return running ?? this.request(act, cause, actor);
    });
  }

  /** @throws Fault not found `unknown-job` */
  async get(id: string): Promise<RefreshJob> {
    const job = await this.database.rows.findOneBy(RefreshJob, { id });
    if (job) return job;
    throw new Fault('not_found', 'unknown-job', `There is no job ${id}.`);
  }

  /**
   * Calls a job off: one that waits at once, one that runs after the slice of work that it is in.
   *
   * @throws Fault not found `unknown-job`, conflict `job-finished`
   */
  cancel(id: string, actor: Actor): Promise<RefreshJob> {
    const now = this.clock.now();
    return this.database.transaction(async (rows) => {
      const job = await this.get(id);
      if (job.finishedAt !== null) throw new Fault('conflict', 'job-finished', `${id} is ${job.status} already.`);
      const ended = job.status === 'queued' ? { status: 'cancelled' as const, finishedAt: now } : {};
      const open = { id, status: In(['queued', 'running']) };
      await rows.update(RefreshJob, open, { ...ended, cancelRequestedAt: now, updatedAt: now });
      await this.audit.record(actor, { action: 'cancel', thing: id, before: { status: job.status } });
      return this.get(id);
    });
  }
}
