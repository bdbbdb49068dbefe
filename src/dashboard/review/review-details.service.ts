import { Injectable } from '@nestjs/common';
import { Moments } from '../../events/moments.service.js';
import { EvidenceBoard } from '../../evidence/evidence-board.service.js';
import { viewEvidence, viewToldReport } from '../../evidence/evidence.view.js';
import { ReportBoard } from '../../evidence/report-board.service.js';
import { viewRumor } from '../../rumors/rumor.view.js';
import type { ReviewItem } from '../../review/review-queue.service.js';
import type { ReviewDetail } from './review-card.js';
import { ReviewPapers } from './review-papers.service.js';

/** Looks up what somebody wants to see before they decide. */
@Injectable()
export class ReviewDetails {
  constructor(
    private readonly evidence: EvidenceBoard,
    private readonly reports: ReportBoard,
    private readonly papers: ReviewPapers,
    private readonly moments: Moments,
  ) {}

  /** Null for a kind that is decided elsewhere. */
  async of({ id, kind, rumor }: ReviewItem): Promise<ReviewDetail> {
    if (kind === 'evidence') {
      const row = await this.evidence.get(id);
      return { kind, evidence: viewEvidence(row), version: row.version };
    }
    if (kind === 'origin') {
      const told = await this.reports.told(id, await this.moments.now());
      return { kind, told: viewToldReport(told), version: told.report.version };
    }
    if (kind === 'lapsed_rumor' && rumor !== null) {
      const evidence = (await this.evidence.ofRumor(id)).filter(({ status }) => status === 'active');
      return { kind, rumor: viewRumor(rumor), evidence: evidence.map(viewEvidence) };
    }
    return this.papers.of({ id, kind });
  }
}
