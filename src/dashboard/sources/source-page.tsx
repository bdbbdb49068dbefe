import type { SourceCalibrationAnswer } from '../../calibration/source-record.answer.js';
import { Day } from '../parts/day.js';
import { Grade } from '../charts/waterfall.js';
import type { RecordQueryDto } from '../calibration/calibration-query.dto.js';
import { SafeLink } from '../parts/safe-link.js';
import { Facts } from '../parts/scores.js';
import type { ReportView, SourceCardView } from '../views.js';
import { capital, count } from '../wording.js';
import { SourceRecord } from './source-record.js';

/** How many reports of a source the page lists. */
export const MOST_LISTED = 200;

/** A source with what it has said. */
export interface SourcePageProps {
  readonly source: SourceCardView;
  readonly record: SourceCalibrationAnswer;
  /** Its reports, the latest first. */
  readonly reports: readonly ReportView[];
  readonly query: RecordQueryDto;
}

/** The record card of a source: its mark, its record, and what it published. */
export function sourcePage({ source, record, reports, query }: SourcePageProps) {
  return (
    <article class="source-card">
      <header class="device-head">
        <p class="over">
          <a href="/sources">Sources</a> · {capital(source.kind)}
        </p>
        <h1>{source.name}</h1>
        <p>
          <Grade grade={source.grade} />{' '}
          <span class="muted">
            {source.established
              ? 'established: its reports carry weight'
              : 'unproven: all such together move a number little'}
            {source.reliability !== source.grade && source.reliability !== null && (
              <>; its record comes to {source.reliability}</>
            )}
          </span>
        </p>
      </header>
      <Said source={source} />
      <SourceRecord record={record} query={query} />
      <h2>What it published</h2>
      <ol class="published">
        {reports.map((report) => (
          <li>
            <SafeLink to={report.url}>{report.title}</SafeLink>
            <span class="muted small">
              <Day on={report.published_on} />
              {report.origin_link !== 'own' && ' · repeats another report'}
            </span>
          </li>
        ))}
      </ol>
      {reports.length === MOST_LISTED && (
        <p class="muted small">
          The latest {reports.length} of {source.reports};{' '}
          <a href={`/v1/reports?source=${source.slug}`}>all of them as JSON</a>
        </p>
      )}
    </article>
  );
}

function Said({ source }: { source: SourceCardView }) {
  const { supports, refutes } = source;
  return (
    <Facts
      facts={[
        ['Reports', String(source.reports)],
        ['Supports', count(supports.links, 'rumor')],
        ['Refutes', count(refutes.links, 'rumor')],
        ['Also known as', source.names.filter((name) => name !== source.name).join(', ') || '–'],
      ]}
    />
  );
}
