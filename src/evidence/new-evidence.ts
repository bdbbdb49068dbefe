import { newId } from '../platform/ids.js';
import type { LinkEvidence } from './evidence.dto.js';
import type { Evidence } from './evidence.entity.js';
import { excerpt } from './excerpt.js';

/** The passage of a link in the columns of its row. */
export const passageOf = ({ quote, where: spanWhere, start: spanStart, end: spanEnd }: LinkEvidence) => ({
  quote: quote ? excerpt(quote) : null,
  spanWhere,
  spanStart,
  spanEnd,
});

/** A link that is new, and counts for nothing yet. */
export const newEvidence = (act: LinkEvidence, now: number): Omit<Evidence, 'report' | 'rumor'> => ({
  id: newId('ev', now),
  reportId: act.report,
  rumorId: act.rumor,
  homeId: null,
  stance: act.stance,
  certainty: act.certainty,
  ...passageOf(act),
  status: 'proposed',
  activeAt: null,
  withdrawnAt: null,
  withdrawnReason: null,
  proposedBy: null,
  proposedKeyId: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
