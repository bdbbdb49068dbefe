import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { canonicalUrl, type TextIdentity } from '../engine/similarity/index.js';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Origins, type Twin } from './origins.service.js';
import { precedes, type Published } from './precedence.js';
import type { PublishReport } from './report.dto.js';
import { noteOf, Report } from './report.entity.js';
import { ReportTexts } from './report-texts.service.js';

/** Something that was published, by its address and its words: enough to know whether it was seen before. */
export interface ReportIdentity {
  readonly contentHash: string;
  readonly canonicalUrl: string | null;
  /** The source; null where nobody said. */
  readonly sourceId: string | null;
}

/** What sources published: each thing once, and each copy under the report that it goes back to. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly origins: Origins,
    private readonly texts: ReportTexts,
  ) {}

  /**
   * The report that was seen before: the same words at the same address or, where no address is known, of the same
   * source (of any, where nobody said whose they are). Null for anything new, such as a copy elsewhere.
   */
  async seen(identity: ReportIdentity): Promise<Report | null> {
    const same = await this.database.rows.find(Report, {
      where: { contentHash: identity.contentHash },
      order: { learnedAt: 'ASC', id: 'ASC' },
    });
    const { canonicalUrl: address, sourceId } = identity;
    const isSeen = (report: Report): boolean =>
      address === null ? sourceId === null || report.sourceId === sourceId : report.canonicalUrl === address;
    return same.find(isSeen) ?? null;
  }

  /**
   * The origin that a text goes back to, without publishing it, or that of the report at its address (canonical), which
   * was cited before; null if it is told for the first time.
   */
  async originOf(identity: TextIdentity, address: string | null): Promise<string | null> {
    const twin = await this.origins.twinOf(identity);
    if (twin || address === null) return twin?.origin.id ?? null;
    return (await this.at(address))?.originId ?? null;
  }

  /** Whether there is a report of that id. */
  exists(id: string): Promise<boolean> {
    return this.database.rows.existsBy(Report, { id });
  }

  /** The report at that address; null if there is none. */
  at(address: string): Promise<Report | null> {
    return this.database.rows.findOneBy(Report, { canonicalUrl: address });
  }

  /**
   * Takes note of a report; one that tells the same as an earlier one is linked to it, or becomes its origin. Nobody is
   * told of it before it counts for something.
   */
  publish(act: PublishReport, actor: Actor): Promise<Report> {
    return this.database.transaction(async (rows) => {
      const twin = await this.origins.twinOf(act.identity);
      const former = twin?.origin ?? null;
      const isFirst = former !== null && precedes(publishedOf(act), { published_at: former.publishedAt });
      const isOrigin = former === null || (twin?.hasTheWords === true && isFirst);
      const report = rows.create(Report, this.row(act, isOrigin ? null : former.id, twin));
      await rows.insert(Report, report);
      if (twin && former && isOrigin) await this.origins.reroot(former.id, report.id, twin.reason);
      await this.texts.file(report.id, act);
      this.origins.filed();
      await this.journal.record(actor, { action: 'publish', thing: report.id, after: noteOf(report), event: null });
      return report;
    });
  }

  private row(act: PublishReport, originId: string | null, twin: Twin | null): Partial<Report> {
    const now = act.learnedAt;
    const id = newId('rep', now);
    return {
      id,
      sourceId: act.sourceId,
      kind: act.kind,
      title: act.title,
      url: act.url,
      canonicalUrl: act.url === null ? null : canonicalUrl(act.url),
      contentHash: act.identity.contentHash,
      language: act.language,
      publishedAt: act.published.at,
      publishedPrecision: act.published.precision,
      learnedAt: now,
      originId: originId ?? id,
      originLink: originId === null ? 'own' : 'confirmed',
      originReason: originId === null ? null : (twin?.reason ?? null),
      originConfidence: 1,
      evidenceCount: 0,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }
}

const publishedOf = ({ published }: PublishReport): Published => ({
  published_at: published.at,
  published_precision: published.precision,
});
