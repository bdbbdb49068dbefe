import { Injectable } from '@nestjs/common';
import type { Contribution, Discarded, Strength } from '../engine/confidence/index.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { EvidenceBoard } from '../evidence/evidence-board.service.js';
import type { EvidenceRow } from '../evidence/evidence.view.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';

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
  /** A JSON list of `Cause`. */
  readonly causes: string;
  readonly model_version: string;
}

/** What a history shows of an assessment. */
export type PointRow = Pick<
  AssessmentRow,
  'at' | 'probability' | 'low' | 'high' | 'report_count' | 'origin_count' | 'causes' | 'model_version'
> & {
  /** 1 where it was worked out later, and never believed; missing where it was. */
  readonly is_reconstructed?: number;
};

const POINTS = `select a.at, a.probability, a.low, a.high, a.report_count, a.origin_count, a.causes, a.model_version
  from assessments a where a.rumor_id = ? and a.at <= ? order by a.at, a.id`;

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
  /** Whether it was worked out later, and never believed; missing where it was. */
  readonly isReconstructed?: boolean;
}

interface ExplanationRow {
  readonly contributions: string;
  readonly discarded: string;
  readonly without: string;
  readonly text: string;
}

const ASSESSMENTS = `select a.id, a.at, a.probability, a.low, a.high, a.firm_probability, a.log_odds, a.strength,
  a.announced, a.window_over, a.report_count, a.origin_count, a.causes, a.model_version from assessments a`;

/** Says why a rumor has its confidence, now or at an earlier moment, and how that came about. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
  ) {}

  /**
   * The assessment of a rumor that stood at a moment, with its steps as they were stored with it and the evidence as it
   * was known then.
   *
   * @throws Fault not found as `RumorBoard.get`, or `not-assessed` before the first assessment
   */
  async why(rumorId: string, moment?: Moment): Promise<Explained> {
    const at = moment ?? (await this.moments.now());
    const rumor = await this.rumors.get(rumorId, at);
    const assessment = await this.database.readOne<AssessmentRow>(`${ASSESSMENTS} where a.id = ?`, [
      rumor.assessment_id,
    ]);
    if (!assessment) throw new Fault('not_found', 'not-assessed', `${rumorId} had not been weighed by then.`);
    const steps = await this.database.readOne<ExplanationRow>(
      'select contributions, discarded, without, text from explanations where assessment_id = ?',
      [assessment.id],
    );
    if (!steps) throw new Error(`the assessment ${assessment.id} has no explanation`);
    const contributions = JSON.parse(steps.contributions) as Contribution[];
    const discarded = JSON.parse(steps.discarded) as Discarded[];
    return {
      rumor,
      assessment,
      contributions,
      discarded,
      without: JSON.parse(steps.without) as Record<string, number>,
      text: steps.text,
      evidence: await this.evidence.ofIds(idsOf(contributions, discarded), at),
    };
  }

  /** The confidence of a rumor over time up to a moment, oldest first, each with what caused it. */
  async history(rumorId: string, moment?: Moment): Promise<PointRow[]> {
    const { at } = moment ?? (await this.moments.now());
    return this.database.read<PointRow>(POINTS, [rumorId, at]);
  }
}

/** The evidence that an explanation speaks of; that of a near or less specific answer counts for its neighbours too. */
export function idsOf(contributions: readonly Contribution[], discarded: readonly Discarded[]): string[] {
  const counted = contributions.flatMap((step) => (step.kind === 'report' ? [step.evidenceId] : []));
  return [...counted, ...discarded.map(({ evidenceId }) => evidenceId)];
}
