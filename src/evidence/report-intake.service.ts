import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { canonicalUrl } from '../engine/similarity/index.js';
import { CitedReports } from './cited-reports.service.js';
import { EvidenceCounts } from './evidence-counts.service.js';
import type { PublishReport } from './report.dto.js';
import { isUnread, type Report } from './report.entity.js';
import { Reports } from './reports.service.js';
import { Retellings } from './retellings.service.js';

/** Takes in what was read: as a new report, or as the text of one that was cited before. */
@Injectable()
export class ReportIntake {
  constructor(
    private readonly reports: Reports,
    private readonly cited: CitedReports,
    private readonly counts: EvidenceCounts,
    private readonly retellings: Retellings,
  ) {}

  /** The report at an address (canonical) whose words are known already; null where the address is free for others. */
  async readAt(address: string | null): Promise<Report | null> {
    const report = address === null ? null : await this.reports.at(address);
    return report && !isUnread(report) ? report : null;
  }

  /** The report that was cited with an address (canonical), whose text is still to come; null if there is none. */
  async citedAt(address: string | null): Promise<Report | null> {
    const report = address === null ? null : await this.reports.at(address);
    return report && isUnread(report) ? report : null;
  }

  /** Takes a report in; rumors whose evidence counts otherwise with it are asked to be weighed again. Within an act. */
  async takeIn(act: PublishReport, actor: Actor): Promise<Report> {
    const cited = await this.citedAt(act.url === null ? null : canonicalUrl(act.url));
    const report = cited ? await this.cited.complete(cited, act, actor) : await this.reports.publish(act, actor);
    if (report.originLink === 'own') {
      await this.counts.markDueOf({ originId: report.id }, { kind: 'origin', ids: [report.id] });
    }
    return report;
  }

  /** Looks for what a report retells, and for what retells it, once its claims count. Within an act. */
  relate(report: Report): Promise<void> {
    return this.retellings.suggest(report.id);
  }

  /** Asks for what a source said to be weighed again, because it is vouched for now. */
  markDueOfSource(id: string): Promise<void> {
    return this.counts.markDueOf({ sourceId: id }, { kind: 'source', ids: [id] });
  }
}
