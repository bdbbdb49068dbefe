import { sayInstant } from '../platform/instant.js';
import { sayRumor } from '../rumors/rumor.view.js';
import type { ReviewKind } from './review-kinds.js';
import type { ReviewItem } from './review-queue.service.js';
import type { ReviewItemAnswer } from './review.answer.js';

/** Where each kind is looked at and decided. */
const PLACES: Readonly<Record<ReviewKind, string>> = {
  ingestion: '/v1/ingestions',
  evidence: '/v1/evidence',
  origin: '/v1/reports',
  statement: '/v1/statements',
  lapsed_rumor: '/v1/rumors',
  resolution_proposal: '/v1/resolution-proposals',
  contradiction: '/v1/rumors',
};

/** Something that waits for a decision, as it is shown. */
export function viewReviewItem({ id, kind, title, device, rumor, ...row }: ReviewItem): ReviewItemAnswer {
  const decided = kind === 'contradiction' ? (rumor?.id ?? '') : id;
  return {
    id,
    kind,
    title: kind === 'lapsed_rumor' && rumor !== null ? sayRumor(rumor) : title,
    device: device && { id: device.id, slug: device.slug, name: device.name },
    rumor: rumor && { id: rumor.id, text: sayRumor(rumor) },
    proposed_by: row.proposed_by,
    decisions: row.decisions,
    waits_since: sayInstant(row.waits_since),
    href: `${PLACES[kind]}/${decided}`,
  };
}
