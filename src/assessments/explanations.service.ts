import { Injectable } from '@nestjs/common';
import type { Contribution, Discarded, Strength } from '../engine/confidence/index.js';
import { EvidenceBoard } from '../evidence/evidence-board.service.js';
import type { EvidenceRow } from '../evidence/evidence.view.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import type { StatementRow } from '../statements/statement.view.js';

/** An assessment as it is read for an answer. */
export interface AssessmentRow {
  readonly id: string;
  readonly at: number;
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly firm_probability: number;
  readonly log_odds: number;
  readonly strength: Strength;
  readonly announced: number;
  readonly window_over: number;
  readonly report_count: number;
  readonly origin_count: number;
  readonly causes: string;
  readonly model_version: string;
}

/** Why a rumor has its confidence, with everything that the steps speak of. */
export interface Explained {
  readonly rumor: RumorRow;
  readonly assessment: AssessmentRow;
  readonly contributions: readonly Contribution[];
  readonly discarded: readonly Discarded[];
  readonly without: Readonly<Record<string, number>>;
  /** The same in plain words. */
  readonly text: string;
  readonly evidence: readonly EvidenceRow[];
  readonly statements: readonly StatementRow[];
}

interface ExplanationRow {
  readonly contributions: string;
  readonly discarded: string;
  readonly without: string;
  readonly text: string;
}

const ASSESSMENTS = `select a.id, a.at, a.probability, a.low, a.high, a.firm_probability, a.log_odds, a.strength,
  a.announced, a.window_over, a.report_count, a.origin_count, a.causes, a.model_version from assessments a`;

/** Says why a rumor has its confidence, and how that came about. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
    private readonly statements: StatementBoard,
  ) {}

  /**
   * The latest assessment of a rumor with its steps, as they were stored with it.
   *
   * @throws Fault not found `unknown-rumor`, or `not-assessed` before the first assessment
   */
  async why(rumorId: string): Promise<Explained> {
    const rumor = await this.rumors.get(rumorId);
    const assessment = await this.database.readOne<AssessmentRow>(`${ASSESSMENTS} where a.id = ?`, [
      rumor.assessment_id,
    ]);
    if (!assessment) throw new Fault('not_found', 'not-assessed', `${rumorId} has not been weighed yet.`);
    const steps = await this.database.readOne<ExplanationRow>(
      'select contributions, discarded, without, text from explanations where assessment_id = ?',
      [assessment.id],
    );
    if (!steps) throw new Error(`the assessment ${assessment.id} has no explanation`);
    return {
      rumor,
      assessment,
      contributions: JSON.parse(steps.contributions) as Contribution[],
      discarded: JSON.parse(steps.discarded) as Discarded[],
      without: JSON.parse(steps.without) as Record<string, number>,
      text: steps.text,
      evidence: await this.evidence.ofRumor(rumorId),
      statements: await this.statements.list({ rumorId }),
    };
  }

  /** The confidence of a rumor over time, oldest first, each with what caused it. */
  history(rumorId: string): Promise<AssessmentRow[]> {
    return this.database.read<AssessmentRow>(`${ASSESSMENTS} where a.rumor_id = ? order by a.at, a.id`, [rumorId]);
  }
}

/** What caused an assessment. */
export const causesOf = (row: AssessmentRow): Cause[] => JSON.parse(row.causes) as Cause[];
