import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { EvidenceReview } from '../../evidence/evidence-review.service.js';
import { Database } from '../../platform/database/database.js';
import { StatementReview } from '../../statements/statement-review.service.js';
import { OutcomeReader } from './outcome-reader.service.js';

/** Why evidence of an article counts no more that was taken back, and words of it are no longer the speaker's own. */
const TAKEN_BACK = 'The article was taken back.';
const PUT_BACK = 'The article was put back.';

/** Takes back what the writing down of an article did, in one act, and puts it back: nothing is deleted. */
@Injectable()
export class ArticleUndo {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OutcomeReader,
    private readonly evidence: EvidenceReview,
    private readonly statements: StatementReview,
  ) {}

  /**
   * Withdraws all evidence of an article and doubts what in it was verified; its rumors are weighed again.
   *
   * @throws Fault not found `unknown-ingestion`, conflict `moved` where a rumor is one with another meanwhile
   */
  takeBack(id: string, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      const outcome = await this.outcomes.read(id);
      for (const link of await this.outcomes.links(outcome)) {
        if (link.status !== 'active') continue;
        await this.evidence.revise(link.id, { status: 'withdrawn', reason: TAKEN_BACK }, null, actor);
      }
      for (const { id: words, verification } of outcome.statements) {
        if (verification !== 'verified') continue;
        await this.statements.revise(words, { verified: false, reason: TAKEN_BACK }, null, actor);
      }
    });
  }

  /** Makes what was taken back count again, and nothing that somebody withdrew for another reason. Refuses as `takeBack`. */
  putBack(id: string, actor: Actor): Promise<void> {
    return this.database.transaction(async () => {
      const outcome = await this.outcomes.read(id);
      for (const link of await this.outcomes.links(outcome)) {
        if (link.status !== 'withdrawn' || link.withdrawn_reason !== TAKEN_BACK) continue;
        await this.evidence.revise(link.id, { status: 'active', reason: PUT_BACK }, null, actor);
      }
      for (const { id: words, verification, verified_reason: reason } of outcome.statements) {
        if (verification === 'verified' || reason !== TAKEN_BACK) continue;
        await this.statements.revise(words, { verified: true, reason: PUT_BACK }, null, actor);
      }
    });
  }
}
