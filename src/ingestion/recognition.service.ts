import { Injectable } from '@nestjs/common';
import { isUnread } from '../evidence/report.entity.js';
import { Reports } from '../evidence/reports.service.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { Sources } from '../sources/sources.service.js';
import { Ingestion, IngestionText } from './ingestion.entity.js';

/** An article by its words, its address and the source that it is said to come from. */
export interface ArticleIdentity {
  readonly contentHash: string;
  readonly canonicalUrl: string | null;
  readonly sourceName: string | null;
  /** Whether it comes with claims alone: then its address says which one it is. */
  readonly hasNoText?: boolean;
}

/** Knows an article that was handed in before. */
@Injectable()
export class Recognition {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly sources: Sources,
  ) {}

  /**
   * The ingestion of the same article: already written down, or still waiting for its review. Null for a new one, and
   * for one whose text was erased while it waited.
   *
   * @throws Fault conflict `changed-report` where a report with other words has the address
   */
  async find(article: ArticleIdentity): Promise<Ingestion | null> {
    const { contentHash, canonicalUrl, sourceName } = article;
    const source = sourceName === null ? null : await this.sources.named(sourceName);
    const isNewSource = sourceName !== null && source === null && canonicalUrl === null;
    const sourceId = source?.id ?? null;
    const report = isNewSource ? null : await this.reports.seen({ contentHash, canonicalUrl, sourceId });
    if (report) return this.database.rows.findOneBy(Ingestion, { reportId: report.id });
    const known = canonicalUrl === null ? null : await this.reports.at(canonicalUrl);
    if (known && !isUnread(known)) {
      const written = article.hasNoText ? await this.database.rows.findOneBy(Ingestion, { reportId: known.id }) : null;
      if (written) return written;
      const detail = `is the address of ${known.id}, which has other words`;
      const where = { pointer: '#/url', code: 'changed-report', detail };
      throw new Fault('conflict', 'changed-report', `${canonicalUrl} ${detail}.`, [where]);
    }
    const waiting = await this.database.rows.findBy(Ingestion, { contentHash, status: 'ready' });
    const isSame = (other: Ingestion): boolean =>
      other.canonicalUrl === canonicalUrl && (sourceName === null || other.source.name === sourceName);
    const [same] = waiting.filter(isSame).toSorted((a, b) => b.id.localeCompare(a.id));
    if (!same) return null;
    const isKept = await this.database.rows.existsBy(IngestionText, { ingestionId: same.id });
    return isKept ? same : null;
  }
}
