import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { canonicalUrl, identify } from '../engine/similarity/index.js';
import type { Certainty, Stance } from '../engine/subjects/index.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { parseInstant } from '../platform/instant.js';
import { Sources } from '../sources/sources.service.js';
import type { CiteEvidenceDto } from './evidence.dto.js';
import type { Evidence } from './evidence.entity.js';
import { EvidenceLinks } from './evidence.service.js';
import type { ReportKind } from './report.entity.js';
import { Reports } from './reports.service.js';

/** A report as somebody tells of it who does not hand in its text. */
export interface Citation {
  /** Who published it: id, slug or name of a source that is known. */
  readonly source: string;
  readonly title: string;
  readonly url: string | null;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly kind: ReportKind;
  /** The passage that matters; it tells the report from others of that title. */
  readonly quote: string | null;
}

/** Words that a report passes on, and the rumors that they speak of. */
export interface SpokenWords {
  readonly rumors: readonly { readonly id: string; readonly stance: Stance }[];
  readonly certainty: Certainty;
  readonly quote: string;
}

/** The language of a report whose text nobody has read. */
const UNKNOWN_LANGUAGE = 'und';

/** Reports that are cited by hand, without the text of an article. */
@Injectable()
export class Citations {
  constructor(
    private readonly clock: Clock,
    private readonly sources: Sources,
    private readonly reports: Reports,
    private readonly links: EvidenceLinks,
  ) {}

  /**
   * Links a report to a rumor; one that is not known yet is taken note of. To be called within an act.
   *
   * @throws what `reportOf` and `EvidenceLinks.link` throw
   */
  async link(act: CiteEvidenceDto, actor: Actor): Promise<Evidence> {
    const { rumor, stance, certainty, quote = null } = act;
    const report = act.report ?? (await this.reportOf(citationOf(act), actor));
    return this.links.link({ report, rumor, stance, certainty, quote, where: null, start: null, end: null }, actor);
  }

  /** Links a report to what its words speak of, where it does not count for it yet. To be called within an act. */
  async speak(report: string, words: SpokenWords, actor: Actor): Promise<void> {
    const { rumors, certainty, quote } = words;
    for (const { id: rumor, stance } of rumors) {
      await this.links.ensure({ report, rumor, stance, certainty, quote, where: null, start: null, end: null }, actor);
    }
  }

  /**
   * The id of the report that is cited: it is taken note of where it was not seen before. To be called within the act
   * that needs it.
   *
   * @throws Fault invalid `unknown-source`, `invalid-url`, `invalid-date`
   */
  async reportOf(cited: Citation, actor: Actor): Promise<string> {
    const address = cited.url === null ? null : canonicalUrl(cited.url);
    if (cited.url !== null && address === null) {
      throw invalid('url', 'invalid-url', `"${cited.url}" is no address of a page: it starts with http(s)://.`);
    }
    const known = address === null ? null : await this.reports.at(address);
    return known?.id ?? this.publish(cited, actor);
  }

  /** @throws Fault not found `unknown-report` */
  async known(reportId: string): Promise<string> {
    if (await this.reports.exists(reportId)) return reportId;
    throw new Fault('not_found', 'unknown-report', `There is no report ${reportId}.`);
  }

  private async publish(cited: Citation, actor: Actor): Promise<string> {
    const { title, url, kind, quote } = cited;
    const source = await this.sources.find(cited.source);
    if (!source) throw invalid('source', 'unknown-source', 'The source is not known: name it, or add it first.');
    const identity = identify([title, quote, url].filter(Boolean).join('\n'));
    if (!identity) throw invalid('title', 'empty-title', 'A title needs at least one word.');
    const published = { at: this.publishedAt(cited), precision: 'day' as const };
    const { contentHash } = identity;
    const seen =
      url === null ? await this.reports.seen({ contentHash, canonicalUrl: null, sourceId: source.id }) : null;
    if (seen) return seen.id;
    const [learnedAt, language] = [this.clock.now(), UNKNOWN_LANGUAGE];
    const report = { sourceId: source.id, kind, title, url, language, published, learnedAt, identity, credits: [] };
    return (await this.reports.publish(report, actor)).id;
  }

  private publishedAt({ publishedAt }: Citation): number {
    const at = parseInstant(publishedAt);
    if (at !== null && at <= this.clock.now()) return at;
    throw invalid('published_at', 'invalid-date', `${publishedAt} is no instant that has passed.`);
  }
}

/** The report that an act tells of; its class has seen to it that these are there. */
function citationOf({ source = '', title = '', url, published_at = '', kind, quote }: CiteEvidenceDto): Citation {
  return { source, title, url: url ?? null, publishedAt: published_at, kind: kind ?? 'article', quote: quote ?? null };
}

function invalid(member: string, code: string, message: string): Fault {
  return new Fault('invalid', code, message, [{ pointer: `#/${member}`, code, detail: message }]);
}
