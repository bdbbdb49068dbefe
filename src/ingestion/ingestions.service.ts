import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.js';
import { admit } from '../access/admission.js';
import { Database } from '../platform/database/database.js';
import type { HandInArticleDto } from './article.dto.js';
import { Commits, NOTHING_WRITTEN } from './commits.service.js';
import { IngestionBoard, type Outcome } from './ingestion-board.service.js';
import { Proposals } from './proposals.service.js';

/** What to do with an article: keep it for review, write it down at once, or only show what it would do. */
export const INTAKES = ['review', 'commit', 'dry_run'] as const;
export type Intake = (typeof INTAKES)[number];

/** Who may do that: reading a text without storing it is open to readers. */
const NEEDED: Readonly<Record<Intake, Role>> = { dry_run: 'reader', review: 'contributor', commit: 'editor' };

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
    admit(actor, NEEDED[intake]);
    return this.attempt(intake === 'dry_run', async () => {
      const { ingestion, recognised } = await this.proposals.propose(act, actor);
      const writer = intake === 'dry_run' ? asEditor(actor) : actor;
      const written = intake === 'review' ? NOTHING_WRITTEN : await this.commits.commit(ingestion.id, writer);
      return this.board.outcome(ingestion.id, { recognised: recognised && written === NOTHING_WRITTEN, written });
    });
  }

  /** @throws Fault not found `unknown-ingestion` */
  get(id: string): Promise<Outcome> {
    return this.board.outcome(id, { recognised: false, written: NOTHING_WRITTEN });
  }

  /** Writes a reviewed article down, or only shows what that would do. Refuses as `Commits.commit` does. */
  commit(id: string, actor: Actor, isDryRun: boolean): Promise<Outcome> {
    admit(actor, 'editor');
    return this.attempt(isDryRun, async () => {
      const written = await this.commits.commit(id, actor);
      return this.board.outcome(id, { recognised: written === NOTHING_WRITTEN, written });
    });
  }

  private async attempt(isDryRun: boolean, act: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await this.database.transaction(async () => {
        const outcome = await act();
        if (isDryRun) throw new Undone({ ...outcome, isDryRun });
        return outcome;
      });
    } catch (error) {
      if (error instanceof Undone) return error.outcome;
      throw error;
    }
  }
}

/** A dry run shows what the commit of an editor would do, whoever asks for it. */
const asEditor = (actor: Actor): Actor => ({ ...actor, role: 'editor' });
