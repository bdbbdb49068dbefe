import { Day } from '../parts/day.js';
import { Grade } from '../charts/waterfall.js';
import { capital, count } from '../wording.js';
import type { SourceView } from '../views.js';

/** Every source, with its mark and what it has published. */
export function sourcesPage(sources: readonly SourceView[]) {
  return (
    <>
      <header class="board-head">
        <h1>Who says it</h1>
        <p class="muted">
          {count(sources.length, 'source')}. A grade is where trust starts; it is for an editor or the registry to give.
        </p>
      </header>
      {sources.length === 0 ? (
        <p>
          Nothing was read yet. <a href="/ingest">Read an article</a> first.
        </p>
      ) : (
        <SourceTable sources={sources} />
      )}
    </>
  );
}

function SourceTable({ sources }: { sources: readonly SourceView[] }) {
  return (
    <div class="scroll" role="region" aria-label="Sources" tabindex={0}>
      <table class="plain sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col">Grade</th>
            <th scope="col" class="right">
              Reports
            </th>
            <th scope="col" class="right">
              Right
            </th>
            <th scope="col" class="right">
              Last report
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow({ source }: { source: SourceView }) {
  const { record, last_report_at: last } = source;
  return (
    <tr>
      <th scope="row">
        <a href={`/sources/${source.slug}`}>{source.name}</a>
      </th>
      <td>{capital(source.kind)}</td>
      <td>
        <Grade grade={source.grade} />
      </td>
      <td class="right num">{source.reports}</td>
      <td class="right num">{record.resolved ? `${record.hits ?? 0} of ${record.resolved}` : '–'}</td>
      <td class="right">{last === null ? '–' : <Day on={last.slice(0, 10)} short />}</td>
    </tr>
  );
}
