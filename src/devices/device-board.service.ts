import { Injectable } from '@nestjs/common';
import type { KnownDevice } from '../engine/extraction/index.js';
import { absent } from '../events/absent.js';
import { readReported } from '../events/latest-reports.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { hadWord, Trail } from '../events/trail.service.js';
import { Database } from '../platform/database/database.js';
import { isFound } from '../platform/database/found.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import type { Dialect } from '../platform/database/place.js';
import { every, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import type { Lifecycle } from './device.entity.js';
import { deviceNamed, deviceRows, launches, type LaunchFilter } from './device-rows.js';
import type { DeviceRow } from './device.view.js';
import { deviceOf } from './past-places.js';

/** Which devices are wanted; all of them where nothing is said. Probabilities 0..1, instants epoch milliseconds. */
export interface DeviceFilter extends LaunchFilter {
  readonly ids?: readonly string[];
  readonly companyId?: string;
  readonly category?: string;
  readonly lifecycle?: Lifecycle;
  readonly minConfidence?: number;
  readonly changedSince?: number;
  /** Words of one of its present names, with or without its company before it; the last may be unfinished. */
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

/** A device with its name, as it is known to the reader of articles. */
type NamedRow = Pick<BareRow, 'id' | 'name' | 'company_name'> & { readonly heir_id: string | null };

/** The devices that are followed, each with the one that took over what is said under its names. */
const NAMED = `select d.id, d.name, c.name as company_name,
    case when d.superseded_reason in ('renamed', 'split') then d.superseded_by_id end as heir_id
  from devices d join companies c on c.id = d.company_id
  where d.merged_into_id is null and d.removed_at is null order by d.id`;

/** The last of the devices that a device turned out to be; itself where it is still what it was. */
function heirOf<Row extends NamedRow>(row: Row, byId: ReadonlyMap<string, Row>): Row {
  let heir = row;
  for (let next = byId.get(row.heir_id ?? ''); next; next = byId.get(next.heir_id ?? '')) heir = next;
  return heir;
}

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
    const conditions = conditionsOf(filter, moment, this.database.dialect);
    const rows = await readReported(this.database, window, moment, {
      subject: deviceOf('e', moment.at),
      read: (part) => readWindow<BareRow>(this.database, deviceRows(moment), conditions, part),
    });
    return this.trail.restored(await this.named(rows), DEVICE, moment);
  }

  /** How many devices a filter lets through. */
  async count(filter: DeviceFilter, moment: Moment): Promise<number> {
    const { text, values } =
      sql`select count(*) as number from (${deviceRows(moment)}) t where ${every(conditionsOf(filter, moment, this.database.dialect))}`;
    return (await this.database.readOne<{ number: number }>(text, values))?.number ?? 0;
  }

  /** The companies that have a device, by their names. */
  makers(): Promise<Maker[]> {
    return this.database.read<Maker>(
      `select c.id, c.slug, c.name from companies c
       where exists (select 1 from devices d where d.company_id = c.id and d.merged_into_id is null
         and d.removed_at is null) order by c.name, c.id`,
    );
  }

  /** The devices of a filter, the one that was last written about first. */
  async list(filter: DeviceFilter = {}, moment?: Moment): Promise<DeviceRow[]> {
    const at = moment ?? (await this.moments.now());
    return this.rows(conditionsOf(filter, at, this.database.dialect), at);
  }

  /** @throws Fault not found `unknown-device`, or `not-yet-known` if it was followed only after the moment */
  async get(reference: string, moment?: Moment): Promise<DeviceRow> {
    const at = moment ?? (await this.moments.now());
    const [row] = await this.rows([sql`(t.id = ${reference} or t.slug = ${reference})`], at);
    if (row) return row;
    throw await absent(this.database, 'device', reference, at);
  }

  /** The id of a device at a moment, where nothing else of it is asked. Refuses as `get` does. */
  async idOf(reference: string, moment: Moment): Promise<string> {
    const { text, values } = deviceNamed(reference, moment);
    const found = await this.database.readOne<{ id: string }>(text, values);
    if (found) return found.id;
    throw await absent(this.database, 'device', reference, moment);
  }

  /**
   * Every device with its names, as the reader of articles knows them. One that turned out to be another is known as
   * that one: what is said under its names is said of the other.
   */
  async known(): Promise<KnownDevice[]> {
    const named = await this.named(await this.database.read<NamedRow>(NAMED));
    const byId = new Map(named.map((row) => [row.id, row]));
    const aliases = new Map(named.map((row) => [row.id, [...row.aliases]]));
    for (const row of named) {
      const heir = heirOf(row, byId);
      if (heir !== row) aliases.get(heir.id)?.push(row.name, ...row.aliases);
    }
    const alive = named.filter((row) => heirOf(row, byId) === row);
    return alive.map(({ id, name, company_name: company }) => ({ id, company, name, aliases: aliases.get(id) ?? [] }));
  }

  /** These devices as the reader of articles knows them; of such that are new, and so none took over another's names. */
  async knownOf(ids: readonly string[]): Promise<KnownDevice[]> {
    const { text, values } = sql`select d.id, d.name, c.name as company from devices d
      join companies c on c.id = d.company_id where ${isOneOf(sql`d.id`, ids)} order by d.id`;
    return this.named(await this.database.read<Omit<KnownDevice, 'aliases'>>(text, values));
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
    return rows.map((row) => Object.assign(row, { aliases: names.get(row.id)!.filter((name) => name !== row.name) }));
  }
}

/** What a filter asks of a row. */
function conditionsOf(filter: DeviceFilter, moment: Moment, dialect: Dialect): Sql[] {
  const { ids, companyId, category, lifecycle, minConfidence, changedSince, words, ...launch } = filter;
  const hasLaunch = Object.values(launch).some((value) => value !== undefined);
  const conditions = [
    ids !== undefined && isOneOf(sql`t.id`, ids),
    companyId !== undefined && sql`t.company_id = ${companyId}`,
    category !== undefined && hadWord('category', category, moment),
    lifecycle !== undefined && hadWord('lifecycle', lifecycle, moment),
    minConfidence !== undefined && sql`t.headline_probability >= ${minConfidence}`,
    changedSince !== undefined && sql`t.updated_at >= ${changedSince}`,
    words !== undefined && isFound(dialect, sql`t.id`, 'device', words),
    hasLaunch && launches(launch, moment.at),
  ];
  return conditions.filter((condition) => condition !== false);
}
