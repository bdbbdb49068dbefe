import { Once } from '../forms/field.js';
import { OUTCOMES } from '../../rumors/rumor.entity.js';
import { Grounds, Likelihood } from '../parts/likelihood.js';
import type { EvidenceView, RumorView } from '../views.js';
import { sayDay } from '../wording.js';

interface LapsedDetailProps {
  readonly rumor: RumorView;
  readonly evidence: readonly EvidenceView[];
  readonly mayDecide: boolean;
}

const OUTCOME_NAMES: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  true: 'came true',
  false: 'did not come true',
  partly: 'partly came true',
  void: 'cannot be decided any more',
};

/** A rumor whose window is over: what was believed last, and what became of it. */
export function LapsedDetail({ rumor, evidence, mayDecide }: LapsedDetailProps) {
  return (
    <>
      <p>
        Last believed: <Likelihood confidence={rumor.confidence} /> · <Grounds rumor={rumor} />
      </p>
      {mayDecide && evidence.length > 0 && <ResolveForm id={rumor.id} evidence={evidence} />}
      {mayDecide && evidence.length === 0 && (
        <p class="muted small">
          An outcome needs evidence. <a href="/ingest">Read an article</a> that tells what happened.
        </p>
      )}
    </>
  );
}

function ResolveForm({ id, evidence }: { id: string; evidence: readonly EvidenceView[] }) {
  return (
    <form class="decide" method="post" action={`/review/rumors/${id}`}>
      <Once />
      <label>
        It
        <select name="outcome" required>
          <option value="">choose …</option>
          {OUTCOMES.map((outcome) => (
            <option value={outcome}>{OUTCOME_NAMES[outcome]}</option>
          ))}
        </select>
      </label>
      <label>
        on
        <input type="date" name="happened_on" />
      </label>
      <label>
        as known by
        <select name="evidence" required>
          {evidence.map(({ id: each, report }) => (
            <option value={each}>
              {report.source.name}
              {report.published_on !== null && `, ${sayDay(report.published_on)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        Note
        <input name="note" maxlength={1000} />
      </label>
      <button class="primary">Record</button>
    </form>
  );
}
