import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Origins, type Twin } from './origins.service.js';
import { precedes } from './precedence.js';
import type { PublishReport } from './report.dto.js';
import type { Report } from './report.entity.js';
import { ReportOrigins } from './report-origins.service.js';
import { ReportTexts } from './report-texts.service.js';

const TOLD = ['title', 'language', 'contentHash', 'kind', 'sourceId', 'publishedAt', 'publishedPrecision'] as const;
const DESCENT = ['originId', 'originLink', 'originReason', 'originConfidence'] as const;

/** Reports that were cited by hand before anybody had read them. */
@Injectable()
export class CitedReports {
  constructor(
    private readonly journal: Journal,
    private readonly origins: Origins,
    private readonly texts: ReportTexts,
    private readonly descents: ReportOrigins,
  ) {}

  /**
   * Completes a report with its text: one report of one origin remains. What an editor cited or accepted stays as it
   * was told, and of what was only proposed nobody had looked at a word. To be called within an act.
   */
  async complete(cited: Report, act: PublishReport, actor: Actor): Promise<Report> {
    await this.texts.keep(cited.id, act);
    this.origins.filed();
    const whole = { ...cited, ...wordsOf(cited, act) };
    const changes = changesOf(cited, whole, TOLD);
    if (changes === null) return cited;
    await this.descents.keep(cited, whole, changes.after, actor);
    await this.journal.record(actor, { action: 'complete', thing: cited.id, ...changes, event: toldOf(cited) });
    const report = { ...whole, version: cited.version + 1 };
    const twin = await this.origins.twinOf(act.identity, cited.id);
    return twin && report.originLink === 'own' ? this.joined(report, twin, actor) : report;
  }

  /** A report that turns out to tell the same as others goes back to their origin, or that to it where it is earlier. */
  private async joined(report: Report, { origin, reason, hasTheWords }: Twin, actor: Actor): Promise<Report> {
    if (origin.id === report.id) return report;
    const { publishedAt, publishedPrecision } = report;
    const published = { published_at: publishedAt, published_precision: publishedPrecision };
    const isEarlier = hasTheWords && precedes(published, { published_at: origin.publishedAt });
    const [child, parent] = isEarlier ? [origin, report] : [report, origin];
    const descent = {
      originId: parent.id,
      originLink: 'confirmed',
      originReason: reason,
      originConfidence: 1,
    } as const;
    const present = { ...child, ...descent };
    const changes = changesOf(child, present, DESCENT);
    if (changes === null) return report;
    await this.descents.keep(child, present, changes.after, actor);
    await this.journal.record(actor, { action: 'descend', thing: child.id, ...changes, event: toldOf(child) });
    return isEarlier ? report : present;
  }
}

/** What a text tells of its report. */
function wordsOf(cited: Report, act: PublishReport): Partial<Report> {
  const { title, language, kind, sourceId, identity, published } = act;
  const read = { language, contentHash: identity.contentHash };
  if (cited.evidenceCount > 0) return read;
  const day =
    published.precision === 'unknown' ? {} : { publishedAt: published.at, publishedPrecision: published.precision };
  return { ...read, title, kind, sourceId, ...day };
}

/** What nobody was told of so far is told once it counts. */
const toldOf = ({ evidenceCount }: Report) => (evidenceCount > 0 ? ('report.updated' as const) : null);
