import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal, type JournalEntry } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Rumor } from '../rumors/rumor.entity.js';
import type { ReviseEvidenceDto } from './evidence.dto.js';
import { Evidence, linkOf } from './evidence.entity.js';
import { EvidenceCounts } from './evidence-counts.service.js';

const REVIEWED = ['stance', 'certainty', 'status', 'withdrawnAt', 'withdrawnReason'] as const;

/** What editors make of links: accepted, corrected, withdrawn, and made to count again. */
@Injectable()
export class EvidenceReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly counts: EvidenceCounts,
  ) {}

  /**
   * Accepts, corrects or withdraws a link, or makes a withdrawn one count again; its rumor is weighed again.
   *
   * @throws Fault not found `unknown-evidence`, conflict `already-withdrawn` or `moved`; StaleVersion
   */
  revise(id: string, act: ReviseEvidenceDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await rows.findOneBy(Evidence, { id });
      if (!former) throw new Fault('not_found', 'unknown-evidence', `There is no evidence ${id}.`);
      assertUnchanged(former.version, seen);
      if (former.status === 'withdrawn' && act.status !== 'active') {
        throw new Fault('conflict', 'already-withdrawn', `${id} is withdrawn: make it active again to change it.`);
      }
      await this.assertCounts(former);
      await this.apply(former, act);
      const present = await rows.findOneByOrFail(Evidence, { id });
      const changes = changesOf(former, present, REVIEWED);
      if (changes === null) return;
      await rows.update(Evidence, { id }, { version: former.version + 1, updatedAt: this.clock.now() });
      const reason = act.reason === undefined ? {} : { reason: act.reason };
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, ...told(former, present, reason) });
    });
  }

  /** What is linked to a rumor that is one with another counts there by another link of its report. */
  private async assertCounts({ id, reportId, rumorId }: Evidence): Promise<void> {
    const { unitedIntoId } = await this.database.rows.findOneByOrFail(Rumor, { id: rumorId });
    if (unitedIntoId === null) return;
    const twin = await this.database.rows.findOneBy(Evidence, { reportId, rumorId: unitedIntoId });
    const instead = twin === null ? '' : `: change ${twin.id} in its place`;
    throw new Fault('conflict', 'moved', `${id} speaks of ${rumorId}, which is ${unitedIntoId} now${instead}.`);
  }

  private async apply(evidence: Evidence, { stance, certainty, status, reason }: ReviseEvidenceDto): Promise<void> {
    const words = { stance: stance ?? evidence.stance, certainty: certainty ?? evidence.certainty };
    if (words.stance !== evidence.stance || words.certainty !== evidence.certainty) {
      await this.counts.correct(evidence, words);
    }
    if (status === 'active' && evidence.status !== 'active') await this.counts.count(evidence);
    if (status === 'withdrawn') await this.counts.uncount(evidence, reason ?? '');
  }
}

/**
 * What those who listen are told: a link that counts for the first time is new to them, and of one that never did, they
 * are told nothing.
 */
function told(former: Evidence, present: Evidence, reason: object): Pick<JournalEntry, 'event' | 'data'> {
  if (present.activeAt === null) return { event: null };
  if (former.activeAt === null) return { event: 'evidence.added', data: { ...linkOf(present), ...reason } };
  const { stance, certainty, status } = present;
  const event = status === 'withdrawn' ? 'evidence.withdrawn' : 'evidence.updated';
  return { event, data: { stance, certainty, status, ...reason } };
}
