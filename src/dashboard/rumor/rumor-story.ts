import type { AssessmentView, EvidenceView, ExplanationView, RumorView } from '../views.js';

/** A rumor with all that a page tells of it. */
export interface RumorStory {
  readonly rumor: RumorView;
  /** Null before the first assessment. */
  readonly explanation: ExplanationView | null;
  readonly evidence: readonly EvidenceView[];
  /** How it went: every weighing, or of very many those at which it turned. */
  readonly history: readonly AssessmentView[];
  /** How often it was weighed in all. */
  readonly weighings: number;
  /** Whether its reasons are left to its own page: then evidence and history are empty here. */
  readonly isBrief: boolean;
}

/** A question with the stories of the rumors that answer it, the most likely first. */
export interface QuestionStory {
  readonly question: string;
  readonly answers: readonly RumorStory[];
}
