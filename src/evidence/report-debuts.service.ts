import { Injectable } from '@nestjs/common';
import { Journal } from '../events/journal.service.js';
import { Database } from '../platform/database/database.js';
import { Sources } from '../sources/sources.service.js';
import { noteOf, type Report } from './report.entity.js';

/** Reports before everybody: one that was only proposed is no report of its source, and nobody is told of it. */
@Injectable()
export class ReportDebuts {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly sources: Sources,
  ) {}

  /** Counts a report with its source and tells of it, where it counts for its first rumor. */
  enter(report: Report): Promise<void> {
    return this.database.transaction(async () => {
      if (report.evidenceCount > 0) return;
      await this.sources.countReport(report.sourceId, report.publishedAt);
      await this.journal.announce('report.added', report.id, noteOf(report));
    });
  }
}
