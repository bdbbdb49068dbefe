import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { decodeFingerprint } from '../engine/similarity/index.js';
import { EvidenceLinks } from '../evidence/evidence.service.js';
import { publicationOf } from '../evidence/publication.js';
import type { Report } from '../evidence/report.entity.js';
import { Reports } from '../evidence/reports.service.js';
import { Clock } from '../platform/clock.js';
import type { Source } from '../sources/source.entity.js';
import { Sources } from '../sources/sources.service.js';
import { wellKnownAs } from '../sources/well-known.js';
import type { Ingestion } from './ingestion.entity.js';

/** The name of the source where nobody knows it. */
const NOBODY = 'Unknown source';

/** Writes an article down as a report of its source. */
@Injectable()
export class ReportWriter {
  constructor(
    private readonly clock: Clock,
    private readonly sources: Sources,
    private readonly reports: Reports,
    private readonly evidence: EvidenceLinks,
  ) {}

  /** The report of an article; rumors whose evidence now counts otherwise are asked to be weighed again. */
  async write(ingestion: Ingestion, fingerprint: string, actor: Actor): Promise<Report> {
    const source = await this.source(ingestion, actor);
    const print = decodeFingerprint(fingerprint);
    if (!print) throw new Error(`the fingerprint of ${ingestion.id} cannot be read`);
    const learnedAt = this.clock.now();
    const report = await this.reports.publish(
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
    if (report.originLink === 'own')
      await this.evidence.markDueOf({ originId: report.id }, { kind: 'origin', ids: [report.id] });
    return report;
  }

  private async source(ingestion: Ingestion, actor: Actor): Promise<Source> {
    const { name, kind, grade, vetted } = ingestion.source;
    const host = ingestion.canonicalUrl === null ? null : new URL(ingestion.canonicalUrl).hostname;
    const former = await this.sources.named(name ?? NOBODY);
    const known = name === null ? null : wellKnownAs(name);
    const hosts = host === null || host === name ? [] : [host];
    const aliases = [...hosts, ...(known?.aliases ?? []), ...(known?.domains ?? [])];
    const source = await this.sources.ensure({ name: name ?? NOBODY, kind, grade, vetted, aliases }, actor);
    if (former && former.vetted !== source.vetted) {
      await this.evidence.markDueOf({ sourceId: source.id }, { kind: 'source', ids: [source.id] });
    }
    return source;
  }
}
