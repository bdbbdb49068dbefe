import { may, type Actor } from '../../access/actor.js';
import type { JobView } from '../views.js';
import { Instant } from '../parts/day.js';
import { count } from '../wording.js';

/** What is known of the scheduled job. */
export interface RefreshProps {
  /** The one that is under way; null where none is. */
  readonly running: JobView | null;
  /** Those that ended, the latest first. */
  readonly ended: readonly JobView[];
  /** When the next one is due, RFC 3339; null where none is planned. */
  readonly dueAt: string | null;
  readonly actor: Actor;
}

/** The scheduled job: the one that runs, the last ones, and when the next is due. */
export function refreshPage({ running, ended, dueAt, actor }: RefreshProps) {
  return (
    <article class="prose refresh">
      <h1>Refresh</h1>
      <p class="lede">
        Lets what is overdue lapse, recounts the sources, and weighs again every rumor that has aged or has new
        evidence.
      </p>
      {running ? <Running job={running} mayCancel={may(actor, 'editor')} /> : <Still last={ended[0]} />}
      <p>
        {dueAt === null ? (
          'No run is planned: the schedule starts with the server.'
        ) : (
          <>
            Next run: <Instant at={dueAt} />
          </>
        )}
      </p>
      {may(actor, 'editor') && running === null && (
        <form method="post" action="/refresh">
          <button class="primary">Refresh now</button>
        </form>
      )}
      <h2>Last runs</h2>
      {ended.length === 0 ? <p class="muted">None yet.</p> : <EndedTable jobs={ended} />}
    </article>
  );
}

/** The job that is under way. A script lets the bar follow it, and tells of it at each quarter. */
function Running({ job, mayCancel }: { job: JobView; mayCancel: boolean }) {
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
        <a class="button" href="/refresh">
          Look again
        </a>
      </p>
    </section>
  );
}

const ENDS: Readonly<Partial<Record<JobView['status'], string>>> = {
  succeeded: 'The last run did everything it had to.',
  partial: 'The last run finished, but not with everything:',
  failed: 'The last run failed:',
  cancelled: 'The last run was called off.',
};

/** Nothing runs; how the last run ended, and what it could not do. */
function Still({ last }: { last: JobView | undefined }) {
  return (
    <>
      <p role="status">
        Nothing is running. {last === undefined ? '' : (ENDS[last.status] ?? '')}
        {last !== undefined && last.errors.length > 0 && ` ${count(last.errors.length, 'problem')}.`}
      </p>
      {last !== undefined && last.errors.length > 0 && (
        <ul class="small">
          {last.errors.map(({ about, code, detail }) => (
            <li>{[about ?? 'Something', detail ?? code].join(': ')}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const CAUSES: Readonly<Record<JobView['cause'], string>> = {
  schedule: 'schedule',
  api: 'somebody',
  cli: 'command line',
};

function EndedTable({ jobs }: { jobs: readonly JobView[] }) {
  return (
    <div class="scroll" role="region" aria-label="Last runs" tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Ended</th>
            <th scope="col">By</th>
            <th scope="col">How</th>
            <th scope="col" class="right">
              Weighed
            </th>
            <th scope="col" class="right">
              Moved
            </th>
            <th scope="col" class="right">
              Lapsed
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr>
              <td>{job.finished_at !== null && <Instant at={job.finished_at} />}</td>
              <td>{CAUSES[job.cause]}</td>
              <td>
                {job.status}
                {job.errors.length > 0 && `, ${count(job.errors.length, 'problem')}`}
              </td>
              <td class="right">{job.counts.weighed}</td>
              <td class="right">{job.counts.changed}</td>
              <td class="right">{job.counts.lapsed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
