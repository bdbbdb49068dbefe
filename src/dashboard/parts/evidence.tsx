import type { EvidenceView, ExplanationView } from '../views.js';
import { words } from '../wording.js';
import { Grade } from '../charts/waterfall.js';
import { Day } from './day.js';
import { SafeLink } from './safe-link.js';

/** An origin with the reports that repeat it. */
interface OriginGroup {
  readonly origin: EvidenceView;
  readonly repeats: readonly EvidenceView[];
}

/** Evidence by origin, in the order of publication: what repeats another report stands beneath it. */
export function groupByOrigin(evidence: readonly EvidenceView[]): OriginGroup[] {
  const groups = new Map<string, EvidenceView[]>();
  for (const each of evidence) {
    const key = each.report.origin_link === 'confirmed' ? each.report.origin_id : each.report.id;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, own]) => {
    const origin = own.find((each) => each.report.id === key) ?? own[0]!;
    return { origin, repeats: own.filter((each) => each !== origin) };
  });
}

interface EvidenceListProps {
  readonly evidence: readonly EvidenceView[];
  readonly discarded: ExplanationView['discarded'];
}

/** Everything that was said to a rumor: source, mark, stance, certainty, day and words; copies under their origin. */
export function EvidenceList({ evidence, discarded }: EvidenceListProps) {
  const reasonOf = (id: string) => discarded.find((each) => each.evidence_id === id)?.reason ?? null;
  return (
    <ol class="evidence">
      {groupByOrigin(evidence).map(({ origin, repeats }) => (
        <li>
          <EvidenceItem evidence={origin} reason={reasonOf(origin.id)} />
          {repeats.length > 0 && (
            <ol class="repeats">
              {repeats.map((each) => (
                <li>
                  <EvidenceItem evidence={each} reason={null} repeats={origin.report.source.name} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

interface EvidenceItemProps {
  readonly evidence: EvidenceView;
  readonly reason: string | null;
  readonly repeats?: string;
}

function EvidenceItem({ evidence, reason, repeats }: EvidenceItemProps) {
  const { report, stance, certainty, span, status } = evidence;
  return (
    <article id={evidence.id} class={status === 'withdrawn' ? 'withdrawn' : undefined}>
      <p class="evidence-head">
        <a class="source" href={`/sources/${report.source.slug}`}>
          {report.source.name}
        </a>{' '}
        <Grade grade={report.source.grade} /> <span class={`stance stance-${stance}`}>{stance}</span>{' '}
        <span class="muted">
          {certainty} · <Day on={report.published_on} />
        </span>
      </p>
      {span?.exact && <q class="span">{span.exact}</q>}
      <p class="evidence-foot muted">
        <SafeLink to={report.url}>{report.title}</SafeLink>
        {repeats !== undefined && ` · repeats ${repeats}, counted once`}
        {repeats === undefined && reason !== null && ` · no weight of its own: ${words(reason)}`}
        {status === 'withdrawn' && ' · withdrawn'}
      </p>
    </article>
  );
}
