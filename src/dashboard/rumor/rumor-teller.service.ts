import { Injectable } from '@nestjs/common';
import { viewExplanation } from '../../assessments/explanation.view.js';
import { viewPoint } from '../../assessments/history.view.js';
import { Explanations } from '../../assessments/explanations.service.js';
import { pointsOf } from '../../assessments/history.js';
import { Past } from '../../assessments/past.service.js';
import type { Moment } from '../../events/moments.service.js';
import { EvidenceBoard } from '../../evidence/evidence-board.service.js';
import { viewEvidence } from '../../evidence/evidence.view.js';
import { RumorBoard, type RumorFilter } from '../../rumors/rumor-board.service.js';
import { viewRumor, type RumorRow } from '../../rumors/rumor.view.js';
import type { RumorStory } from './rumor-story.js';
import { toldInFull } from './told-in-full.js';

/** Tells rumors with their reasons: why each has its number, by which evidence, and how it went. */
@Injectable()
export class RumorTeller {
  constructor(
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
    private readonly explanations: Explanations,
    private readonly past: Past,
  ) {}

  /**
   * The rumors of a filter as they stood at a moment, those of one question together; of very many some without their
   * reasons.
   */
  async list(filter: RumorFilter, moment: Moment): Promise<RumorStory[]> {
    const rows = await this.rumors.list(filter, moment);
    const full = toldInFull(rows.map(viewRumor));
    const stories: RumorStory[] = [];
    for (const row of rows) stories.push(full.has(row.id) ? await this.tell(row, moment, FEW_POINTS) : briefOf(row));
    return stories;
  }

  /** @throws Fault not found `unknown-rumor` */
  async get(id: string, moment: Moment): Promise<RumorStory> {
    return this.tell(await this.rumors.get(id, moment), moment, MANY_POINTS);
  }

  private async tell(row: RumorRow, moment: Moment, maxPoints: number): Promise<RumorStory> {
    const isWeighed = row.assessment_id !== null;
    const weighings = await this.past.history(row.id, moment);
    return {
      rumor: viewRumor(row),
      explanation: isWeighed ? viewExplanation(await this.explanations.why(row.id, moment)) : null,
      evidence: (await this.evidence.ofRumor(row.id, moment)).map(viewEvidence),
      history: pointsOf(weighings, { ...ALL_OF_IT, maxPoints }).map(viewPoint),
      weighings: weighings.length,
      isBrief: false,
    };
  }
}

/** A whole history; in so many points where it is one of many on a page, and where it has a page to itself. */
const ALL_OF_IT = { from: -Infinity, to: Infinity, interval: 'raw' } as const;
const FEW_POINTS = 40;
const MANY_POINTS = 200;

const briefOf = (row: RumorRow): RumorStory => ({
  ...{ rumor: viewRumor(row), explanation: null, evidence: [], history: [], weighings: 0, isBrief: true },
});
