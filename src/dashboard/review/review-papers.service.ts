import { Injectable } from '@nestjs/common';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import { Ingestions } from '../../ingestion/ingestions.service.js';
import { ProposalBoard } from '../../proposals/proposal-board.service.js';
import { viewProposal } from '../../proposals/proposal.view.js';
import type { ReviewItem } from '../../review/review-queue.service.js';
import { StatementBoard } from '../../statements/statement-board.service.js';
import { viewStatement } from '../../statements/statement.view.js';
import type { ReviewDetail } from './review-card.js';

/** Looks up what is read before it is decided: statements, proposals, articles. */
@Injectable()
export class ReviewPapers {
  constructor(
    private readonly statements: StatementBoard,
    private readonly proposals: ProposalBoard,
    private readonly ingestions: Ingestions,
  ) {}

  /** Null for a kind that is none of these. */
  async of({ id, kind }: Pick<ReviewItem, 'id' | 'kind'>): Promise<ReviewDetail> {
    if (kind === 'statement') {
      const row = await this.statements.get(id);
      return { kind, statement: viewStatement(row), version: row.version };
    }
    if (kind === 'resolution_proposal') {
      const row = await this.proposals.get(id);
      return { kind, proposal: viewProposal(row), version: row.version };
    }
    return kind === 'ingestion' ? { kind, outcome: viewOutcome(await this.ingestions.get(id)) } : null;
  }
}
