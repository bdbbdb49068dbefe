import type { AssessmentView, EvidenceView, ExplanationView, RumorView } from '../views.js';

/** A rumor with all that a page tells of it. */
export interface RumorStory {
  readonly rumor: RumorView;
  /** Null before the first assessment. */
  readonly explanation: ExplanationView | null;
  readonly evidence: readonly EvidenceView[];
  readonly history: readonly AssessmentView[];
}

/** A question with the stories of the rumors that answer it, the most likely first. */
export interface QuestionStory {
  readonly question: string;
  readonly answers: readonly RumorStory[];
}
