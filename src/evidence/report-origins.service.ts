import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { EvidenceCounts } from './evidence-counts.service.js';
import { ReportCounts } from './report-counts.service.js';
import { ReportGroups } from './report-groups.service.js';
import type { ReviseReportDto } from './report-review.dto.js';
import { Report, type OriginLink, type OriginReason } from './report.entity.js';

/** How a report stands to its origin, as its row has it. */
export interface Descent {
  readonly originId: string;
  readonly originLink: OriginLink;
  readonly originReason: OriginReason | null;
  readonly originConfidence: number;
}

/** How sure a link is that an editor doubts again. */
const DOUBTED = 0.5;

/** Finds what an editor makes of the origin of a report: another one, none, or the suggested one confirmed. */
@Injectable()
export class ReportOrigins {
  constructor(
    private readonly database: Database,
    private readonly links: EvidenceCounts,
    private readonly counts: ReportCounts,
    private readonly groups: ReportGroups,
  ) {}

  /**
   * How a report stands to its origin after an act.
   *
   * @throws Fault invalid `unknown-report`; conflict `origin-of-itself` or `is-origin`
   */
  async after(report: Report, { origin, origin_link: link }: ReviseReportDto): Promise<Descent> {
    const { id, originId, originLink, originReason, originConfidence } = report;
    const former = { originId, originLink, originReason, originConfidence };
    if (origin === null) return { originId: id, originLink: 'own', originReason: 'editor', originConfidence: 1 };
    if (origin !== undefined) return this.under(report, origin, link ?? 'confirmed');
    if (link === undefined || link === originLink) return former;
    if (originLink === 'own')
      throw new Fault('conflict', 'is-origin', `${id} is an origin: name the one it goes back to.`);
    return { ...former, originLink: link, originConfidence: link === 'confirmed' ? 1 : DOUBTED };
  }

  /**
   * Keeps a corrected report; what went back to it follows, and comes back with it. Whatever both origins speak of is
   * weighed again.
   */
  keep(former: Report, present: Report, change: Partial<Report>, actor: Actor): Promise<void> {
    const { id, originId } = present;
    return this.database.transaction(async () => {
      await this.groups.write(former, change);
      if (originId !== id) await this.groups.follow(present, actor);
      else if (former.originId !== id) await this.groups.comeBack(present, former.originId, actor);
      for (const each of new Set([former.originId, originId])) {
        await this.links.markDueOf({ originId: each }, { kind: 'origin', ids: [id] });
      }
      await this.counts.renewOf(id);
    });
  }

  private async under(report: Report, origin: string, originLink: 'confirmed' | 'suggested'): Promise<Descent> {
    const named = await this.database.rows.findOneBy(Report, { id: origin });
    if (!named) {
      const detail = { pointer: '#/origin', code: 'unknown-report', detail: 'not a report' };
      throw new Fault('invalid', 'unknown-report', `There is no report ${origin}.`, [detail]);
    }
    if (named.id === report.id || named.originId === report.id) {
      throw new Fault('conflict', 'origin-of-itself', `${origin} goes back to ${report.id}: split it off first.`);
    }
    const originConfidence = originLink === 'confirmed' ? 1 : DOUBTED;
    return { originId: named.originId, originLink, originReason: 'editor', originConfidence };
  }
}
