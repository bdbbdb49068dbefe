import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { wordOf } from '../engine/confidence/index.js';
import { round } from '../devices/device.view.js';
import type { Moment } from '../events/moments.service.js';
import { EvidenceBoard, type EvidenceFilter } from '../evidence/evidence-board.service.js';
import { viewEvidence } from '../evidence/evidence.view.js';
import { Database } from '../platform/database/database.js';
import { every, isOneOf, Sql, sql } from '../platform/database/sql.js';
import { sayInstant } from '../platform/instant.js';
import { ResolutionBoard, type ResolutionFilter } from '../resolutions/resolution-board.service.js';
import { viewResolution } from '../resolutions/resolution.view.js';
import { StatementBoard, type StatementFilter } from '../statements/statement-board.service.js';
import { viewStatement } from '../statements/statement.view.js';
import type { Some } from './thing-rows.service.js';

/** Which points of the history are wanted; days `YYYY-MM-DD`, both within. */
export interface HistoryFilter {
  readonly rumorId?: string;
  readonly deviceId?: string;
  readonly companyId?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A number that was believed, or worked out later, as it is read. */
interface PointRow {
  readonly id: string;
  readonly rumor_id: string;
  readonly device_slug: string;
  readonly question: string;
  readonly at: number;
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly firm_probability: number;
  readonly strength: string;
  readonly report_count: number;
  readonly origin_count: number;
  readonly supporting_count: number;
  readonly refuting_count: number;
  readonly model_version: string;
  /** 1 where it was worked out later, and never believed. */
  readonly is_reconstructed: number;
}

/** What was said, what became of it and what was believed, as it is shown in lists, by ids. */
@Injectable()
export class RecordRows {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceBoard,
    private readonly statements: StatementBoard,
    private readonly resolutions: ResolutionBoard,
  ) {}

  /** Those of the links that a filter lets through. */
  async ofEvidence(some: Some<EvidenceFilter>, moment: Moment) {
    return (await this.evidence.page(some, windowOf(some.ids), moment)).map(viewEvidence);
  }

  /** Those of the statements that a filter lets through. */
  async ofStatements(some: Some<StatementFilter>, moment: Moment) {
    return (await this.statements.page(some, windowOf(some.ids), moment)).map(viewStatement);
  }

  /** Those of the resolutions that a filter lets through. */
  async ofResolutions(some: Some<ResolutionFilter>, moment: Moment) {
    return (await this.resolutions.page(some, windowOf(some.ids), moment)).map(viewResolution);
  }

  /** Those of the numbers that were believed which a filter lets through. */
  async ofHistory({ ids, rumorId, deviceId, companyId, subject, from, to }: Some<HistoryFilter>, { at }: Moment) {
    const conditions = [
      sql`a.at <= ${at} and d.removed_at is null and m.united_into_id is null`,
      rumorId !== undefined && sql`m.id = ${rumorId}`,
      deviceId !== undefined && sql`d.id = ${deviceId}`,
      companyId !== undefined && sql`d.company_id = ${companyId}`,
      subject !== undefined && sql`m.subject = ${subject}`,
      from !== undefined && sql`a.at >= ${Date.parse(from)}`,
      to !== undefined && sql`a.at < ${Date.parse(to) + DAY_MS}`,
    ];
    const { text, values } = sql`select a.id, a.rumor_id, d.slug as device_slug, m.question, a.at, a.probability, a.low,
      a.high, a.firm_probability, a.strength, a.report_count, a.origin_count, a.supporting_count, a.refuting_count,
      a.model_version, a.is_reconstructed from (${numbersIn('assessments', 0, ids)} and at <= ${at} union all
        ${numbersIn('reconstructions', 1, ids)} and made_at <= ${at}) a
      join rumors m on m.id = a.rumor_id join devices d on d.id = m.device_id
      where ${every(conditions.filter((each) => each !== false))} order by a.id`;
    return (await this.database.read<PointRow>(text, values)).map(viewPoint);
  }
}

/** The numbers of these ids in one of their tables, open for a further condition. */
const numbersIn = (table: 'assessments' | 'reconstructions', isReconstructed: 0 | 1, ids: readonly string[]): Sql =>
  sql`select id, rumor_id, at, probability, low, high, firm_probability, strength, report_count, origin_count,
    supporting_count, refuting_count, model_version, ${new Sql(String(isReconstructed), [])} as is_reconstructed
    from ${new Sql(table, [])} where ${isOneOf(sql`id`, ids)}`;

const windowOf = (ids: readonly string[]) => ({
  sort: { column: 'id', descending: false },
  after: null,
  limit: ids.length,
});

/** A number that was believed, or worked out later, as it is shown. */
function viewPoint(row: PointRow) {
  return {
    id: row.id,
    rumor_id: row.rumor_id,
    device: row.device_slug,
    question: row.question,
    at: sayInstant(row.at),
    probability: round(row.probability),
    low: round(row.low),
    high: round(row.high),
    word: wordOf(row.firm_probability),
    strength: row.strength,
    reports: row.report_count,
    origins: row.origin_count,
    supporting: row.supporting_count,
    refuting: row.refuting_count,
    model_version: row.model_version,
    reconstructed: Boolean(row.is_reconstructed),
  };
}
