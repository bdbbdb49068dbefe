import { Injectable } from '@nestjs/common';
import type { Stance } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { StatementRow } from './statement.view.js';

type BareRow = Omit<StatementRow, 'rumors'>;
interface LinkRow {
  readonly statement_id: string;
  readonly rumor_id: string;
  readonly stance: Stance;
}

const LINKED = 'select l.statement_id from statement_links l join rumors m on m.id = l.rumor_id where';

/** Statements as they are looked at: read as rows, without entities. */
@Injectable()
export class StatementBoard {
  constructor(private readonly database: Database) {}

  /** The statements that speak of a device, of a rumor or stand in a report; all of them where nothing is named. */
  list(filter: { deviceId?: string; rumorId?: string; reportId?: string } = {}): Promise<StatementRow[]> {
    if (filter.rumorId !== undefined) return this.where(`t.id in (${LINKED} m.id = ?)`, filter.rumorId);
    if (filter.deviceId !== undefined) return this.where(`t.id in (${LINKED} m.device_id = ?)`, filter.deviceId);
    if (filter.reportId !== undefined) return this.where('t.report_id = ?', filter.reportId);
    return this.where('1 = 1');
  }

  /** @throws Fault not found `unknown-statement` */
  async get(id: string): Promise<StatementRow> {
    const [row] = await this.where('t.id = ?', id);
    if (row) return row;
    throw new Fault('not_found', 'unknown-statement', `There is no statement ${id}.`);
  }

  private async where(condition: string, ...values: readonly string[]): Promise<StatementRow[]> {
    const rows = await this.database.read<BareRow>(
      `select t.id, t.report_id, p.url, s.name as source_name, t.speaker, t.role, t.organisation, t.company_id, t.act,
              t.official, t.direct, t.quote, t.span_where, t.span_start, t.span_end, t.said_at, t.verification,
              t.verified_by, t.verified_reason, t.verified_at
       from statements t join reports p on p.id = t.report_id join sources s on s.id = p.source_id
       where ${condition} order by t.said_at, t.id`,
      values,
    );
    const links = await this.database.read<LinkRow>(
      `select l.statement_id, l.rumor_id, l.stance from statement_links l join statements t on t.id = l.statement_id
       where ${condition} order by l.rumor_id`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      rumors: links
        .filter((link) => link.statement_id === row.id)
        .map((link) => ({ id: link.rumor_id, stance: link.stance })),
    }));
  }
}
