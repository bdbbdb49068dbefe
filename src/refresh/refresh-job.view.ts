import { sayInstant } from '../platform/instant.js';
import { type RefreshJobAnswer } from './refresh-job.answer.js';
import {
  NOTHING_DONE,
  type JobCause,
  type JobError,
  type JobStatus,
  type RefreshCounts,
  type RefreshPhase,
  type RefreshScope,
} from './refresh-job.entity.js';

/** A job as it is read for an answer, with the device that it is about. */
export interface RefreshJobRow {
  readonly id: string;
  readonly status: JobStatus;
  readonly scope: RefreshScope;
  readonly device_id: string | null;
  readonly device_slug: string | null;
  readonly subscription_id: string | null;
  readonly cause: JobCause;
  readonly requested_by: string;
  readonly phase: RefreshPhase | null;
  readonly done: number;
  readonly total: number;
  /** JSON. */
  readonly counts: string;
  /** JSON. */
  readonly errors: string;
  readonly due_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly cancel_requested_at: number | null;
  readonly updated_at: number;
}

const moment = (at: number | null): string | null => (at === null ? null : sayInstant(at));

/** When it ends if it goes on as it went so far, epoch milliseconds; null where nobody can tell. */
function etaOf({ status, phase, done, total, started_at: started, updated_at: updated }: RefreshJobRow): number | null {
  if (status !== 'running' || phase !== 'assess' || done === 0 || started === null) return null;
  return Math.round(updated + ((updated - started) * (total - done)) / done);
}

function targetOf({ device_id: device, device_slug: slug, subscription_id: subscription }: RefreshJobRow) {
  if (device !== null) return { id: device, slug };
  return subscription === null ? null : { id: subscription, slug: null };
}

/** A job as it is shown; who asked for it, and what the errors say, is for editors. */
export function viewRefreshJob(
  row: RefreshJobRow,
  { withDetails }: { readonly withDetails: boolean },
): RefreshJobAnswer {
  const errors = JSON.parse(row.errors) as JobError[];
  return {
    id: row.id,
    status: row.status,
    scope: row.scope,
    target: targetOf(row),
    cause: row.cause,
    requested_by: withDetails ? row.requested_by : null,
    phase: row.phase,
    done: row.done,
    total: row.total,
    eta_at: moment(etaOf(row)),
    counts: { ...NOTHING_DONE, ...(JSON.parse(row.counts) as Partial<RefreshCounts>) },
    errors: errors.map(({ about, code, detail }) =>
      withDetails ? { about, code, detail } : { about: null, code, detail: null },
    ),
    due_at: sayInstant(row.due_at),
    started_at: moment(row.started_at),
    finished_at: moment(row.finished_at),
    cancel_requested_at: moment(row.cancel_requested_at),
    updated_at: sayInstant(row.updated_at),
  };
}
