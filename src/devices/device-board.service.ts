import { Injectable } from '@nestjs/common';
import type { KnownDevice } from '../engine/extraction/index.js';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { hadWord, Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { every, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import type { Lifecycle } from './device.entity.js';
import { deviceRows, launches, type LaunchFilter } from './device-rows.js';
import { isNamed } from './device-names.js';
import type { DeviceRow } from './device.view.js';

/** Which devices are wanted; all of them where nothing is said. Probabilities 0..1, instants epoch milliseconds. */
export interface DeviceFilter extends LaunchFilter {
  readonly ids?: readonly string[];
  readonly companyId?: string;
  readonly category?: string;
  readonly lifecycle?: Lifecycle;
  readonly minConfidence?: number;
  readonly changedSince?: number;
  /** Words in one of its present names, with or without the name of its company before it. */
  readonly words?: string;
}

/** How devices can be sorted. Ids sort as the devices were added. */
export const DEVICE_SORTS = {
  '-last_report_at': { column: 'last_report_at', descending: true },
  '-created_at': { column: 'id', descending: true },
  created_at: { column: 'id', descending: false },
  '-confidence': { column: 'headline_probability', descending: true },
  confidence: { column: 'headline_probability', descending: false },
  '-change_7d': { column: 'change_7d', descending: true },
  change_7d: { column: 'change_7d', descending: false },
  name: { column: 'sorted_name', descending: false },
} as const satisfies Readonly<Record<string, SortKey>>;

/** A company that has a device. */
export interface Maker {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

type BareRow = Omit<DeviceRow, 'aliases'>;

/** What an editor may change of a device. */
const DEVICE = {
  thing: (row: DeviceRow) => row.id,
  columns: { name: 'name', aliases: 'aliases', category: 'category', line: 'line', lifecycle: 'lifecycle' },
} as const;

/** More devices than these are not named one by one in a statement. */
const MOST_ASKED = 200;

/** The devices as they are looked at, now or at an earlier moment: read as rows, without entities. */
@Injectable()
export class DeviceBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly trail: Trail,
  ) {}

  /** A part of the devices of a filter, and one more where another part follows. */
  async page(filter: DeviceFilter, window: Window, moment: Moment): Promise<DeviceRow[]> {
    const conditions = conditionsOf(filter, moment);
    const rows = await readWindow<BareRow>(this.database, deviceRows(moment), conditions, window);
    return this.trail.restored(await this.named(rows), DEVICE, moment);
  }

  /** How many devices a filter lets through. */
  async count(filter: DeviceFilter, moment: Moment): Promise<number> {
    const { text, values } =
      sql`select count(*) as number from (${deviceRows(moment)}) t where ${every(conditionsOf(filter, moment))}`;
    return (await this.database.readOne<{ number: number }>(text, values))?.number ?? 0;
  }

  /** The companies that have a device, by their names. */
  makers(): Promise<Maker[]> {
    return this.database.read<Maker>(
      `select c.id, c.slug, c.name from companies c
       where exists (select 1 from devices d where d.company_id = c.id) order by c.name, c.id`,
    );
  }

  /** The devices of a filter, the one that was last written about first. */
  async list(filter: DeviceFilter = {}, moment?: Moment): Promise<DeviceRow[]> {
    const at = moment ?? (await this.moments.now());
    return this.rows(conditionsOf(filter, at), at);
  }

  /** @throws Fault not found `unknown-device`, or `not-yet-known` if it was followed only after the moment */
  async get(reference: string, moment?: Moment): Promise<DeviceRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.rows([sql`(t.id = ${reference} or t.slug = ${reference})`], at);
    if (row) return row;
    throw await absent(this.database, 'device', reference, at);
  }

  /** Every device with its names, as the reader of articles knows them. */
  async known(): Promise<KnownDevice[]> {
    const rows = await this.database.read<Pick<BareRow, 'id' | 'name' | 'company_name'>>(
      'select d.id, d.name, c.name as company_name from devices d join companies c on c.id = d.company_id order by d.id',
    );
    const named = await this.named(rows);
    return named.map(({ id, name, company_name: company, aliases }) => ({ id, company, name, aliases }));
  }

  private async rows(conditions: readonly Sql[], moment: Moment): Promise<DeviceRow[]> {
    const order = sql`order by coalesce(t.last_report_at, 0) desc, t.id desc`;
    const { text, values } = sql`select t.* from (${deviceRows(moment)}) t where ${every(conditions)} ${order}`;
    const rows = await this.database.read<BareRow>(text, values);
    return this.trail.restored(await this.named(rows), DEVICE, moment);
  }

  /** The rows with the other names of their devices. */
  private async named<Row extends Pick<BareRow, 'id' | 'name'>>(
    rows: readonly Row[],
  ): Promise<(Row & Pick<DeviceRow, 'aliases'>)[]> {
    if (rows.length === 0) return [];
    const isFew = rows.length <= MOST_ASKED;
    const ids = rows.map((row) => row.id);
    const where = isFew ? isOneOf(sql`n.device_id`, ids) : every([]);
    const { text, values } = sql`select n.device_id, n.name from device_names n where ${where} order by n.name`;
    const names = new Map<string, string[]>(ids.map((id) => [id, []]));
    for (const row of await this.database.read<{ device_id: string; name: string }>(text, values)) {
      names.get(row.device_id)?.push(row.name);
    }
    return rows.map((row) => ({ ...row, aliases: names.get(row.id)!.filter((name) => name !== row.name) }));
  }
}

/** What a filter asks of a row. */
function conditionsOf(filter: DeviceFilter, moment: Moment): Sql[] {
  const { ids, companyId, category, lifecycle, minConfidence, changedSince, words, ...launch } = filter;
  const hasLaunch = Object.values(launch).some((value) => value !== undefined);
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    companyId !== undefined && sql`t.company_id = ${companyId}`,
    category !== undefined && hadWord('category', category, moment),
    lifecycle !== undefined && hadWord('lifecycle', lifecycle, moment),
    minConfidence !== undefined && sql`t.headline_probability >= ${minConfidence}`,
    changedSince !== undefined && sql`t.updated_at >= ${changedSince}`,
    words !== undefined && isNamed(sql`t.id`, words),
    hasLaunch && launches(launch, moment.at),
  ];
  return conditions.filter((condition) => condition !== false);
}
