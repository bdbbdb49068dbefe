import { Injectable } from '@nestjs/common';
import type { Moment } from '../events/moments.service.js';
import { Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, Sql, sql } from '../platform/database/sql.js';
import { SOURCE_COLUMNS, type SourceRow } from '../sources/source.view.js';
import type { ReportRow } from './evidence.view.js';
import { precedes } from './precedence.js';

/** A report of a group that goes back to one text. */
interface Member {
  readonly id: string;
  readonly origin_id: string;
  readonly published_at: number;
  readonly published_precision: 'day' | 'month' | 'unknown';
}

/** What is read of a report to know how it stood. */
type PastRow = Pick<
  ReportRow,
  | keyof SourceRow
  | ('report_id' | 'published_at')
  | ('origin_id' | 'origin_link' | 'origin_reason' | 'origin_learned_at')
> &
  Partial<Pick<ReportRow, 'published_precision' | 'title' | 'language'>>;

/** What an editor may change of a report; whoever has no use for one of these leaves it. */
const REPORT = {
  thing: (row: PastRow) => row.report_id,
  columns: {
    sourceId: 'source_id',
    title: 'title',
    language: 'language',
    publishedAt: 'published_at',
    publishedPrecision: 'published_precision',
    originId: 'origin_id',
    originLink: 'origin_link',
    originReason: 'origin_reason',
  },
} as const;

const isSameOrigin = (one: PastRow, other: PastRow): boolean =>
  one.origin_id === other.origin_id && one.origin_link === other.origin_link;

/** What an editor may change of the source of a report. */
const SOURCE = {
  thing: (row: PastRow) => row.source_id,
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
  async restored<Row extends PastRow>(rows: readonly Row[], moment: Moment): Promise<Row[]> {
    const told = await this.trail.restored<Row>(rows, REPORT, moment);
    const marked = await this.trail.restored<Row>(await this.sourced(rows, told), SOURCE, moment);
    const isCorrected = new Set(rows.flatMap((row, index) => (isSameOrigin(row, told[index]!) ? [] : [row.report_id])));
    const isLater = (row: Row): boolean =>
      !moment.isNow && row.origin_learned_at > moment.at && !isCorrected.has(row.report_id);
    const groups = [...new Set(marked.filter(isLater).map((row) => row.origin_id))];
    if (groups.length === 0) return marked;
    const origins = await this.origins(groups, moment);
    return marked.map((row) => (isLater(row) ? under(row, origins.get(row.origin_id) ?? row.report_id) : row));
  }

  /** The rows with the sources that they are told to come from, where these were others than now. */
  private async sourced<Row extends PastRow>(present: readonly Row[], told: readonly Row[]): Promise<Row[]> {
    const others = told.filter((row, index) => row.source_id !== present[index]!.source_id);
    if (others.length === 0) return [...told];
    const named = isOneOf(
      sql`s.id`,
      others.map((row) => row.source_id),
    );
    const { text, values } = sql`select ${new Sql(SOURCE_COLUMNS, [])} from sources s where ${named}`;
    const sources = new Map((await this.database.read<SourceRow>(text, values)).map((row) => [row.source_id, row]));
    return told.map((row) => ({ ...row, ...sources.get(row.source_id) }));
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

function under<Row extends PastRow>(row: Row, originId: string): Row {
  if (originId === row.report_id) return { ...row, origin_id: originId, origin_link: 'own', origin_reason: null };
  return { ...row, origin_id: originId };
}
