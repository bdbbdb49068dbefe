import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import type { ReportRow } from './evidence.view.js';
import { precedes } from './precedence.js';

/** A report of a group that goes back to one text. */
interface Member {
  readonly id: string;
  readonly origin_id: string;
  readonly published_at: number;
  readonly published_precision: 'day' | 'month' | 'unknown';
}

/** What an editor may change of the source of a report. */
const SOURCE = {
  thing: (row: ReportRow) => row.source_id,
  columns: { kind: 'source_kind', grade: 'source_grade', vetted: 'source_vetted', name: 'source_name' },
} as const;

/**
 * Shows reports as they were known: with the mark that their source had, and the report that was their origin before an
 * earlier one was learned of.
 */
@Injectable()
export class PastReports {
  constructor(
    private readonly database: Database,
    private readonly trail: Trail,
  ) {}

  /** The rows as they were known at a moment. */
  async restored<Row extends ReportRow>(rows: readonly Row[], moment: Moment): Promise<Row[]> {
    const marked = await this.trail.restored<Row>(rows, SOURCE, moment);
    const isLater = (row: Row): boolean => !moment.isNow && row.origin_learned_at > moment.at;
    const groups = [...new Set(marked.filter(isLater).map((row) => row.origin_id))];
    if (groups.length === 0) return marked;
    const origins = await this.origins(groups, moment);
    return marked.map((row) => (isLater(row) ? under(row, origins.get(row.origin_id) ?? row.report_id) : row));
  }

  /** The origin that each group had at a moment, as if its reports had been learned of one by one until then. */
  private async origins(groups: readonly string[], { at }: Moment): Promise<Map<string, string>> {
    const { text, values } = sql`select p.id, p.origin_id, p.published_at, p.published_precision from reports p
      where ${isOneOf(sql`p.origin_id`, groups)} and p.learned_at <= ${at} order by p.learned_at, p.id`;
    const origins = new Map<string, Member>();
    for (const member of await this.database.read<Member>(text, values)) {
      const origin = origins.get(member.origin_id);
      if (!origin || precedes(member, origin)) origins.set(member.origin_id, member);
    }
    return new Map([...origins].map(([group, { id }]) => [group, id]));
  }
}

function under<Row extends ReportRow>(row: Row, originId: string): Row {
  if (originId === row.report_id) return { ...row, origin_id: originId, origin_link: 'own', origin_reason: null };
  return { ...row, origin_id: originId };
}
