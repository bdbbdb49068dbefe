import { Injectable } from '@nestjs/common';
import { may, type Actor, type Role } from '../access/actor.js';
import { admit } from '../access/admission.js';
import { Database } from '../platform/database/database.js';
import type { HandInArticleDto } from './article.dto.js';
import { NOTHING_WRITTEN, type Written } from './commits.service.js';
import { Embargoes } from './embargoes.service.js';
import { IngestionBoard, type Outcome } from './ingestion-board.service.js';
import type { Ingestion } from './ingestion.entity.js';
import { Proposals } from './proposals.service.js';
import { undone } from './undone.js';

/** What to do with an article: keep it for review, write it down at once, or only show what it would do. */
export const INTAKES = ['review', 'commit', 'dry_run'] as const;
export type Intake = (typeof INTAKES)[number];

/** Who may do that: reading a text without storing it is open to readers. */
const NEEDED: Readonly<Record<Intake, Role>> = { dry_run: 'reader', review: 'contributor', commit: 'editor' };

/** Articles in: from text to weighed evidence, in one act that is kept whole or not at all. */
@Injectable()
export class Ingestions {
  constructor(
    private readonly database: Database,
    private readonly proposals: Proposals,
    private readonly embargoes: Embargoes,
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
      const written = await this.written(ingestion, actor, intake);
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
      const written = await this.embargoes.commit(id, actor, isDryRun);
      return this.board.outcome(id, { recognised: written === NOTHING_WRITTEN, written });
    });
  }

  /** An editor who hands in what is under an embargo has it written down when that ends. */
  private async written(ingestion: Ingestion, actor: Actor, intake: Intake): Promise<Written> {
    if (intake === 'dry_run') return this.embargoes.commit(ingestion.id, asEditor(actor), true);
    if (intake === 'commit') return this.embargoes.commit(ingestion.id, actor, false);
    if (may(actor, 'editor')) await this.embargoes.giveLeave(ingestion, actor);
    return NOTHING_WRITTEN;
  }

  private async attempt(isDryRun: boolean, act: () => Promise<Outcome>): Promise<Outcome> {
    if (!isDryRun) return this.database.transaction(act);
    return { ...(await undone(this.database, act)), isDryRun };
  }
}

/** A dry run shows what the commit of an editor would do, whoever asks for it. */
const asEditor = (actor: Actor): Actor => ({ ...actor, role: 'editor' });
