import type { EvidenceView, RumorView } from '../views.js';
import { safeWording } from './safe-wording.js';

interface WordingProps {
  readonly rumor: RumorView;
  readonly evidence: readonly EvidenceView[];
  /** The day as of which it is told, `YYYY-MM-DD`. */
  readonly on: string;
}

/** A sentence about a rumor that can be printed, with the address at which that day can be looked at. */
export function SafeWording({ rumor, evidence, on }: WordingProps) {
  const id = `w-${rumor.id}`;
  return (
    <details class="twin wording">
      <summary>Safe wording</summary>
      <p id={id}>
        {safeWording({ rumor, evidence, on })} <a href={`/rumors/${rumor.id}?as_of=${on}`}>As it stood that day</a>
      </p>
      <button data-copies={id} hidden>
        Copy safe wording
      </button>
    </details>
  );
}
