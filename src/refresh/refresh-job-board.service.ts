import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import type { JobStatus } from './refresh-job.entity.js';
import type { RefreshJobRow } from './refresh-job.view.js';

const JOBS = sql`select j.id, j.status, j.scope, j.device_id, d.slug as device_slug, j.subscription_id, j.cause, j.requested_by, j.phase,
  j.done, j.total, j.counts, j.errors, j.due_at, j.started_at, j.finished_at, j.cancel_requested_at, j.updated_at
  from refresh_jobs j left join devices d on d.id = j.device_id`;

/** How jobs are sorted: the one that is planned first, then the newest. */
export const JOBS_BY_TIME: SortKey = { column: 'due_at', descending: true };

/** The refreshes that were, are and will be, as they are looked at. */
@Injectable()
export class RefreshJobBoard {
  constructor(private readonly database: Database) {}

  /** A part of the jobs, and one more where another part follows. */
  page(status: JobStatus | null, window: Window): Promise<RefreshJobRow[]> {
    const conditions = status === null ? [] : [sql`t.status = ${status}`];
    return readWindow<RefreshJobRow>(this.database, JOBS, conditions, window);
  }

  /** @throws Fault not found `unknown-job` */
  async get(id: string): Promise<RefreshJobRow> {
    const { text, values } = sql`select t.* from (${JOBS}) t where t.id = ${id}`;
    const row = await this.database.readOne<RefreshJobRow>(text, values);
    if (row) return row;
    throw new Fault('not_found', 'unknown-job', `There is no job ${id}.`);
  }

  /** When the next scheduled refresh is due, epoch milliseconds; null where none is planned. */
  async nextDueAt(): Promise<number | null> {
    const row = await this.database.readOne<{ due_at: number | null }>(
      "select min(due_at) as due_at from refresh_jobs where status = 'queued'",
    );
    return row?.due_at ?? null;
  }
}
