import { count } from '../wording.js';
import type { JobView } from '../views.js';

/** A job that is under way or waits, who looks at it, and from where. */
interface RunningProps {
  readonly job: JobView;
  readonly mayCancel: boolean;
  /** The address of the page that shows it. */
  readonly from: string;
}

/** The job that is under way. A script lets the bar follow it, and tells of it at each quarter. */
export function Running({ job, mayCancel, from }: RunningProps) {
  const { id, status, phase, done, total, cancel_requested_at: cancelledAt } = job;
  return (
    <section data-job={id}>
      <p>
        <label for="progress">
          {status === 'queued' ? 'Waiting to begin' : `Running: ${phase ?? 'beginning'}`}, {done} of {total}
        </label>
      </p>
      <progress id="progress" value={done} max={Math.max(total, 1)} />
      <p id="refresh-news" class="sr" aria-live="polite">
        A refresh is under way.
      </p>
      <p class="actions">
        {mayCancel && cancelledAt === null && (
          <form method="post" action={`/refresh/${id}/cancel`}>
            <button>Cancel</button>
          </form>
        )}
        {cancelledAt !== null && <span class="muted">It is being called off.</span>}
        <a class="button" href={from}>
          Look again
        </a>
      </p>
    </section>
  );
}

/** What a job could not do, each with why; nothing where it did everything. */
export function Problems({ job }: { job: JobView }) {
  if (job.errors.length === 0) return null;
  return (
    <ul class="small">
      {job.errors.map(({ about, code, detail }) => (
        <li>{[about ?? 'Something', detail ?? code].join(': ')}</li>
      ))}
    </ul>
  );
}

/** How many problems a job had, in words; empty where it had none. */
export const sayProblems = ({ errors }: JobView): string =>
  errors.length === 0 ? '' : count(errors.length, 'problem');

/** By what a job was asked for, in words. */
export const CAUSES: Readonly<Record<JobView['cause'], string>> = {
  schedule: 'schedule',
  api: 'somebody',
  cli: 'command line',
};
