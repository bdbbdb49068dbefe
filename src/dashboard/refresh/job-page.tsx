import { may, type Actor } from '../../access/actor.js';
import { Instant } from '../parts/day.js';
import { count } from '../wording.js';
import type { JobView } from '../views.js';
import { CAUSES, Problems, Running, sayProblems } from './job-parts.js';

/** One run of the scheduled job, under way or past: how far it is, else how it ended and what it did. */
export function jobPage(job: JobView, actor: Actor) {
  return (
    <article class="prose refresh">
      <h1>One refresh</h1>
      <p class="lede">
        {job.id}, asked for by {CAUSES[job.cause]}
        {job.target !== null && `, of ${job.target.slug ?? job.target.id}`}
      </p>
      {job.finished_at === null ? (
        <Running job={job} mayCancel={may(actor, 'editor')} from={`/refresh/${job.id}`} />
      ) : (
        <Ended job={job} />
      )}
      <Times job={job} />
      <p>
        <a href="/refresh">All runs</a>
      </p>
    </article>
  );
}

const ENDS: Readonly<Partial<Record<JobView['status'], string>>> = {
  succeeded: 'It did everything it had to.',
  partial: 'It finished, but not with everything:',
  failed: 'It failed:',
  cancelled: 'It was called off.',
};

function Ended({ job }: { job: JobView }) {
  const { lapsed, sources, weighed, changed, items, proposed } = job.counts;
  const problems = sayProblems(job);
  const did = [
    `${count(weighed, 'question')} weighed, ${count(changed, 'number')} moved`,
    `${count(lapsed, 'rumor')} lapsed`,
    sources > 0 && `${count(sources, 'source')} recounted`,
    items > 0 && `${items} new in a subscription, ${count(proposed, 'article')} proposed`,
  ];
  return (
    <>
      <p role="status">
        {ENDS[job.status]}
        {problems !== '' && ` ${problems}.`}
      </p>
      <Problems job={job} />
      <p>{did.filter(Boolean).join('; ')}.</p>
    </>
  );
}

function Times({ job }: { job: JobView }) {
  const { due_at: due, started_at: started, finished_at: finished } = job;
  return (
    <p class="muted">
      {started === null ? (
        <>
          Due <Instant at={due} />
        </>
      ) : (
        <>
          Began <Instant at={started} />
        </>
      )}
      {finished !== null && (
        <>
          , ended <Instant at={finished} />
        </>
      )}
    </p>
  );
}
