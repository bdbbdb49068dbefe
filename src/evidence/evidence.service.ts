import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { newId } from '../platform/ids.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import type { LinkEvidenceDto } from './evidence.dto.js';
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
   * Links a report to a rumor and asks for the rumor to be weighed again.
   *
   * @throws Fault not found `unknown-report` or `unknown-rumor`, conflict `duplicate-evidence`
   */
  link(act: LinkEvidenceDto, actor: Actor): Promise<Evidence> {
    return this.database.transaction(async (rows) => {
      const rumor = await this.rumors.touch(act.rumor);
      const report = await rows.findOneBy(Report, { id: act.report });
      if (!report) throw new Fault('not_found', 'unknown-report', `There is no report ${act.report}.`);
      if (await rows.existsBy(Evidence, { reportId: report.id, rumorId: rumor.id })) {
        throw new Fault('conflict', 'duplicate-evidence', `${report.id} is already linked to ${rumor.id}.`);
      }
      const evidence = rows.create(Evidence, this.row(act));
      const isNewToDevice = !(await this.speaksOf(report.id, rumor.deviceId));
      await rows.insert(Evidence, evidence);
      await rows.increment(Report, { id: report.id }, 'evidenceCount', 1);
      await this.rumors.countReport(rumor, report.publishedAt, isNewToDevice);
      await this.rumors.markDue([rumor.id], { kind: 'evidence', ids: [evidence.id] });
      const after = { report_id: report.id, rumor_id: rumor.id, stance: act.stance, certainty: act.certainty };
      await this.journal.record(actor, { action: 'link', thing: evidence.id, after, event: 'evidence.added' });
      return evidence;
    });
  }

  /**
   * Withdraws a link for a reason; the rumor is weighed again without it.
   *
   * @throws Fault not found `unknown-evidence`, conflict `already-withdrawn`
   */
  withdraw(id: string, reason: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const evidence = await rows.findOneBy(Evidence, { id });
      if (!evidence) throw new Fault('not_found', 'unknown-evidence', `There is no evidence ${id}.`);
      if (evidence.status === 'withdrawn')
        throw new Fault('conflict', 'already-withdrawn', `${id} is withdrawn already.`);
      const rumor = await this.rumors.touch(evidence.rumorId);
      const now = this.clock.now();
      const change = { status: 'withdrawn' as const, withdrawnAt: now, withdrawnReason: reason, updatedAt: now };
      await rows.update(Evidence, { id }, { ...change, version: evidence.version + 1 });
      await this.rumors.uncountReport(rumor.id);
      await this.rumors.markDue([rumor.id], { kind: 'withdrawal', ids: [id] });
      const before = { status: evidence.status };
      const after = { status: 'withdrawn', reason };
      await this.journal.record(actor, { action: 'withdraw', thing: id, before, after, event: 'evidence.withdrawn' });
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

  /** Whether a report is already linked to a rumor about the device. */
  private async speaksOf(reportId: string, deviceId: string): Promise<boolean> {
    const link = await this.database.readOne(
      `select e.id from evidence e join rumors m on m.id = e.rumor_id where e.report_id = ? and m.device_id = ? limit 1`,
      [reportId, deviceId],
    );
    return link !== null;
  }

  private row(act: LinkEvidenceDto): Partial<Evidence> {
    const now = this.clock.now();
    return {
      id: newId('ev', now),
      reportId: act.report,
      rumorId: act.rumor,
      stance: act.stance,
      certainty: act.certainty,
      quote: act.quote ? excerpt(act.quote) : null,
      spanWhere: act.where ?? null,
      spanStart: act.start ?? null,
      spanEnd: act.end ?? null,
      status: 'active',
      withdrawnAt: null,
      withdrawnReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }
}
