import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Decision } from '../../ingestion/candidate.entity.js';
import { CandidateReview } from '../../ingestion/candidate-review.service.js';
import { Forecasts } from '../../ingestion/forecasts.service.js';
import { IngestionQueue } from '../../ingestion/ingestion-queue.service.js';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import { Ingestions } from '../../ingestion/ingestions.service.js';
import type { OutcomeView } from '../views.js';

/** What editors do with an article that waits, as its page offers it. */
@Injectable()
export class ArticleDesk {
  constructor(
    private readonly queue: IngestionQueue,
    private readonly ingestions: Ingestions,
    private readonly review: CandidateReview,
    private readonly forecasts: Forecasts,
  ) {}

  /**
   * An article with its text, null once that is erased.
   *
   * @throws Fault not found `unknown-ingestion`, also for the article of somebody else
   */
  async read(id: string, actor: Actor): Promise<{ outcome: OutcomeView; text: string | null }> {
    const text = await this.queue.textFor(id, actor);
    return { outcome: viewOutcome(await this.ingestions.get(id)), text };
  }

  /** Accepts or rejects a claim, and works out what the rest would do. @throws Fault as `CandidateReview.review` */
  async decide(id: string, candidate: string, decision: Decision, actor: Actor): Promise<void> {
    await this.review.review(id, candidate, { decision }, actor);
    await this.forecasts.foresee(id);
  }

  /** Writes down what is not rejected. @throws Fault as `Ingestions.commit` */
  async commit(id: string, actor: Actor): Promise<void> {
    await this.ingestions.commit(id, actor, false);
  }

  /** Throws the article away. @throws Fault as `CandidateReview.discard` */
  discard(id: string, actor: Actor): Promise<void> {
    return this.review.discard(id, actor);
  }
}
