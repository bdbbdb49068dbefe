import { Injectable } from '@nestjs/common';
import { dayOf } from '../fetching/dates.js';
import type { HandInArticleDto } from '../ingestion/article.dto.js';
import { CandidateReview } from '../ingestion/candidate-review.service.js';
import type { Candidate } from '../ingestion/candidate.entity.js';
import { NOTHING_WRITTEN } from '../ingestion/commits.service.js';
import { IngestionBoard, type Outcome } from '../ingestion/ingestion-board.service.js';
import { Clock } from '../platform/clock.js';
import type { ItemArticle } from './item-article.service.js';
import type { SubscriptionItem } from './subscription.entity.js';

/** Thrown where an edit adds nothing to what was read before: what was done for it is undone. */
export class NothingAnew extends Error {
  override readonly name = 'NothingAnew';
}

/**
 * Entries that were edited after they had been read. What still waits for its review gives way to the new words. What is
 * written down stays: a later version is a report of its own, of the day on which it was seen, where it claims anything
 * else, since its source had said the one thing and then the other (docs/decisions/0024).
 */
@Injectable()
export class ItemEdits {
  constructor(
    private readonly board: IngestionBoard,
    private readonly review: CandidateReview,
    private readonly clock: Clock,
  ) {}

  /** What became of an entry when it was last read; null for one that was not yet. */
  async former({ ingestionId }: SubscriptionItem): Promise<Outcome | null> {
    if (ingestionId === null) return null;
    return this.board.outcome(ingestionId, { recognised: true, written: NOTHING_WRITTEN });
  }

  /**
   * The article as it is handed in after an edit. Within an act.
   *
   * @throws NothingAnew where an editor has discarded what the entry said before
   */
  async article(former: Outcome, { article, actor }: ItemArticle): Promise<HandInArticleDto> {
    const { ingestion, candidates } = former;
    if (ingestion.status === 'discarded') throw new NothingAnew();
    if (ingestion.status === 'committed') return this.later(article);
    const isUntouched = candidates.every(({ decision }) => decision === 'pending');
    if (ingestion.createdBy === actor.name && isUntouched) await this.review.discard(ingestion.id, actor);
    return article;
  }

  /** @throws NothingAnew where a later version of what is written down claims nothing else */
  assertAnew(former: Outcome, present: Outcome): void {
    if (former.ingestion.status !== 'committed' || former.ingestion.id === present.ingestion.id) return;
    const said = new Set(former.candidates.map(claimIn));
    if (present.candidates.every((each) => said.has(claimIn(each)))) throw new NothingAnew();
  }

  /** The address is that of the first version. */
  private later(article: HandInArticleDto): HandInArticleDto {
    const host = article.url ? { name: new URL(article.url).hostname, vetted: false } : undefined;
    const source = article.source ?? host;
    return { ...article, url: null, published_on: dayOf(this.clock.now()), ...(source && { source }) };
  }
}

const claimIn = ({ device, subject, region, variant, value, stance }: Candidate): string =>
  JSON.stringify([device, subject, region, variant, value, stance]);
