import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { nameKey } from '../engine/subjects/index.js';
import { bandsOf, canonicalUrl, encodeFingerprint, type TextIdentity } from '../engine/similarity/index.js';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Sources } from '../sources/sources.service.js';
import { Credit } from './credit.entity.js';
import { Fingerprint, FingerprintBand } from './fingerprint.entity.js';
import { Origins, type Twin } from './origins.service.js';
import { precedes, type Published } from './precedence.js';
import type { PublishReport } from './report.dto.js';
import { Report } from './report.entity.js';

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
    private readonly sources: Sources,
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

  /** The origin that a text goes back to, without publishing it; null if it is told for the first time. */
  async originOf(identity: TextIdentity): Promise<string | null> {
    return (await this.origins.twinOf(identity))?.report.originId ?? null;
  }

  /** Whether there is a report of that id. */
  exists(id: string): Promise<boolean> {
    return this.database.rows.existsBy(Report, { id });
  }

  /** The report at that address; null if there is none. */
  at(address: string): Promise<Report | null> {
    return this.database.rows.findOneBy(Report, { canonicalUrl: address });
  }

  /** Takes note of a report; one that tells the same as an earlier one is linked to it, or becomes its origin. */
  publish(act: PublishReport, actor: Actor): Promise<Report> {
    return this.database.transaction(async (rows) => {
      const twin = await this.origins.twinOf(act.identity);
      const former = twin && (await rows.findOneByOrFail(Report, { id: twin.report.originId }));
      const isOrigin = former === null || precedes(publishedOf(act), { published_at: former.publishedAt });
      const report = rows.create(Report, this.row(act, isOrigin ? null : former.id, twin));
      await rows.insert(Report, report);
      if (twin && former && isOrigin) await this.origins.reroot(former.id, report.id, twin.reason);
      await this.keepFingerprint(report.id, act);
      await this.keepCredits(report.id, act);
      await this.sources.countReport(act.sourceId, act.published.at);
      const after = { title: report.title, url: report.url, source_id: report.sourceId, origin_id: report.originId };
      await this.journal.record(actor, { action: 'publish', thing: report.id, after, event: 'report.added' });
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

  private keepFingerprint(reportId: string, act: PublishReport): Promise<void> {
    const { fingerprint } = act.identity;
    return this.database.transaction(async (rows) => {
      await rows.insert(Fingerprint, { reportId, signature: encodeFingerprint(fingerprint) });
      const bands = [...new Set(bandsOf(fingerprint.signature))];
      await rows.insert(
        FingerprintBand,
        bands.map((band) => ({ band, reportId })),
      );
    });
  }

  private keepCredits(reportId: string, act: PublishReport): Promise<void> {
    const names = new Map(act.credits.map((credit) => [nameKey(credit.name), credit.name]));
    names.delete('');
    return this.database.transaction(async (rows) => {
      for (const [key, name] of names) {
        const source = await this.sources.named(name);
        await rows.insert(Credit, { reportId, nameKey: key, name, sourceId: source?.id ?? null });
      }
    });
  }
}

const publishedOf = ({ published }: PublishReport): Published => ({
  published_at: published.at,
  published_precision: published.precision,
});
