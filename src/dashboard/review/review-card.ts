import type { viewToldReport } from '../../evidence/evidence.view.js';
import type { ProposalAnswer } from '../../proposals/proposal.answer.js';
import type { ReviewItemAnswer } from '../../review/review.answer.js';
import type { EvidenceView, OutcomeView, RumorView, StatementView } from '../views.js';

/** Whatever somebody else may have changed in between has a version. */
interface Versioned {
  readonly version: number;
}

/** What is looked at in order to decide, by the kind of what waits; null for a kind that is decided elsewhere. */
export type ReviewDetail =
  | ({ readonly kind: 'evidence'; readonly evidence: EvidenceView } & Versioned)
  | ({ readonly kind: 'origin'; readonly told: ReturnType<typeof viewToldReport> } & Versioned)
  | ({ readonly kind: 'statement'; readonly statement: StatementView } & Versioned)
  | ({ readonly kind: 'resolution_proposal'; readonly proposal: ProposalAnswer } & Versioned)
  | { readonly kind: 'lapsed_rumor'; readonly rumor: RumorView; readonly evidence: readonly EvidenceView[] }
  | { readonly kind: 'ingestion'; readonly outcome: OutcomeView }
  | null;

/** Something that waits, with what is looked at in order to decide. */
export interface ReviewCard {
  readonly item: ReviewItemAnswer;
  readonly detail: ReviewDetail;
}
