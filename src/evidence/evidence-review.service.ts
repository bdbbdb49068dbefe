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

const REVIEWED = ['stance', 'certainty', 'status', 'withdrawnAt', 'withdrawnReason'] as const;

/** What editors make of links: accepted, corrected, withdrawn, and made to count again. */
@Injectable()
export class EvidenceReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly links: EvidenceLinks,
  ) {}

  /**
   * Accepts, corrects or withdraws a link, or makes a withdrawn one count again; its rumor is weighed again.
   *
   * @throws Fault not found `unknown-evidence`, conflict `already-withdrawn`; StaleVersion
   */
  revise(id: string, act: ReviseEvidenceDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await rows.findOneBy(Evidence, { id });
      if (!former) throw new Fault('not_found', 'unknown-evidence', `There is no evidence ${id}.`);
      assertUnchanged(former.version, seen);
      if (former.status === 'withdrawn' && act.status !== 'active') {
        throw new Fault('conflict', 'already-withdrawn', `${id} is withdrawn: make it active again to change it.`);
      }
      await this.apply(former, act);
      const present = await rows.findOneByOrFail(Evidence, { id });
      const changes = changesOf(former, present, REVIEWED);
      if (changes === null) return;
      await rows.update(Evidence, { id }, { version: former.version + 1, updatedAt: this.clock.now() });
      const event = act.status === 'withdrawn' ? 'evidence.withdrawn' : 'evidence.updated';
      const data = { ...changes.after, ...(act.reason !== undefined && { reason: act.reason }) };
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event, data });
    });
  }

  private async apply(evidence: Evidence, { stance, certainty, status, reason }: ReviseEvidenceDto): Promise<void> {
    const words = { stance: stance ?? evidence.stance, certainty: certainty ?? evidence.certainty };
    if (words.stance !== evidence.stance || words.certainty !== evidence.certainty) {
      await this.links.correct(evidence, words);
    }
    if (status === 'active' && evidence.status !== 'active') await this.links.count(evidence);
    if (status === 'withdrawn') await this.links.uncount(evidence, reason ?? '');
  }
}
