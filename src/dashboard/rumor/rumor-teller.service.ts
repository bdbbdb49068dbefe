import { Injectable } from '@nestjs/common';
import { viewAssessment, viewExplanation } from '../../assessments/explanation.view.js';
import { Explanations } from '../../assessments/explanations.service.js';
import type { Moment } from '../../events/moments.service.js';
import { EvidenceBoard } from '../../evidence/evidence-board.service.js';
import { viewEvidence } from '../../evidence/evidence.view.js';
import { RumorBoard, type RumorFilter } from '../../rumors/rumor-board.service.js';
import { viewRumor, type RumorRow } from '../../rumors/rumor.view.js';
import type { RumorStory } from './rumor-story.js';

/** Tells rumors with their reasons: why each has its number, by which evidence, and how it went. */
@Injectable()
export class RumorTeller {
  constructor(
    private readonly rumors: RumorBoard,
    private readonly evidence: EvidenceBoard,
    private readonly explanations: Explanations,
  ) {}

  /** The rumors of a filter as they stood at a moment, those of one question together. */
  async list(filter: RumorFilter, moment: Moment): Promise<RumorStory[]> {
    const stories: RumorStory[] = [];
    for (const row of await this.rumors.list(filter, moment)) stories.push(await this.tell(row, moment));
    return stories;
  }

  /** @throws Fault not found `unknown-rumor` */
  async get(id: string, moment: Moment): Promise<RumorStory> {
    return this.tell(await this.rumors.get(id, moment), moment);
  }

  private async tell(row: RumorRow, moment: Moment): Promise<RumorStory> {
    const isWeighed = row.assessment_id !== null;
    return {
      rumor: viewRumor(row),
      explanation: isWeighed ? viewExplanation(await this.explanations.why(row.id, moment)) : null,
      evidence: (await this.evidence.ofRumor(row.id, moment)).map(viewEvidence),
      history: (await this.explanations.history(row.id, moment)).map(viewAssessment),
    };
  }
}
