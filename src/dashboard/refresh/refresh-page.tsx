import { may, type Actor } from '../../access/actor.js';
import type { JobView } from '../views.js';
import { Instant } from '../parts/day.js';
import { CAUSES, Problems, Running, sayProblems } from './job-parts.js';

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
      {running ? <Running job={running} mayCancel={may(actor, 'editor')} from="/refresh" /> : <Still last={ended[0]} />}
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

const ENDS: Readonly<Partial<Record<JobView['status'], string>>> = {
  succeeded: 'The last run did everything it had to.',
  partial: 'The last run finished, but not with everything:',
  failed: 'The last run failed:',
  cancelled: 'The last run was called off.',
};

/** Nothing runs; how the last run ended, and what it could not do. */
function Still({ last }: { last: JobView | undefined }) {
  if (last === undefined) return <p role="status">Nothing is running.</p>;
  const problems = sayProblems(last);
  return (
    <>
      <p role="status">
        Nothing is running. {ENDS[last.status] ?? ''}
        {problems !== '' && ` ${problems}.`}
      </p>
      <Problems job={last} />
    </>
  );
}

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
              <td>
                <a href={`/refresh/${job.id}`}>{job.finished_at !== null && <Instant at={job.finished_at} />}</a>
              </td>
              <td>{CAUSES[job.cause]}</td>
              <td>
                {job.status}
                {job.errors.length > 0 && `, ${sayProblems(job)}`}
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
