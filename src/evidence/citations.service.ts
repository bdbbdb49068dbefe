import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { canonicalUrl, identify } from '../engine/similarity/index.js';
import { DAY_MS, type Certainty, type Stance } from '../engine/subjects/index.js';
import { Clock } from '../platform/clock.js';
import { Fault } from '../platform/fault.js';
import { parseInstant } from '../platform/instant.js';
import { namedAt } from '../platform/named-at.js';
import { Sources } from '../sources/sources.service.js';
import type { CiteEvidenceDto } from './evidence.dto.js';
import type { Evidence } from './evidence.entity.js';
import { EvidenceLinks } from './evidence.service.js';
import { UNREAD, type ReportKind } from './report.entity.js';
import { Reports } from './reports.service.js';

/** A report as somebody tells of it who does not hand in its text. */
export interface Citation {
  /** Who published it: id, slug or name of a source that is known. */
  readonly source: string;
  readonly title: string;
  readonly url: string | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
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
   * @throws Fault invalid `unknown-rumor`, `unknown-report` or `one-of-both`; what `reportOf` and `EvidenceLinks.link` throw
   */
  async link(act: CiteEvidenceDto, actor: Actor): Promise<Evidence> {
    const { rumor, stance, certainty, quote = null } = act;
    await namedAt('#/rumor', () => this.links.assertFollowed(rumor));
    const report = await this.cited(act, actor);
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
   * @throws Fault invalid `unknown-source`, `invalid-url`, `empty-title`
   */
  async reportOf(cited: Citation, actor: Actor): Promise<string> {
    const address = cited.url === null ? null : canonicalUrl(cited.url);
    if (cited.url !== null && address === null) {
      throw invalid('url', 'invalid-url', `"${cited.url}" is no address of a page: it starts with http(s)://.`);
    }
    const known = address === null ? null : await this.reports.at(address);
    return known?.id ?? this.publish(cited, actor);
  }

  /** The report that an act names, or tells of. */
  private async cited(act: CiteEvidenceDto, actor: Actor): Promise<string> {
    const { report } = act;
    if (report !== undefined) return namedAt('#/report', () => this.known(report));
    return this.reportOf(citationOf(act, this.publishedAt(act)), actor);
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
    const published = { at: cited.publishedAt, precision: 'day' as const };
    const { contentHash } = identity;
    const seen =
      url === null ? await this.reports.seen({ contentHash, canonicalUrl: null, sourceId: source.id }) : null;
    if (seen) return seen.id;
    const [learnedAt, language] = [this.clock.now(), UNREAD];
    const report = { sourceId: source.id, kind, title, url, language, published, learnedAt, identity, credits: [] };
    return (await this.reports.publish(report, actor)).id;
  }

  /** When a new report was published: today may be tomorrow already somewhere. */
  private publishedAt({ published_on: on, published_at: instant }: CiteEvidenceDto): number {
    if (on !== undefined && instant !== undefined) {
      throw invalid('published_at', 'one-of-both', 'Tell the day or the instant, not both.');
    }
    const [at, latest] =
      on === undefined
        ? [parseInstant(instant ?? ''), this.clock.now()]
        : [parseInstant(`${on}T00:00:00Z`), this.clock.now() + DAY_MS];
    if (at !== null && at <= latest) return at;
    const member = on === undefined ? 'published_at' : 'published_on';
    throw invalid(member, 'invalid-date', `${on ?? instant} is none that has passed.`);
  }
}

/** The report that an act tells of; its class has seen to it that these are there. */
function citationOf({ source = '', title = '', url, kind, quote }: CiteEvidenceDto, publishedAt: number): Citation {
  return { source, title, url: url ?? null, publishedAt, kind: kind ?? 'article', quote: quote ?? null };
}

function invalid(member: string, code: string, message: string): Fault {
  return new Fault('invalid', code, message, [{ pointer: `#/${member}`, code, detail: message }]);
}
