import { Injectable } from '@nestjs/common';
import { nameKey, type Act, type Stance } from '../engine/subjects/index.js';
import { rumorAt, unitedAt, wasAbout } from '../devices/past-places.js';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { every, holds, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { statementRows } from './statement-rows.js';
import type { StatementRow } from './statement.view.js';

/** Which statements are wanted; all of them where nothing is said. Instants in epoch milliseconds. */
export interface StatementFilter {
  readonly ids?: readonly string[];
  readonly rumorId?: string;
  readonly deviceId?: string;
  readonly reportId?: string;
  readonly companyId?: string;
  /** Words in the name of the speaker. */
  readonly speaker?: string;
  readonly act?: Act;
  readonly official?: boolean;
  readonly verified?: boolean;
  /** Since when it was said. */
  readonly since?: number;
}

/** How statements can be sorted. Ids sort as the statements were recorded. */
export const STATEMENT_SORTS = {
  '-said_at': { column: 'sorted_at', descending: true },
  said_at: { column: 'sorted_at', descending: false },
  '-learned_at': { column: 'id', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

type BareRow = Omit<StatementRow, 'rumors'>;

/** What an editor may change of a statement. */
const STATEMENT = {
  thing: (row: BareRow) => row.id,
  columns: {
    speaker: 'speaker',
    role: 'role',
    act: 'act',
    saidAt: 'said_at',
    verification: 'verification',
    verifiedBy: 'verified_by',
    verifiedReason: 'verified_reason',
    verifiedAt: 'verified_at',
  },
} as const;

/** Statements as they are looked at, now or at an earlier moment: read as rows, without entities. */
@Injectable()
export class StatementBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly trail: Trail,
  ) {}

  /** A part of the statements of a filter, and one more where another part follows. */
  async page(filter: StatementFilter, window: Window, moment: Moment): Promise<StatementRow[]> {
    const rows = await readWindow<BareRow>(this.database, statementRows(moment), conditionsOf(filter, moment), window);
    return this.linked(await this.trail.restored(rows, STATEMENT, moment), moment);
  }

  /** The statements of a filter, the oldest first. */
  async list(filter: StatementFilter = {}, moment?: Moment): Promise<StatementRow[]> {
    const at = moment ?? (await this.moments.now());
    return this.read(conditionsOf(filter, at), at);
  }

  /** @throws Fault not found `unknown-statement`, or `not-yet-known` if it was recorded only after the moment */
  async get(id: string, moment?: Moment): Promise<StatementRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.read([sql`t.id = ${id}`], at);
    if (row) return row;
    throw await absent(this.database, 'statement', id, at);
  }

  private async read(conditions: readonly Sql[], moment: Moment): Promise<StatementRow[]> {
    const { text, values } = sql`select t.* from (${statementRows(moment)}) t
      where ${every(conditions)} order by t.said_at, t.id`;
    const rows = await this.database.read<BareRow>(text, values);
    return this.linked(await this.trail.restored(rows, STATEMENT, moment), moment);
  }

  /** The rows with the rumors that the statements speak of. */
  private async linked(rows: readonly BareRow[], { at }: Moment): Promise<StatementRow[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const { text, values } = sql`select l.statement_id, m.id as rumor_id, l.stance
      from statement_links l join rumors m on m.id = ${rumorAt('l', at)}
      join devices d on d.id = m.device_id and d.removed_at is null
      where ${isOneOf(sql`l.statement_id`, ids)} and ${unitedAt(sql`m.id`, at)} is null order by m.id`;
    const links = new Map<string, { id: string; stance: Stance }[]>(ids.map((id) => [id, []]));
    const found = await this.database.read<{ statement_id: string; rumor_id: string; stance: Stance }>(text, values);
    for (const link of found) links.get(link.statement_id)?.push({ id: link.rumor_id, stance: link.stance });
    return rows.map((row) => ({ ...row, rumors: links.get(row.id)! }));
  }
}

/** Whether a statement (`t`) spoke at an instant of a rumor for which a condition holds. */
const speaksOf = (condition: (rumorId: Sql) => Sql, at: number): Sql => sql`exists (select 1 from statement_links l
  where l.statement_id = t.id and ${condition(rumorAt('l', at))})`;

/** What a filter asks of a row. */
function conditionsOf(filter: StatementFilter, { at }: Moment): Sql[] {
  const { ids, rumorId, deviceId, reportId, companyId, speaker, act, official, verified, since } = filter;
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    rumorId !== undefined && speaksOf((id) => sql`${id} = ${rumorId}`, at),
    deviceId !== undefined && speaksOf((id) => wasAbout(id, sql`${deviceId}`, at), at),
    reportId !== undefined && sql`t.report_id = ${reportId}`,
    companyId !== undefined && sql`t.company_id = ${companyId}`,
    speaker !== undefined && holds(sql`t.speaker_key`, nameKey(speaker)),
    act !== undefined && sql`t.act = ${act}`,
    official !== undefined && (official ? sql`t.official` : sql`not t.official`),
    verified !== undefined && sql`t.verification = ${verified ? 'verified' : 'relayed'}`,
    since !== undefined && sql`t.said_at >= ${since}`,
  ];
  return conditions.filter((condition) => condition !== false);
}
