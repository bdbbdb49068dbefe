import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import type { ReviseEvidenceDto } from './evidence.dto.js';
import { Evidence } from './evidence.entity.js';
import { EvidenceLinks } from './evidence.service.js';

/** What editors make of links: accepted, corrected, withdrawn. */
@Injectable()
export class EvidenceReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly links: EvidenceLinks,
  ) {}

  /**
   * Accepts, corrects or withdraws a link; its rumor is weighed again.
   *
   * @throws Fault not found `unknown-evidence`, conflict `already-withdrawn`; StaleVersion
   */
  revise(id: string, act: ReviseEvidenceDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await rows.findOneBy(Evidence, { id });
      if (!former) throw new Fault('not_found', 'unknown-evidence', `There is no evidence ${id}.`);
      assertUnchanged(former.version, seen);
      if (former.status === 'withdrawn') {
        throw new Fault('conflict', 'already-withdrawn', `${id} is withdrawn, and stays as it was.`);
      }
      await this.apply(former, act);
      const present = await rows.findOneByOrFail(Evidence, { id });
      const changes = changesOf(former, present, ['stance', 'certainty', 'status', 'withdrawnReason']);
      if (changes === null) return;
      await rows.update(Evidence, { id }, { version: former.version + 1, updatedAt: this.clock.now() });
      const event = act.status === 'withdrawn' ? 'evidence.withdrawn' : 'evidence.updated';
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event });
    });
  }

  private async apply(evidence: Evidence, { stance, certainty, status, reason }: ReviseEvidenceDto): Promise<void> {
    const words = { stance: stance ?? evidence.stance, certainty: certainty ?? evidence.certainty };
    if (words.stance !== evidence.stance || words.certainty !== evidence.certainty) {
      await this.links.correct(evidence, words);
    }
    if (status === 'active' && evidence.status === 'proposed') await this.links.count(evidence);
    if (status === 'withdrawn') await this.links.uncount(evidence, reason ?? '');
  }
}
