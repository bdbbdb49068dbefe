import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { REVIEW_KINDS } from '../../review/review-kinds.js';
import { REVIEW_SORTS, ReviewQueue } from '../../review/review-queue.service.js';
import { viewReviewItem } from '../../review/review.view.js';
import type { ReviewCard } from './review-card.js';
import { ReviewDetails } from './review-details.service.js';
import type { ReviewProps } from './review-page.js';
import type { ReviewPageQueryDto } from './review-query.dto.js';

/** How much of what waits a page shows. */
const MOST = 20;

/** Puts the page of what waits together. */
@Injectable()
export class ReviewReader {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly details: ReviewDetails,
  ) {}

  /** What waits for somebody, the longest waiting first. */
  async read(query: ReviewPageQueryDto, actor: Actor): Promise<ReviewProps> {
    const kinds = query.kind ? [query.kind] : REVIEW_KINDS;
    const [since, id] = query.after?.split('~') ?? [];
    const after = id === undefined ? null : [Number(since), id];
    const rows = await this.queue.page(kinds, actor, { sort: REVIEW_SORTS.waits_since, after, limit: MOST });
    const cards: ReviewCard[] = [];
    for (const row of rows.slice(0, MOST)) {
      cards.push({ item: viewReviewItem(row), detail: await this.details.of(row) });
    }
    const last = rows.length > MOST ? rows[MOST - 1] : undefined;
    const next = last === undefined ? null : `${last.waits_since}~${last.id}`;
    return { cards, counts: await this.queue.counts(actor), next, query, actor };
  }
}
