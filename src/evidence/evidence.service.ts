import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { LinkEvidence } from './evidence.dto.js';
import { Evidence, linkOf } from './evidence.entity.js';
import { EvidenceCounts } from './evidence-counts.service.js';
import { newEvidence, passageOf } from './new-evidence.js';
import type { Report } from './report.entity.js';

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
      const { report: reportId, rumor: rumorId } = act;
      await this.counts.assertThere({ reportId, rumorId });
      if (await rows.existsBy(Evidence, { reportId, rumorId })) {
        throw new Fault('conflict', 'duplicate-evidence', `${reportId} is already linked to ${rumorId}.`);
      }
      const isCounting = may(actor, 'editor');
      const by = isCounting ? null : actor;
      const proposed = { proposedBy: by?.name ?? null, proposedKeyId: by?.keyId ?? null };
      const evidence = rows.create(Evidence, { ...newEvidence(act, this.clock.now()), ...proposed });
      await rows.insert(Evidence, evidence);
      if (isCounting) await this.counts.count(evidence);
      await this.tell(evidence, isCounting, actor);
      return rows.findOneByOrFail(Evidence, { id: evidence.id });
    });
  }

  /**
   * Links a report to everything that an article speaks of; each rumor is named once, and there. What an editor links
   * for the first time is written down and counted together. To be called within an act.
   *
   * @returns the ids of the links, in the order of the acts
   */
  async ensureAll(report: Report, acts: readonly LinkEvidence[], actor: Actor): Promise<string[]> {
    const { rows } = this.database;
    const known = new Set((await rows.findBy(Evidence, { reportId: report.id })).map(({ rumorId }) => rumorId));
    const made = new Map<string, Evidence>();
    if (may(actor, 'editor')) {
      const activeAt = this.clock.now();
      const since = { status: 'active', activeAt } as const;
      for (const act of acts)
        if (!known.has(act.rumor)) made.set(act.rumor, { ...newEvidence(act, activeAt), ...since });
      await this.counts.enter(report, [...made.values()]);
      for (const evidence of made.values()) await this.tell(evidence, true, actor);
    }
    const ids: string[] = [];
    for (const act of acts) ids.push(made.get(act.rumor)?.id ?? (await this.ensure(act, actor)).id);
    return ids;
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

  private tell(evidence: Evidence, isCounting: boolean, actor: Actor): Promise<void> {
    const event = isCounting ? ('evidence.added' as const) : null;
    return this.journal.record(actor, { action: 'link', thing: evidence.id, after: linkOf(evidence), event });
  }
}
