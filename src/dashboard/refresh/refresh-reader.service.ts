import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../access/actor.js';
import { sayInstant } from '../../platform/instant.js';
import { JOBS_BY_TIME, RefreshJobBoard } from '../../refresh/refresh-job-board.service.js';
import { viewRefreshJob } from '../../refresh/refresh-job.view.js';
import type { JobView } from '../views.js';
import type { RefreshProps } from './refresh-page.js';

/** How many jobs are looked at: those that wait, the one that runs, and the last ones. */
const SHOWN = 20;

/** Reads what is known of the scheduled job. */
@Injectable()
export class RefreshReader {
  constructor(private readonly board: RefreshJobBoard) {}

  /**
   * One job as somebody may see it.
   *
   * @throws Fault not found `unknown-job`
   */
  async one(id: string, actor: Actor): Promise<JobView> {
    return viewRefreshJob(await this.board.get(id), { withDetails: may(actor, 'editor') });
  }

  /** The jobs as somebody may see them: what went wrong in detail is for editors. */
  async read(actor: Actor): Promise<RefreshProps> {
    const rows = await this.board.page(null, { sort: JOBS_BY_TIME, after: null, limit: SHOWN });
    const jobs = rows.slice(0, SHOWN).map((row) => viewRefreshJob(row, { withDetails: may(actor, 'editor') }));
    const dueAt = await this.board.nextDueAt();
    return {
      running:
        jobs.find(({ status, cause }) => status === 'running' || (status === 'queued' && cause !== 'schedule')) ?? null,
      ended: jobs.filter((job) => job.finished_at !== null),
      dueAt: dueAt === null ? null : sayInstant(dueAt),
      actor,
    };
  }
}
