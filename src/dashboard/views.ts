import type { viewExplanation } from '../assessments/explanation.view.js';
import type { viewAssessment } from '../assessments/history.view.js';
import type { viewDevice } from '../devices/device.view.js';
import type { viewEvidence, viewReport } from '../evidence/evidence.view.js';
import type { viewOutcome } from '../ingestion/ingestion.view.js';
import type { viewRefreshJob } from '../refresh/refresh-job.view.js';
import type { viewRumor } from '../rumors/rumor.view.js';
import type { SearchHitAnswer } from '../search/search.answer.js';
import type { viewSource, viewSourceCard } from '../sources/source.view.js';
import type { viewStatement } from '../statements/statement.view.js';

/** What the pages show: the same answers that the API gives. */
export type DeviceView = ReturnType<typeof viewDevice>;
export type RumorView = ReturnType<typeof viewRumor>;
export type EvidenceView = ReturnType<typeof viewEvidence>;
export type StatementView = ReturnType<typeof viewStatement>;
export type ExplanationView = ReturnType<typeof viewExplanation>;
export type AssessmentView = ReturnType<typeof viewAssessment>;
export type OutcomeView = ReturnType<typeof viewOutcome>;
export type ReportView = ReturnType<typeof viewReport>;
export type SourceView = ReturnType<typeof viewSource>;
export type SourceCardView = ReturnType<typeof viewSourceCard>;
export type StepView = ExplanationView['steps'][number];
export type HitView = SearchHitAnswer;
export type JobView = ReturnType<typeof viewRefreshJob>;
