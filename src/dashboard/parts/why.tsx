import { Arithmetic, Waterfall } from '../charts/waterfall.js';
import type { EvidenceView, ExplanationView } from '../views.js';
import { percent } from '../wording.js';
import { Moment } from './day.js';
import { EvidenceList } from './evidence.js';

interface WhyProps {
  readonly explanation: ExplanationView;
  readonly evidence: readonly EvidenceView[];
  readonly open?: boolean;
}

/** Why a rumor has its number: the steps, the same in words, the evidence, and the arithmetic. */
export function Why({ explanation, evidence, open = false }: WhyProps) {
  const { confidence, as_of: asOf, model_version: model } = explanation;
  if (!confidence) return null;
  return (
    <details class="why" open={open}>
      <summary>Why {percent(confidence.probability)}?</summary>
      <div class="why-body">
        <div class="why-steps">
          <Waterfall explanation={explanation} />
          <p class="why-text">{explanation.text}</p>
        </div>
        <div class="why-evidence">
          <h4>Evidence</h4>
          <EvidenceList evidence={evidence} discarded={explanation.discarded} />
        </div>
        <details class="twin">
          <summary>Show the arithmetic</summary>
          <div class="scroll">
            <Arithmetic explanation={explanation} />
          </div>
        </details>
        <p class="muted small">
          Weighed on <Moment at={asOf} /> · model {model}
        </p>
      </div>
    </details>
  );
}
