import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import type { HandInArticleDto } from './article.dto.js';
import { Commits, NOTHING_WRITTEN } from './commits.service.js';
import { IngestionBoard, type Outcome } from './ingestion-board.service.js';
import { Proposals } from './proposals.service.js';

/** What to do with an article: keep it for review, write it down at once, or only show what it would do. */
export const INTAKES = ['review', 'commit', 'dry_run'] as const;
export type Intake = (typeof INTAKES)[number];

/** Carries the outcome of a dry run out of the transaction that is undone. */
class Undone extends Error {
  constructor(readonly outcome: Outcome) {
    super('a dry run is undone');
  }
}

/** Articles in: from text to weighed evidence, in one act that is kept whole or not at all. */
@Injectable()
export class Ingestions {
  constructor(
    private readonly database: Database,
    private readonly proposals: Proposals,
    private readonly commits: Commits,
    private readonly board: IngestionBoard,
  ) {}

  /**
   * Takes an article in. A dry run does everything that a commit does, looks at it and undoes it: what it shows is
   * what would be. Refuses as `Proposals.propose` and `Commits.commit` do.
   */
  async handIn(act: HandInArticleDto, actor: Actor, intake: Intake): Promise<Outcome> {
    try {
      return await this.database.transaction(async () => {
        const { ingestion, recognised } = await this.proposals.propose(act, actor);
        const written = intake === 'review' ? NOTHING_WRITTEN : await this.commits.commit(ingestion.id, actor);
        const outcome = await this.board.outcome(ingestion.id, { recognised, written });
        if (intake === 'dry_run') throw new Undone(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }
}
