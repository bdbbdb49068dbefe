import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import type { LinkEvidence } from './evidence.dto.js';
import { Evidence } from './evidence.entity.js';
import { excerpt } from './excerpt.js';
import { Report } from './report.entity.js';

/** Reports linked to rumors. A link is withdrawn, never deleted. */
@Injectable()
export class EvidenceLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /**
   * Links a report to a rumor and asks for the rumor to be weighed again. Of somebody who is no editor the link is a
   * proposal, which counts for nothing until an editor accepts it.
   *
   * @throws Fault not found `unknown-report` or `unknown-rumor`, conflict `duplicate-evidence`
   */
  link(act: LinkEvidence, actor: Actor): Promise<Evidence> {
    return this.database.transaction(async (rows) => {
      const counts = may(actor, 'editor');
      const rumor = await (counts ? this.rumors.touch(act.rumor) : this.rumors.get(act.rumor));
      const report = await rows.findOneBy(Report, { id: act.report });
      if (!report) throw new Fault('not_found', 'unknown-report', `There is no report ${act.report}.`);
      if (await this.isLinked(report.id, rumor.id)) {
        throw new Fault('conflict', 'duplicate-evidence', `${report.id} is already linked to ${rumor.id}.`);
      }
      const by = counts ? null : actor;
      const proposed = { proposedBy: by?.name ?? null, proposedKeyId: by?.keyId ?? null };
      const evidence = rows.create(Evidence, { ...this.row(act), ...proposed });
      await rows.insert(Evidence, evidence);
      if (counts) await this.count(evidence);
      const after = { report_id: report.id, rumor_id: rumor.id, stance: act.stance, certainty: act.certainty };
      await this.journal.record(actor, { action: 'link', thing: evidence.id, after, event: 'evidence.added' });
      return rows.findOneByOrFail(Evidence, { id: evidence.id });
    });
  }

  /**
   * The same where the two may be linked already: a link that an editor has decided about stays as it is, and one that
   * was only proposed counts from now on in these words, if they are those of an editor.
   */
  ensure(act: LinkEvidence, actor: Actor): Promise<Evidence> {
    return this.database.transaction(async (rows) => {
      const known = await rows.findOneBy(Evidence, { reportId: act.report, rumorId: act.rumor });
      if (!known) return this.link(act, actor);
      if (known.status !== 'proposed' || !may(actor, 'editor')) return known;
      const { id, stance, certainty, version } = known;
      await this.correct(known, { stance: act.stance, certainty: act.certainty });
      await this.count(known);
      await rows.update(Evidence, { id }, { version: version + 1, updatedAt: this.clock.now() });
      const before = { status: 'proposed', stance, certainty };
      const after = { status: 'active', stance: act.stance, certainty: act.certainty };
      await this.journal.record(actor, { action: 'revise', thing: id, before, after, event: 'evidence.updated' });
      return rows.findOneByOrFail(Evidence, { id });
    });
  }

  private isLinked(reportId: string, rumorId: string): Promise<boolean> {
    return this.database.rows.existsBy(Evidence, { reportId, rumorId });
  }

  /** Makes a link count from now on that was only proposed, or again where it was withdrawn. */
  count({ id, reportId, rumorId, activeAt: since }: Evidence): Promise<void> {
    return this.database.transaction(async (rows) => {
      const rumor = await this.rumors.touch(rumorId);
      const report = await rows.findOneByOrFail(Report, { id: reportId });
      const isNewToDevice = !(await this.speaksOf(reportId, rumor.deviceId));
      const activeAt = since ?? this.clock.now();
      await rows.update(Evidence, { id }, { status: 'active', activeAt, withdrawnAt: null, withdrawnReason: null });
      if (since === null) await rows.increment(Report, { id: reportId }, 'evidenceCount', 1);
      await this.rumors.countReport(rumor, report.publishedAt, isNewToDevice);
      await this.rumors.markDue([rumorId], { kind: 'evidence', ids: [id] });
    });
  }

  /** Corrects how a report stands to a rumor, or how surely it speaks. */
  correct({ id, rumorId, status }: Evidence, words: Pick<Evidence, 'stance' | 'certainty'>): Promise<void> {
    return this.database.transaction(async (rows) => {
      await this.rumors.touch(rumorId);
      await rows.update(Evidence, { id }, words);
      if (status === 'active') await this.rumors.markDue([rumorId], { kind: 'evidence', ids: [id] });
    });
  }

  /** Makes a link count no more, for a reason; one that was only proposed is turned down. */
  uncount({ id, rumorId, status }: Evidence, withdrawnReason: string): Promise<void> {
    return this.database.transaction(async (rows) => {
      const rumor = await this.rumors.touch(rumorId);
      await rows.update(Evidence, { id }, { status: 'withdrawn', withdrawnAt: this.clock.now(), withdrawnReason });
      if (status === 'proposed') return;
      await this.rumors.uncountReport(rumor.id);
      await this.rumors.markDue([rumor.id], { kind: 'withdrawal', ids: [id] });
    });
  }

  /** Asks for every rumor to be weighed again that the reports of a source, or of an origin, speak of. */
  markDueOf(of: { sourceId: string } | { originId: string }, cause: Cause): Promise<void> {
    const [column, value] = 'sourceId' in of ? ['source_id', of.sourceId] : ['origin_id', of.originId];
    return this.database.transaction(async () => {
      const linked = await this.database.read<{ rumor_id: string }>(
        `select distinct e.rumor_id from evidence e join reports r on r.id = e.report_id
         where r.${column} = ? and e.status = 'active' order by e.rumor_id`,
        [value],
      );
      await this.rumors.markDue(
        linked.map((row) => row.rumor_id),
        cause,
      );
    });
  }

  /** Whether a report was ever counted for a rumor about the device. */
  private async speaksOf(reportId: string, deviceId: string): Promise<boolean> {
    const link = await this.database.readOne(
      `select e.id from evidence e join rumors m on m.id = e.rumor_id
       where e.report_id = ? and m.device_id = ? and e.active_at is not null limit 1`,
      [reportId, deviceId],
    );
    return link !== null;
  }

  private row(act: LinkEvidence): Partial<Evidence> {
    const now = this.clock.now();
    return {
      id: newId('ev', now),
      reportId: act.report,
      rumorId: act.rumor,
      stance: act.stance,
      certainty: act.certainty,
      quote: act.quote ? excerpt(act.quote) : null,
      spanWhere: act.where,
      spanStart: act.start,
      spanEnd: act.end,
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
