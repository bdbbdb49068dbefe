import { Injectable } from '@nestjs/common';
import { Moments } from '../../events/moments.service.js';
import { REPORT_SORTS, ReportBoard } from '../../evidence/report-board.service.js';
import { viewReport } from '../../evidence/evidence.view.js';
import { SOURCE_SORTS, SourceBoard } from '../../sources/source-board.service.js';
import { viewSource, viewSourceCard } from '../../sources/source.view.js';
import type { SourceView } from '../views.js';
import type { SourcePageProps } from './source-page.js';

/** How many sources, and how many reports of one, a page lists. */
const MOST = 200;

/** Puts the pages of sources together. */
@Injectable()
export class SourceReader {
  constructor(
    private readonly sources: SourceBoard,
    private readonly reports: ReportBoard,
    private readonly moments: Moments,
  ) {}

  /** The sources with the most reports first. */
  async list(): Promise<SourceView[]> {
    const window = { sort: SOURCE_SORTS['-reports'], after: null, limit: MOST };
    const rows = await this.sources.page({}, window, await this.moments.now());
    return rows.slice(0, MOST).map(viewSource);
  }

  /** @throws Fault not found `unknown-source` */
  async read(reference: string): Promise<SourcePageProps> {
    const moment = await this.moments.now();
    const row = await this.sources.get(reference, moment);
    const window = { sort: REPORT_SORTS['-published_at'], after: null, limit: MOST };
    const reports = await this.reports.page({ sourceId: row.id }, window, moment);
    return { source: viewSourceCard(row), reports: reports.slice(0, MOST).map(viewReport) };
  }
}
