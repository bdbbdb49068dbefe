import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import type { LinkEvidence } from './evidence.dto.js';
import { Evidence, linkOf } from './evidence.entity.js';
import { EvidenceCounts } from './evidence-counts.service.js';
import { excerpt } from './excerpt.js';

const TOLD = ['stance', 'certainty', 'status', 'quote', 'spanWhere', 'spanStart', 'spanEnd'] as const;

/** Reports linked to rumors. A link is withdrawn, never deleted. */
@Injectable()
export class EvidenceLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly counts: EvidenceCounts,
  ) {}

  /**
   * Links a report to a rumor and asks for the rumor to be weighed again. Of somebody who is no editor the link is a
   * proposal, which counts for nothing, and of which nobody is told, until an editor accepts it.
   *
   * @throws Fault conflict `duplicate-evidence`; what `EvidenceCounts.assertThere` throws
   */
  link(act: LinkEvidence, actor: Actor): Promise<Evidence> {
    return this.database.transaction(async (rows) => {
      const isCounting = may(actor, 'editor');
      const { report: reportId, rumor: rumorId } = act;
      await this.counts.assertThere({ reportId, rumorId });
      if (await rows.existsBy(Evidence, { reportId, rumorId })) {
        throw new Fault('conflict', 'duplicate-evidence', `${reportId} is already linked to ${rumorId}.`);
      }
      const by = isCounting ? null : actor;
      const proposed = { proposedBy: by?.name ?? null, proposedKeyId: by?.keyId ?? null };
      const evidence = rows.create(Evidence, { ...this.row(act), ...proposed });
      await rows.insert(Evidence, evidence);
      if (isCounting) await this.counts.count(evidence);
      const event = isCounting ? ('evidence.added' as const) : null;
      await this.journal.record(actor, { action: 'link', thing: evidence.id, after: linkOf(evidence), event });
      return rows.findOneByOrFail(Evidence, { id: evidence.id });
    });
  }

  /**
   * The same where the two may be linked already: a link that an editor has decided about stays as it is, but for the
   * passage where it has none, and one that was only proposed counts from now on in these words, if they are those of
   * an editor.
   */
  ensure(act: LinkEvidence, actor: Actor): Promise<Evidence> {
    return this.database.transaction(async (rows) => {
      const known = await rows.findOneBy(Evidence, { reportId: act.report, rumorId: act.rumor });
      if (!known) return this.link(act, actor);
      if (!may(actor, 'editor')) return known;
      const { id, version } = known;
      const isProposed = known.status === 'proposed';
      if (isProposed) {
        await this.counts.correct(known, { stance: act.stance, certainty: act.certainty });
        await this.counts.count(known);
      }
      if (act.quote !== null && (isProposed || known.quote === null))
        await rows.update(Evidence, { id }, passageOf(act));
      const present = await rows.findOneByOrFail(Evidence, { id });
      const changes = changesOf(known, present, TOLD);
      if (changes === null) return known;
      await rows.update(Evidence, { id }, { version: version + 1, updatedAt: this.clock.now() });
      const event = isProposed ? ('evidence.added' as const) : ('evidence.updated' as const);
      const data = isProposed ? linkOf(present) : { ...changes.after };
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event, data });
      return rows.findOneByOrFail(Evidence, { id });
    });
  }

  /** @throws Fault not found `unknown-rumor`, gone `removed-device`; Moved */
  assertFollowed(rumorId: string): Promise<void> {
    return this.counts.assertFollowed(rumorId);
  }

  private row(act: LinkEvidence): Partial<Evidence> {
    const now = this.clock.now();
    return {
      id: newId('ev', now),
      reportId: act.report,
      rumorId: act.rumor,
      stance: act.stance,
      certainty: act.certainty,
      ...passageOf(act),
      status: 'proposed',
      activeAt: null,
      withdrawnAt: null,
      withdrawnReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }
}

const passageOf = ({ quote, where: spanWhere, start: spanStart, end: spanEnd }: LinkEvidence) => ({
  quote: quote ? excerpt(quote) : null,
  spanWhere,
  spanStart,
  spanEnd,
});
