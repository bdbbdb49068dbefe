import type { viewToldReport } from '../../evidence/evidence.view.js';
import { Grade } from '../charts/waterfall.js';
import { Day } from '../parts/day.js';
import { SafeLink } from '../parts/safe-link.js';
import type { EvidenceView, ReportView } from '../views.js';
import { count, words } from '../wording.js';
import { DecideForm } from './decide-form.js';

interface EvidenceDetailProps {
  readonly evidence: EvidenceView;
  readonly version: number;
  readonly mayDecide: boolean;
}

/** A proposed link: who said what, how surely, and the passage. */
export function EvidenceDetail({ evidence, version, mayDecide }: EvidenceDetailProps) {
  const { id, report, stance, certainty, span } = evidence;
  return (
    <>
      <p>
        <Published report={report} /> <span class={`stance stance-${stance}`}>{stance}</span> it, {certainty}.
      </p>
      {span?.exact && <q class="span">{span.exact}</q>}
      {mayDecide && (
        <DecideForm
          action={`/review/evidence/${id}`}
          {...{ version, id }}
          yes="Accept"
          no="Turn down"
          reason="no"
          placeholder="It speaks of another device"
        />
      )}
    </>
  );
}

function Published({ report }: { report: Pick<ReportView, 'source' | 'url' | 'title' | 'published_on'> }) {
  return (
    <>
      <a class="source" href={`/sources/${report.source.slug}`}>
        {report.source.name}
      </a>{' '}
      <Grade grade={report.source.grade} />{' '}
      <span class="muted">
        <SafeLink to={report.url}>{report.title}</SafeLink>, <Day on={report.published_on} />
      </span>
    </>
  );
}

interface OriginDetailProps {
  readonly told: ReturnType<typeof viewToldReport>;
  readonly version: number;
  readonly mayDecide: boolean;
}

/** A report beside the one that it seems to retell. */
export function OriginDetail({ told, version, mayDecide }: OriginDetailProps) {
  return (
    <>
      <dl class="pair">
        <div>
          <dt>This report</dt>
          <dd>
            <Published report={told} />
          </dd>
        </div>
        <div>
          <dt>seems to go back to</dt>
          <dd>
            <Published report={told.origin} />
          </dd>
        </div>
      </dl>
      <p class="muted small">
        {told.origin_reason !== null && `Known by: ${words(told.origin_reason)}. `}
        It speaks to {count(told.evidence.length, 'rumor')}.
      </p>
      {mayDecide && (
        <DecideForm
          action={`/review/origins/${told.id}`}
          {...{ version, id: told.id }}
          yes="Confirm: one origin"
          no="Split: it stands for itself"
          reason="neither"
        />
      )}
    </>
  );
}
