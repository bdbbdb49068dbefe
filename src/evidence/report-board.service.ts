import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../access/actor.js';
import type { Asker } from '../access/roles.js';
import { linksToDevice } from '../devices/past-places.js';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { isFound } from '../platform/database/found.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import type { Dialect } from '../platform/database/place.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { EvidenceBoard } from './evidence-board.service.js';
import { isShown, reportRows } from './evidence-rows.js';
import type { ReportListRow, ToldReport } from './evidence.view.js';
import { PastReports } from './past-reports.service.js';

/** Which reports are wanted; all of them where nothing is said. Instants in epoch milliseconds. */
export interface ReportFilter {
  readonly sourceId?: string;
  readonly deviceId?: string;
  readonly originId?: string;
  /** Since when it was published. */
  readonly since?: number;
  /** Words of its title; the last may be unfinished. */
  readonly words?: string;
}

/** How reports can be sorted. */
export const REPORT_SORTS = {
  '-published_at': { column: 'published_at', descending: true },
  published_at: { column: 'published_at', descending: false },
  '-learned_at': { column: 'learned_at', descending: true },
  learned_at: { column: 'learned_at', descending: false },
} as const satisfies Readonly<Record<string, SortKey>>;

/** What sources published as it is looked at, now or at an earlier moment: read as rows, without entities. */
@Injectable()
export class ReportBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly evidence: EvidenceBoard,
    private readonly past: PastReports,
  ) {}

  /** A part of the reports of a filter, and one more where another part follows. */
  async page(filter: ReportFilter, window: Window, moment: Moment): Promise<ReportListRow[]> {
    const rows = await readWindow<ReportListRow>(
      this.database,
      reportRows(moment),
      conditionsOf(filter, moment, this.database.dialect),
      window,
    );
    return this.past.restored(rows, moment);
  }

  /** @throws Fault not found `unknown-report`, or `not-yet-known` if it was learned of only after the moment */
  async get(id: string, moment?: Moment): Promise<ReportListRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.list(sql`t.id = ${id}`, at);
    if (row) return row;
    throw await absent(this.database, 'report', id, at);
  }

  /**
   * The same for somebody: of what is only proposed nobody knows but editors and whoever proposed it, and what is only
   * about devices that were taken down is shown to editors alone.
   *
   * @throws Fault gone `removed-device`; what `get` throws
   */
  async toldTo(asker: Asker, id: string, moment: Moment): Promise<ToldReport> {
    if ((await this.isShownToAll(id, moment)) || (await this.isShownTo(asker(), id))) return this.told(id, moment);
    const { text, values } =
      sql`select e.id from evidence e where e.report_id = ${id} and e.active_at is not null limit 1`;
    const counted = await this.database.readOne(text, values);
    if (counted === null) throw new Fault('not_found', 'unknown-report', `There is no report ${id}.`);
    throw new Fault('gone', 'removed-device', `${id} is about a device that was taken down and is shown no more.`);
  }

  /** A report with its origin, its retellings and what it says. Refuses as `get` does. */
  async told(id: string, moment: Moment): Promise<ToldReport> {
    const report = await this.get(id, moment);
    const isSeen = sql`(t.id in (${id}, t.origin_id) or ${isShown(sql`t.id`, moment.at)})`;
    const isOfGroup = sql`t.origin_id = (select r.origin_id from reports r where r.id = ${id})`;
    const group = await this.list(sql`${isOfGroup} and ${isSeen}`, moment);
    const origin = group.find((row) => row.id === report.origin_id) ?? report;
    return {
      report,
      origin,
      retellings: group.filter((row) => row.origin_id === id && row.id !== id),
      evidence: await this.evidence.ofReport(id, moment),
      credits: await this.credits(id),
    };
  }

  /** The names that a report credits. */
  async credits(reportId: string): Promise<string[]> {
    const rows = await this.database.read<{ name: string }>(
      'select name from report_credits where report_id = ? order by name_key',
      [reportId],
    );
    return rows.map((row) => row.name);
  }

  private async isShownToAll(id: string, { at }: Moment): Promise<boolean> {
    const { text, values } = sql`select p.id from reports p where p.id = ${id} and ${isShown(sql`p.id`, at)}`;
    return (await this.database.readOne(text, values)) !== null;
  }

  private async isShownTo(actor: Actor, id: string): Promise<boolean> {
    if (may(actor, 'editor')) return true;
    const { text, values } = sql`select e.id from evidence e
      where e.report_id = ${id} and e.proposed_key_id = ${actor.keyId ?? ''} limit 1`;
    return (await this.database.readOne(text, values)) !== null;
  }

  private async list(condition: Sql, moment: Moment): Promise<ReportListRow[]> {
    const { text, values } = sql`select t.* from (${reportRows(moment)}) t
      where ${condition} order by t.published_at, t.id`;
    const rows = await this.database.read<ReportListRow>(text, values);
    return this.past.restored(rows, moment);
  }
}

/** What a filter asks of a row. */
function conditionsOf(
  { sourceId, deviceId, originId, since, words }: ReportFilter,
  { at }: Moment,
  dialect: Dialect,
): Sql[] {
  const conditions = [
    isShown(sql`t.id`, at),
    sourceId !== undefined && sql`t.source_id = ${sourceId}`,
    deviceId !== undefined &&
      sql`t.id in (select e.report_id from (${linksToDevice(sql`${deviceId}`, at)}) e where e.active_at <= ${at})`,
    originId !== undefined && sql`t.origin_id = ${originId}`,
    since !== undefined && sql`t.published_at >= ${since}`,
    words !== undefined && isFound(dialect, sql`t.id`, 'report', words),
  ];
  return conditions.filter((condition) => condition !== false);
}
