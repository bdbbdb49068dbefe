import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';
import { Day } from '../parts/day.js';
import { Grade } from '../charts/waterfall.js';
import { RecordFilters } from '../calibration/record-filters.js';
import { ENOUGH, findingOf } from '../parts/record.js';
import { capital, count, signed } from '../wording.js';
import type { SourceView } from '../views.js';
import { Leaderboard, type LeaderboardProps } from './leaderboard.js';

/** Who publishes, and whose word holds. */
export interface SourcesProps extends LeaderboardProps {
  readonly sources: readonly SourceView[];
  /** Hearsay's own record over the same claims. */
  readonly own: CalibrationAnswer;
}

/** Every source, with its mark and what it has published; above them those whose record speaks, ranked. */
export function sourcesPage({ sources, own, board, query }: SourcesProps) {
  return (
    <>
      <header class="board-head">
        <h1>Who says it</h1>
        <p class="muted">
          {count(sources.length, 'source')}. A grade is where trust starts; a record is what it comes to.
        </p>
      </header>
      {sources.length === 0 ? (
        <p>
          Nothing was read yet. <a href="/ingest">Read an article</a> first.
        </p>
      ) : (
        <>
          <RecordFilters action="/sources" query={query} />
          <OwnLine own={own} />
          <Leaderboard board={board} query={query} />
          <section class="all-sources" aria-labelledby="all-sources">
            <h2 id="all-sources">Everybody who published</h2>
            <SourceTable sources={sources} />
          </section>
        </>
      )}
    </>
  );
}

/** Hearsay holds itself to the same measure. */
function OwnLine({ own }: { own: CalibrationAnswer }) {
  return (
    <p class="own-line">
      <strong>Hearsay itself:</strong> {findingOf(own, own.n)}{' '}
      {own.n >= ENOUGH && own.skill.base_rate !== null && `Skill over base rates ${signed(own.skill.base_rate)}. `}
      <a href="/calibration">Its record</a>
    </p>
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
