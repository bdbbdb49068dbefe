import { Injectable } from '@nestjs/common';
import type { Contribution, Discarded } from '../engine/confidence/index.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { EvidenceBoard } from '../evidence/evidence-board.service.js';
import { Database } from '../platform/database/database.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { idsOf, type AssessmentRow, type Explained, type PointRow } from './explanations.service.js';

interface ReconstructedRow extends AssessmentRow {
  readonly contributions: string;
  readonly discarded: string;
  readonly without: string;
  readonly text: string;
}

const POINTS = `select r.at, r.probability, r.low, r.high, r.report_count, r.origin_count, r.causes, r.model_version,
  1 as is_reconstructed from reconstructions r where r.rumor_id = ? and r.at <= ? and r.made_at <= ? order by r.at`;

const LATEST = `select r.id, r.at, r.probability, r.low, r.high, r.firm_probability, r.log_odds, r.strength, r.announced,
  r.window_over, r.report_count, r.origin_count, r.causes, r.model_version, r.contributions, r.discarded, r.without, r.text
  from reconstructions r where r.rumor_id = ? and r.at <= ? order by r.at desc limit 1`;

/** Reads what the model would have said before Hearsay had heard of a rumor. */
@Injectable()
export class ReconstructionBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
  ) {}

  /** The reconstructed past of a rumor, oldest first, as far as it was worked out by a moment. */
  course(rumorId: string, { at }: Moment): Promise<PointRow[]> {
    return this.database.read<PointRow>(POINTS, [rumorId, at, at]);
  }

  /**
   * What the model would have said of a rumor at an instant (epoch milliseconds), with its steps; the rumor and its evidence
   * are those of now. Null where nobody had spoken of it by then, or nobody has worked it out.
   *
   * @throws Fault not found `unknown-rumor`
   */
  async why(rumorId: string, at: number): Promise<Explained | null> {
    const rumor = await this.rumors.get(rumorId);
    const found = await this.database.readOne<ReconstructedRow>(LATEST, [rumorId, at]);
    if (!found) return null;
    const { contributions: steps, discarded: left, without, text, ...assessment } = found;
    const [contributions, discarded] = [JSON.parse(steps) as Contribution[], JSON.parse(left) as Discarded[]];
    const ids = idsOf(contributions, discarded);
    return {
      ...{ rumor, assessment, contributions, discarded, text, isReconstructed: true },
      without: JSON.parse(without) as Record<string, number>,
      evidence: await this.evidence.ofIds(ids, await this.moments.now()),
    };
  }
}
