import { Day } from '../parts/day.js';
import { Grade } from '../charts/waterfall.js';
import { SafeLink } from '../parts/safe-link.js';
import type { ReportView, SourceCardView } from '../views.js';
import { capital, count } from '../wording.js';

/** A source with what it has said. */
export interface SourcePageProps {
  readonly source: SourceCardView;
  /** Its reports, the latest first. */
  readonly reports: readonly ReportView[];
}

/** The record card of a source: its mark, its record, and what it published. */
export function sourcePage({ source, reports }: SourcePageProps) {
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
          </span>
        </p>
      </header>
      <Facts source={source} />
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
    </article>
  );
}

function Facts({ source }: { source: SourceCardView }) {
  const { supports, refutes, record } = source;
  const facts = [
    ['Reports', String(source.reports)],
    ['Supports', count(supports.links, 'rumor')],
    ['Refutes', count(refutes.links, 'rumor')],
    ['Resolved', record.resolved ? `right in ${record.hits ?? 0} of ${record.resolved}` : 'nothing yet'],
    ['Also known as', source.names.filter((name) => name !== source.name).join(', ') || '–'],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
