import { Injectable } from '@nestjs/common';
import type { Written } from './commits.service.js';
import type { DeviceRow } from '../devices/device.view.js';
import type { ReportRow } from '../evidence/evidence.view.js';
import { ReportBoard } from '../evidence/report-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import type { StatementRow } from '../statements/statement.view.js';
import { FollowedThings } from './followed-things.service.js';
import type { Candidate } from './candidate.entity.js';
import { IngestionBook } from './ingestion-book.service.js';
import type { Ingestion } from './ingestion.entity.js';

/** What became of an article: what was read in it, and what stands in the store because of it. */
export interface Outcome {
  readonly ingestion: Ingestion;
  /** Whether the same article had been handed in before, and nothing was added. */
  readonly recognised: boolean;
  readonly candidates: readonly Candidate[];
  /** Null while the article waits for its review, as are all lists that follow it empty. */
  readonly report: ReportRow | null;
  readonly devices: readonly DeviceRow[];
  readonly rumors: readonly RumorRow[];
  readonly statements: readonly StatementRow[];
  readonly written: Written;
  /** Whether all this was undone after it was looked at. */
  readonly isDryRun: boolean;
}

/** Ingestions as they are looked at. */
@Injectable()
export class IngestionBoard {
  constructor(
    private readonly book: IngestionBook,
    private readonly reports: ReportBoard,
    private readonly statements: StatementBoard,
    private readonly things: FollowedThings,
  ) {}

  /** What became of an article, with what its writing down has just done. */
  async outcome(id: string, done: Pick<Outcome, 'recognised' | 'written'>): Promise<Outcome> {
    const isDryRun = false;
    const ingestion = await this.book.get(id);
    const candidates = await this.book.candidates(id);
    if (ingestion.reportId === null) {
      return { ingestion, candidates, report: null, devices: [], rumors: [], statements: [], isDryRun, ...done };
    }
    const ids = [...new Set(candidates.flatMap((candidate) => candidate.rumorId ?? []))];
    return {
      ingestion,
      candidates,
      report: await this.reports.get(ingestion.reportId),
      statements: await this.statements.list({ reportId: ingestion.reportId }),
      ...(await this.things.ofRumors(ids)),
      isDryRun,
      ...done,
    };
  }
}
