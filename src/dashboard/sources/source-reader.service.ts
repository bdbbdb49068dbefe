import { Injectable } from '@nestjs/common';
import { SourceRecords } from '../../calibration/source-records.service.js';
import { viewSourceCalibration } from '../../calibration/source-record.view.js';
import { Moments } from '../../events/moments.service.js';
import { REPORT_SORTS, ReportBoard } from '../../evidence/report-board.service.js';
import { viewReport } from '../../evidence/evidence.view.js';
import { SourceBoard } from '../../sources/source-board.service.js';
import { viewSourceCard } from '../../sources/source.view.js';
import { askedIn } from '../calibration/asked.js';
import type { RecordQueryDto } from '../calibration/calibration-query.dto.js';
import { MOST_LISTED, type SourcePageProps } from './source-page.js';

/** Puts the page of a source together. */
@Injectable()
export class SourceReader {
  constructor(
    private readonly sources: SourceBoard,
    private readonly records: SourceRecords,
    private readonly reports: ReportBoard,
    private readonly moments: Moments,
  ) {}

  /** @throws Fault not found `unknown-source`; malformed `invalid-parameter` for days that run backwards */
  read(reference: string, query: RecordQueryDto): Promise<SourcePageProps> {
    const asked = askedIn(query);
    return this.moments.read(null, async (moment) => {
      const row = await this.sources.get(reference, moment);
      const window = { sort: REPORT_SORTS['-published_at'], after: null, limit: MOST_LISTED };
      const reports = await this.reports.page({ sourceId: row.id }, window, moment);
      return {
        source: viewSourceCard(row),
        record: viewSourceCalibration(await this.records.of(row.id, asked, moment), asked, moment.at),
        reports: reports.slice(0, MOST_LISTED).map(viewReport),
        query,
      };
    });
  }
}
