import { EvidenceDetail, OriginDetail } from './evidence-detail.js';
import { ArticleDetail } from './article-detail.js';
import { LapsedDetail } from './lapsed-detail.js';
import { ProposalDetail } from './proposal-detail.js';
import type { ReviewDetail } from './review-card.js';
import { StatementDetail } from './statement-detail.js';

interface DetailProps {
  readonly detail: NonNullable<ReviewDetail>;
  /** Whether the acts are offered. */
  readonly mayDecide: boolean;
}

/** What is looked at before something is decided, with the forms by which it is. */
export function DetailOf({ detail, mayDecide }: DetailProps) {
  switch (detail.kind) {
    case 'evidence':
      return <EvidenceDetail {...detail} mayDecide={mayDecide} />;
    case 'origin':
      return <OriginDetail {...detail} mayDecide={mayDecide} />;
    case 'statement':
      return <StatementDetail {...detail} mayDecide={mayDecide} />;
    case 'lapsed_rumor':
      return <LapsedDetail {...detail} mayDecide={mayDecide} />;
    case 'resolution_proposal':
      return <ProposalDetail {...detail} mayDecide={mayDecide} />;
    case 'ingestion':
      return <ArticleDetail {...detail} />;
  }
}
