import { Injectable } from '@nestjs/common';
import { rumorAt, wasAbout } from '../devices/past-places.js';
import { absent } from '../events/absent.js';
import { readReported } from '../events/latest-reports.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { hadWord, Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { isFound } from '../platform/database/found.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import type { Dialect } from '../platform/database/place.js';
import { anyOf, every, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import type { RumorStatus } from './rumor.entity.js';
import { rumorRows } from './rumor-rows.js';
import type { RumorRow } from './rumor.view.js';

/** Which rumors are wanted; all of them where nothing is said. Probabilities 0..1, instants epoch milliseconds. */
export interface RumorFilter {
  readonly ids?: readonly string[];
  readonly deviceId?: string;
  readonly deviceIds?: readonly string[];
  readonly companyId?: string;
  readonly subject?: string;
  readonly region?: string;
  readonly status?: RumorStatus;
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
  readonly changedSince?: number;
  /** Words of a name of the device, of the value or of the sentence; the last may be unfinished. */
  readonly words?: string;
}

/** How rumors can be sorted. Ids sort as the rumors were opened. */
export const RUMOR_SORTS = {
  '-created_at': { column: 'id', descending: true },
  created_at: { column: 'id', descending: false },
  '-confidence': { column: 'probability', descending: true },
  confidence: { column: 'probability', descending: false },
  '-change_7d': { column: 'change_7d', descending: true },
  change_7d: { column: 'change_7d', descending: false },
  '-last_report_at': { column: 'last_report_at', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

/** What an editor may change of a claim that has no evidence yet. */
const CLAIM = {
  thing: (row: RumorRow) => row.id,
  columns: { value: 'value', region: 'region', variant: 'variant' },
} as const;

/** One question about a device: the rumors that answer it, the most likely first. */
export interface RumorQuestion {
  readonly question: string;
  readonly rumors: readonly RumorRow[];
}

/** The rumors as they are looked at, now or at an earlier moment: read as rows, without entities. */
@Injectable()
export class RumorBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly trail: Trail,
  ) {}

  /** A part of the rumors of a filter, and one more where another part follows. */
  async page(filter: RumorFilter, window: Window, moment: Moment): Promise<RumorRow[]> {
    const conditions = conditionsOf(filter, moment, this.database.dialect);
    const read = (part: Window) => readWindow<RumorRow>(this.database, rumorRows(moment), conditions, part);
    const isFew = [filter.ids, filter.deviceId, filter.deviceIds].some((each) => each !== undefined);
    const rows = isFew
      ? await read({ ...window, isCostly: !moment.isNow })
      : await readReported(this.database, window, moment, { subject: rumorAt('e', moment.at), read });
    return this.trail.restored(rows, CLAIM, moment);
  }

  /** The rumors of a filter, those of one device together, the most likely first. */
  async list(filter: RumorFilter, moment?: Moment): Promise<RumorRow[]> {
    const at = moment ?? (await this.moments.now());
    const order = sql`order by t.device_slug, coalesce(t.probability, 0) desc, t.id`;
    const { text, values } =
      sql`select t.* from (${rumorRows(at)}) t where ${every(conditionsOf(filter, at, this.database.dialect))} ${order}`;
    return this.trail.restored(await this.database.read<RumorRow>(text, values), CLAIM, at);
  }

  /** @throws Fault not found `unknown-rumor`, or `not-yet-known` if it was opened only after the moment */
  async get(id: string, moment?: Moment): Promise<RumorRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.list({ ids: [id] }, at);
    if (row) return row;
    throw await absent(this.database, 'rumor', id, at);
  }

  /** The rumors of a filter by the question that they answer, the question that is answered most surely first. */
  async questions(filter: RumorFilter, moment?: Moment): Promise<RumorQuestion[]> {
    const questions = new Map<string, RumorRow[]>();
    for (const row of await this.list(filter, moment)) {
      const rumors = questions.get(row.question);
      if (rumors) rumors.push(row);
      else questions.set(row.question, [row]);
    }
    return [...questions].map(([question, rumors]) => ({ question, rumors }));
  }
}

/** Whether a rumor (`t`) is, or at a moment was, about a device. */
const isAbout = (deviceId: string, { at, isNow }: Moment): Sql =>
  isNow ? sql`t.device_id = ${deviceId}` : wasAbout(sql`t.id`, sql`${deviceId}`, at);

const isAboutOne = (deviceIds: readonly string[], moment: Moment): Sql =>
  moment.isNow ? isOneOf(sql`t.device_id`, deviceIds) : anyOf(deviceIds.map((id) => isAbout(id, moment)));

/** What a filter asks of a row. */
function conditionsOf(filter: RumorFilter, moment: Moment, dialect: Dialect): Sql[] {
  const { ids, deviceId, deviceIds, companyId, subject, region, status, minConfidence, maxConfidence, words } = filter;
  const conditions: (Sql | false)[] = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    deviceId !== undefined && isAbout(deviceId, moment),
    deviceIds !== undefined && isAboutOne(deviceIds, moment),
    companyId !== undefined && sql`t.company_id = ${companyId}`,
    subject !== undefined && sql`t.subject = ${subject}`,
    region !== undefined && hadWord('region', region, moment),
    status !== undefined && sql`t.status = ${status}`,
    minConfidence !== undefined && sql`t.probability >= ${minConfidence}`,
    maxConfidence !== undefined && sql`t.probability <= ${maxConfidence}`,
    filter.changedSince !== undefined && sql`t.updated_at >= ${filter.changedSince}`,
    words !== undefined && isFound(dialect, sql`t.id`, 'rumor', words, false),
  ];
  return conditions.filter((condition) => condition !== false);
}
