import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Journal } from '../events/journal.service.js';
import { changesOf } from '../platform/changes.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { assertUnchanged, type SeenVersions } from '../platform/version.js';
import { Sources } from '../sources/sources.service.js';
import { publicationOf } from './publication.js';
import { ReportOrigins } from './report-origins.service.js';
import type { Publication } from './report.dto.js';
import type { ReviseReportDto } from './report-review.dto.js';
import { Report } from './report.entity.js';

const DESCENT = ['originId', 'originLink', 'originReason', 'originConfidence'] as const;
const REVIEWED = ['sourceId', 'publishedAt', 'publishedPrecision', ...DESCENT] as const;

/** What editors correct about reports: their source, their day, and what they go back to. */
@Injectable()
export class ReportReview {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly sources: Sources,
    private readonly origins: ReportOrigins,
  ) {}

  /**
   * Corrects a report; every rumor that it, or what goes back to the same origin, speaks of is weighed again.
   *
   * @throws Fault not found `unknown-report`; invalid `unknown-source`, `invalid-date`, `in-the-future` or as `ReportOrigins.after`;
   *   StaleVersion
   */
  revise(id: string, act: ReviseReportDto, seen: SeenVersions, actor: Actor): Promise<void> {
    return this.database.transaction(async (rows) => {
      const former = await rows.findOneBy(Report, { id });
      if (!former) throw new Fault('not_found', 'unknown-report', `There is no report ${id}.`);
      assertUnchanged(former.version, seen);
      const present = { ...former, ...(await this.origins.after(former, act)), ...(await this.placed(former, act)) };
      const changes = changesOf(former, present, REVIEWED);
      if (changes === null) return;
      await this.origins.keep(former, present, changes.after, actor);
      const data = { ...changes.after, ...(act.reason !== undefined && { reason: act.reason }) };
      await this.journal.record(actor, { action: 'revise', thing: id, ...changes, event: 'report.updated', data });
    });
  }

  /** Who published it, and when. */
  private async placed(former: Report, act: ReviseReportDto): Promise<Partial<Report>> {
    const source = act.source === undefined ? null : await this.sources.find(act.source);
    if (act.source !== undefined && source === null) {
      const detail = { pointer: '#/source', code: 'unknown-source', detail: 'not a source that is known' };
      throw new Fault('invalid', 'unknown-source', `There is no source ${act.source}: add it first.`, [detail]);
    }
    const published = act.published_on === undefined ? null : this.publication(act.published_on, former);
    return {
      ...(source && { sourceId: source.id }),
      ...(published && { publishedAt: published.at, publishedPrecision: published.precision }),
    };
  }

  /** Nothing was published after Hearsay learned of it, anywhere on earth. */
  private publication(on: string | null, { learnedAt }: Report): Publication {
    const published = publicationOf(on, learnedAt);
    if (published.at <= learnedAt + DAY_MS) return published;
    const detail = { pointer: '#/published_on', code: 'in-the-future', detail: 'later than it was learned of' };
    throw new Fault('invalid', 'in-the-future', `It was known here before ${on}.`, [detail]);
  }
}
