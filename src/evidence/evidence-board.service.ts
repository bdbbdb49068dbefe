import { Injectable } from '@nestjs/common';
import { type Actor } from '../access/actor.js';
import type { Asker } from '../access/roles.js';
import type { Stance } from '../engine/subjects/index.js';
import { spokeOf, spokeOfDevice } from '../devices/past-places.js';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { every, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import type { EvidenceStatus } from './evidence.entity.js';
import { evidenceRows } from './evidence-rows.js';
import { hasCounted, isPublic, isShownTo, maySee } from './evidence-secrecy.js';
import type { EvidenceRow } from './evidence.view.js';
import { PastReports } from './past-reports.service.js';

/** Which links are wanted; where no status is named, those that count or once did. Instants in epoch milliseconds. */
export interface EvidenceFilter {
  readonly ids?: readonly string[];
  readonly rumorId?: string;
  readonly reportId?: string;
  readonly deviceId?: string;
  readonly sourceId?: string;
  readonly stance?: Stance;
  /** Links of this status, as far as `reader` may see them. */
  readonly status?: EvidenceStatus;
  /** Who asks; whoever is missing here asks for the program itself. */
  readonly reader?: Actor;
  /** Since when Hearsay has known of it. */
  readonly since?: number;
}

/** How links can be sorted. Ids sort as the links were made. */
export const EVIDENCE_SORTS = {
  '-learned_at': { column: 'id', descending: true },
  learned_at: { column: 'id', descending: false },
  '-published_at': { column: 'published_at', descending: true },
  published_at: { column: 'published_at', descending: false },
} as const satisfies Readonly<Record<string, SortKey>>;

/** What an editor may change of a link. */
const LINK = {
  thing: (row: EvidenceRow) => row.id,
  columns: {
    stance: 'stance',
    certainty: 'certainty',
    status: 'status',
    withdrawnAt: 'withdrawn_at',
    withdrawnReason: 'withdrawn_reason',
  },
} as const;

/** Links between reports and rumors as they are looked at, now or at an earlier moment: read as rows. */
@Injectable()
export class EvidenceBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly trail: Trail,
    private readonly past: PastReports,
  ) {}

  /** A part of the links of a filter, and one more where another part follows. */
  async page(filter: EvidenceFilter, window: Window, moment: Moment): Promise<EvidenceRow[]> {
    const rows = await readWindow<EvidenceRow>(
      this.database,
      evidenceRows(moment),
      conditionsOf(filter, moment),
      window,
    );
    return this.asOf(rows, moment);
  }

  /** @throws Fault not found `unknown-evidence`, or `not-yet-known` if it was linked only after the moment */
  async get(id: string, moment?: Moment): Promise<EvidenceRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.list([sql`t.id = ${id}`], at);
    if (row) return row;
    throw await absent(this.database, 'evidence', id, at);
  }

  /** The same for somebody; what only was proposed is there for editors and for whoever proposed it. */
  async shownTo(asker: Asker, id: string, moment: Moment): Promise<EvidenceRow> {
    const row = await this.get(id, moment);
    if (isPublic(row, moment.at) || maySee(asker(), row)) return row;
    throw new Fault('not_found', 'unknown-evidence', `There is no evidence ${id}.`);
  }

  /** Every link of a rumor in the order of publication, withdrawn ones included. */
  async ofRumor(rumorId: string, moment?: Moment): Promise<EvidenceRow[]> {
    const at = moment ?? (await this.moments.now());
    return this.list(conditionsOf({ rumorId }, at), at);
  }

  /** The links of those ids in the order of publication, as far as they were known. */
  async ofIds(ids: readonly string[], moment: Moment): Promise<EvidenceRow[]> {
    return this.list([isOneOf(sql`t.id`, ids)], moment);
  }

  /** Every link of a report, in the order in which they were made. */
  async ofReport(reportId: string, moment?: Moment): Promise<EvidenceRow[]> {
    const at = moment ?? (await this.moments.now());
    return this.list(conditionsOf({ reportId }, at), at);
  }

  private async list(conditions: readonly Sql[], moment: Moment): Promise<EvidenceRow[]> {
    const { text, values } = sql`select t.* from (${evidenceRows(moment)}) t
      where ${every(conditions)} order by t.published_at, t.id`;
    return this.asOf(await this.database.read<EvidenceRow>(text, values), moment);
  }

  private async asOf(rows: readonly EvidenceRow[], moment: Moment): Promise<EvidenceRow[]> {
    return this.past.restored(await this.trail.restored(rows, LINK, moment), moment);
  }
}

/** Whether a link (`t`) speaks, or at a moment spoke, of a rumor. */
const speaksOf = (rumorId: string, { at, isNow }: Moment): Sql =>
  isNow ? sql`t.rumor_id = ${rumorId}` : spokeOf(sql`t.id`, sql`${rumorId}`, at);

/** What a filter asks of a row. */
function conditionsOf(filter: EvidenceFilter, moment: Moment): Sql[] {
  const { ids, rumorId, reportId, deviceId, sourceId, stance, status, reader, since } = filter;
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    status === undefined ? hasCounted(moment.at) : sql`t.status = ${status}`,
    reader !== undefined && isShownTo(reader, moment.at),
    rumorId !== undefined && speaksOf(rumorId, moment),
    reportId !== undefined && sql`t.report_id = ${reportId}`,
    deviceId !== undefined && sql`t.device_id = ${deviceId}`,
    deviceId !== undefined && !moment.isNow && spokeOfDevice(sql`t.id`, deviceId, moment.at),
    sourceId !== undefined && sql`t.source_id = ${sourceId}`,
    stance !== undefined && sql`t.stance = ${stance}`,
    since !== undefined && sql`t.created_at >= ${since}`,
  ];
  return conditions.filter((condition) => condition !== false);
}
