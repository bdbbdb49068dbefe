import { Arithmetic, Waterfall } from '../charts/waterfall.js';
import type { EvidenceView, ExplanationView } from '../views.js';
import { percent } from '../wording.js';
import { Moment } from './day.js';
import { EvidenceList } from './evidence.js';

interface WhyProps {
  readonly explanation: ExplanationView;
  readonly evidence: readonly EvidenceView[];
  /** Where all of it is told; null where that is here, and opened. */
  readonly more: string | null;
}

/** The arithmetic of more steps than this is left to the page of the rumor. */
const MOST_STEPS = 12;

/** Why a rumor has its number: the steps, the same in words, the evidence, and the arithmetic. */
export function Why({ explanation, evidence, more }: WhyProps) {
  const { confidence, as_of: asOf, model_version: model } = explanation;
  if (!confidence) return null;
  return (
    <details class="why" open={more === null}>
      <summary>Why {percent(confidence.probability)}?</summary>
      <div class="why-body">
        <div class="why-steps">
          <Waterfall explanation={explanation} />
          <p class="why-text">{explanation.text}</p>
        </div>
        <div class="why-evidence">
          <h4>Evidence</h4>
          <EvidenceList evidence={evidence} explanation={explanation} more={more} />
        </div>
        {more !== null && explanation.steps.length > MOST_STEPS ? (
          <p class="small">
            <a href={more}>The arithmetic of {explanation.steps.length} steps</a>
          </p>
        ) : (
          <details class="twin">
            <summary>Show the arithmetic</summary>
            <div class="scroll">
              <Arithmetic explanation={explanation} />
            </div>
          </details>
        )}
        <p class="muted small">
          Weighed on <Moment at={asOf} /> · model {model}
        </p>
      </div>
    </details>
  );
}
