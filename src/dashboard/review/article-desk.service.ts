import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { CandidateReview } from '../../ingestion/candidate-review.service.js';
import { Forecasts } from '../../ingestion/forecasts.service.js';
import { IngestionQueue } from '../../ingestion/ingestion-queue.service.js';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import { Ingestions } from '../../ingestion/ingestions.service.js';
import type { OutcomeView } from '../views.js';
import { acts } from './acts.js';
import type { CandidateFormDto } from './review-forms.dto.js';

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

  /** Accepts, rejects or corrects a claim. @throws Fault as `acts.ofCandidate` and `CandidateReview.review` do */
  async decide(id: string, candidate: string, form: CandidateFormDto, actor: Actor): Promise<void> {
    await this.review.review(id, candidate, acts.ofCandidate(form), actor);
  }

  /** Works out what the article would do as it is decided now; not to be called within an act. */
  foresee(id: string): Promise<void> {
    return this.forecasts.foresee(id);
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
