import type { EvidenceView, ExplanationView } from '../views.js';
import { count, words } from '../wording.js';
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
  readonly explanation: Pick<ExplanationView, 'steps' | 'discarded'>;
  /** Where all of it is listed; null where that is here. */
  readonly more: string | null;
}

/** How many origins are listed on a page that tells of several rumors, and on the one of the rumor itself. */
const [FEW, MANY] = [6, 200];

/** The ids of the evidence that moves a rumor most: so much of it as a page lists. */
export function listedIn(evidence: readonly EvidenceView[], steps: ExplanationView['steps'], isAlone: boolean) {
  const sizes = new Map(
    steps.flatMap((step) =>
      step.kind === 'report' ? [[step.evidence_id, Math.abs(step.log_odds_delta)] as const] : [],
    ),
  );
  const size = ({ origin, repeats }: OriginGroup): number =>
    Math.max(...[origin, ...repeats].map(({ id }) => sizes.get(id) ?? 0));
  const groups = groupByOrigin(evidence);
  const most = isAlone ? MANY : FEW;
  const largest = new Set(groups.toSorted((a, b) => size(b) - size(a)).slice(0, most));
  return groups
    .filter((group) => largest.has(group))
    .map(({ origin, repeats }) => ({ origin, repeats: repeats.slice(0, most) }));
}

/** The ids of an origin and of what repeats it. */
export const idsOf = ({ origin, repeats }: OriginGroup): string[] => [origin, ...repeats].map(({ id }) => id);

/** Everything that was said to a rumor: source, mark, stance, certainty, day and words; copies under their origin. */
export function EvidenceList({ evidence, explanation: { steps, discarded }, more }: EvidenceListProps) {
  const reasonOf = (id: string) => discarded.find((each) => each.evidence_id === id)?.reason ?? null;
  const groups = listedIn(evidence, steps, more === null);
  const left = evidence.length - groups.flatMap(idsOf).length;
  return (
    <ol class="evidence">
      {groups.map(({ origin, repeats }) => (
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
      {left > 0 && (
        <li class="muted small">
          and {count(left, 'more report')}
          {more !== null && (
            <>
              : <a href={more}>all of it</a>
            </>
          )}
        </li>
      )}
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
