import { Injectable } from '@nestjs/common';
import { deviceAt, unitedAt } from '../devices/past-places.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import type { ResolutionRow } from './resolution.view.js';

/** Which resolutions are wanted; all that stand where nothing is said. Days `YYYY-MM-DD`, both within. */
export interface ResolutionFilter {
  readonly ids?: readonly string[];
  readonly deviceId?: string;
  readonly companyId?: string;
  readonly subject?: string;
  readonly outcome?: Outcome;
  readonly from?: string;
  readonly to?: string;
}

/** How resolutions can be sorted. */
export const RESOLUTION_SORTS = {
  '-resolved_at': { column: 'resolved_at', descending: true },
  resolved_at: { column: 'resolved_at', descending: false },
  '-happened_on': { column: 'happened_on', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

/** The resolutions that stood at a moment, each with its rumor and device. */
const resolutionRows = ({
  at,
  isNow,
}: Moment): Sql => sql`select v.id, v.rumor_id, d.id as device_id, d.slug as device_slug,
  d.name as device_name, d.company_id, m.subject, m.region, m.variant, m.question, m.value as claimed, v.value,
  v.outcome, v.happened_on, v.evidence_id, v.statement_id, v.note, v.follows_from_id, v.probability, v.resolved_at,
  v.resolved_by, v.version
  from resolutions v join rumors m on m.id = v.rumor_id
  join devices d on d.id = ${isNow ? sql`m.device_id` : deviceAt(at)} and d.removed_at is null
  where ${isNow ? sql`m.united_into_id` : unitedAt(sql`m.id`, at)} is null and v.resolved_at <= ${at} and (v.reopened_at is null or v.reopened_at > ${at})`;

/** What became of rumors as it is looked at, now or at an earlier moment. */
@Injectable()
export class ResolutionBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly rumors: RumorBoard,
  ) {}

  /** A part of the resolutions of a filter, and one more where another part follows. */
  page(filter: ResolutionFilter, window: Window, moment: Moment): Promise<ResolutionRow[]> {
    return readWindow<ResolutionRow>(this.database, resolutionRows(moment), conditionsOf(filter), window);
  }

  /**
   * What became of a rumor.
   *
   * @throws Fault not found `unknown-rumor`, or `not-resolved` while it is open
   */
  async ofRumor(rumorId: string): Promise<ResolutionRow> {
    const moment = await this.moments.now();
    const { id } = await this.rumors.get(rumorId, moment);
    const { text, values } = sql`select t.* from (${resolutionRows(moment)}) t where t.rumor_id = ${id}`;
    const row = await this.database.readOne<ResolutionRow>(text, values);
    if (row) return row;
    throw new Fault('not_found', 'not-resolved', `${rumorId} is not resolved.`);
  }
}

/** What a filter asks of a row. */
function conditionsOf({ ids, deviceId, companyId, subject, outcome, from, to }: ResolutionFilter): Sql[] {
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    deviceId !== undefined && sql`t.device_id = ${deviceId}`,
    companyId !== undefined && sql`t.company_id = ${companyId}`,
    subject !== undefined && sql`t.subject = ${subject}`,
    outcome !== undefined && sql`t.outcome = ${outcome}`,
    from !== undefined && sql`t.happened_on >= ${from}`,
    to !== undefined && sql`t.happened_on <= ${to}`,
  ];
  return conditions.filter((condition) => condition !== false);
}
