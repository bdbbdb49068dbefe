import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { decodeFingerprint } from '../engine/similarity/index.js';
import { publicationOf } from '../evidence/publication.js';
import { ReportIntake } from '../evidence/report-intake.service.js';
import type { Report } from '../evidence/report.entity.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import type { Source } from '../sources/source.entity.js';
import { Sources } from '../sources/sources.service.js';
import { wellKnownAs } from '../sources/well-known.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion } from './ingestion.entity.js';

/** The name of the source where nobody knows it. */
const NOBODY = 'Unknown source';

/** Writes an article down as a report of its source. */
@Injectable()
export class ReportWriter {
  constructor(
    private readonly clock: Clock,
    private readonly book: IngestionBook,
    private readonly sources: Sources,
    private readonly intake: ReportIntake,
  ) {}

  /**
   * The report of an article; rumors whose evidence now counts otherwise are asked to be weighed again.
   *
   * @throws Fault conflict `changed-report` where another article was written down at its address meanwhile
   */
  async write(ingestion: Ingestion, fingerprint: string, actor: Actor): Promise<Report> {
    await this.assertFree(ingestion);
    const source = await this.source(ingestion, actor);
    const print = decodeFingerprint(fingerprint);
    if (!print) throw new Error(`the fingerprint of ${ingestion.id} cannot be read`);
    const learnedAt = this.clock.now();
    return this.intake.takeIn(
      {
        sourceId: source.id,
        kind: 'article',
        title: ingestion.title,
        url: ingestion.url,
        language: ingestion.language,
        published: publicationOf(ingestion.publishedOn, learnedAt),
        learnedAt,
        identity: { contentHash: ingestion.contentHash, fingerprint: print },
        credits: ingestion.notes.credits,
      },
      actor,
    );
  }

  /** Looks for what a report retells, and for what retells it, once its claims count. Within an act. */
  relate(report: Report): Promise<void> {
    return this.intake.relate(report);
  }

  private async assertFree({ id, canonicalUrl }: Ingestion): Promise<void> {
    const known = await this.intake.readAt(canonicalUrl);
    if (known === null) return;
    const written = await this.book.writtenAs(known.id);
    const other = written === null ? known.id : `${known.id}, which was written down from ${written.id}`;
    const message = `${id} has the address of ${other} and other words: discard one of them.`;
    throw new Fault('conflict', 'changed-report', message);
  }

  /** The source of an article: of one that was cited before, whoever it was cited from. */
  private async source(ingestion: Ingestion, actor: Actor): Promise<Source> {
    const cited = await this.intake.citedAt(ingestion.canonicalUrl);
    if (cited && cited.evidenceCount > 0) return this.sources.get(cited.sourceId);
    const { name, kind, grade, vetted } = ingestion.source;
    const host = ingestion.canonicalUrl === null ? null : new URL(ingestion.canonicalUrl).hostname;
    const former = await this.sources.named(name ?? NOBODY);
    const known = name === null ? null : wellKnownAs(name);
    const hosts = host === null || host === name ? [] : [host];
    const aliases = [...hosts, ...(known?.aliases ?? []), ...(known?.domains ?? [])];
    const source = await this.sources.ensureAs(former, { name: name ?? NOBODY, kind, grade, vetted, aliases }, actor);
    if (former && former.vetted !== source.vetted) await this.intake.markDueOfSource(source.id);
    return source;
  }
}
