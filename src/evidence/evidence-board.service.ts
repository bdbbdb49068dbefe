import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import { SOURCE_COLUMNS } from '../sources/source.view.js';
import type { EvidenceRow, ReportRow } from './evidence.view.js';

const REPORT_COLUMNS = `p.id as report_id, p.kind as report_kind, p.title, p.url, p.language, p.published_at,
  p.published_precision, p.learned_at, p.origin_id, p.origin_link, p.origin_reason, ${SOURCE_COLUMNS}`;

/** Reports and their links as they are looked at: read as rows, without entities. */
@Injectable()
export class EvidenceBoard {
  constructor(private readonly database: Database) {}

  /** @throws Fault not found `unknown-report` */
  async report(id: string): Promise<ReportRow> {
    const row = await this.database.readOne<ReportRow>(
      `select ${REPORT_COLUMNS} from reports p join sources s on s.id = p.source_id where p.id = ?`,
      [id],
    );
    if (row) return row;
    throw new Fault('not_found', 'unknown-report', `There is no report ${id}.`);
  }

  /** The names that a report credits. */
  async credits(reportId: string): Promise<string[]> {
    const rows = await this.database.read<{ name: string }>(
      'select name from report_credits where report_id = ? order by name_key',
      [reportId],
    );
    return rows.map((row) => row.name);
  }

  /** Every link of a rumor in the order of publication, withdrawn ones included. */
  ofRumor(rumorId: string): Promise<EvidenceRow[]> {
    return this.list('e.rumor_id = ?', rumorId);
  }

  /** Every link of a report, in the order in which they were made. */
  ofReport(reportId: string): Promise<EvidenceRow[]> {
    return this.list('e.report_id = ?', reportId);
  }

  private list(condition: string, value: string): Promise<EvidenceRow[]> {
    return this.database.read<EvidenceRow>(
      `select e.id, e.rumor_id, e.stance, e.certainty, e.quote, e.span_where, e.span_start, e.span_end, e.status,
              ${REPORT_COLUMNS}
       from evidence e join reports p on p.id = e.report_id join sources s on s.id = p.source_id
       where ${condition} order by p.published_at, e.id`,
      [value],
    );
  }
}
