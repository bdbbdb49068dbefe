import { Injectable } from '@nestjs/common';
import { nameKey } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import type { Findable } from './findable.js';

interface NameRow {
  readonly of_id: string;
  readonly name: string;
}

interface DeviceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly category: string | null;
  readonly line: string | null;
  readonly external_ids: string;
  readonly company_id: string;
  readonly created_at: number;
  readonly is_hidden: number;
}

/** The texts of what has names of its own: companies, devices and sources. */
@Injectable()
export class NamedThings {
  constructor(private readonly database: Database) {}

  /** The companies of these ids that are there. */
  async companies(ids: readonly string[]): Promise<Findable[]> {
    const { text, values } = sql`select c.id, c.slug, c.name, c.domains, c.created_at from companies c
      where ${isOneOf(sql`c.id`, ids)}`;
    type Row = { id: string; slug: string; name: string; domains: string; created_at: number };
    const rows = await this.database.read<Row>(text, values);
    const names = await this.namesOfCompanies(ids);
    return rows.map(({ id, slug, name, domains, created_at: at }) => ({
      ...{ id, type: 'company', isHidden: false, title: name, address: `/?company=${slug}`, at },
      names: distinct([name, ...(names.get(id) ?? [])]),
      passages: JSON.parse(domains) as string[],
    }));
  }

  /** The sources of these ids that are there, with their handles and hosts. */
  async sources(ids: readonly string[]): Promise<Findable[]> {
    const { text, values } = sql`select s.id, s.slug, s.name, s.kind, s.created_at from sources s
      where ${isOneOf(sql`s.id`, ids)}`;
    type Row = { id: string; slug: string; name: string; kind: string; created_at: number };
    const rows = await this.database.read<Row>(text, values);
    const said = sql`select n.source_id as of_id, n.name from source_names n where ${isOneOf(sql`n.source_id`, ids)}
      order by n.name`;
    const names = byId(await this.database.read<NameRow>(said.text, said.values));
    return rows.map(({ id, slug, name, kind, created_at: at }) => ({
      ...{ id, type: 'source', isHidden: false, title: name, address: `/sources/${slug}`, at },
      names: distinct([name, ...(names.get(id) ?? [])]),
      passages: [kind],
    }));
  }

  /** The devices of these ids; one that was merged into another is found as that one, and hidden itself. */
  async devices(ids: readonly string[]): Promise<Findable[]> {
    const { text, values } =
      sql`select d.id, d.slug, d.name, d.category, d.line, d.external_ids, d.company_id, d.created_at,
        case when d.merged_into_id is null and d.removed_at is null then 0 else 1 end as is_hidden
      from devices d where ${isOneOf(sql`d.id`, ids)}`;
    const rows = await this.database.read<DeviceRow>(text, values);
    const names = await this.namesOfDevices(rows);
    return rows.map((row) => ({
      ...{ id: row.id, type: 'device', title: row.name, address: `/devices/${row.slug}`, at: row.created_at },
      isHidden: row.is_hidden === 1,
      names: names.get(row.id) ?? [row.name],
      passages: [row.category, row.line, ...externalIds(row)].filter((passage) => passage !== null),
    }));
  }

  /** Every name of these devices, alone and with each name of its company before it. */
  async namesOfDevices(devices: readonly Pick<DeviceRow, 'id' | 'name' | 'company_id'>[]) {
    const { text, values } = sql`select n.device_id as of_id, n.name from device_names n
      where ${isOneOf(
        sql`n.device_id`,
        devices.map(({ id }) => id),
      )} order by n.name`;
    const names = byId(await this.database.read<NameRow>(text, values));
    const companies = await this.namesOfCompanies([...new Set(devices.map((device) => device.company_id))]);
    return new Map(
      devices.map(({ id, name, company_id: company }) => {
        const makers = companies.get(company) ?? [];
        const own = distinct([name, ...(names.get(id) ?? [])]);
        return [id, distinct(own.flatMap((each) => withMakers(each, makers)))] as const;
      }),
    );
  }

  private async namesOfCompanies(ids: readonly string[]): Promise<Map<string, string[]>> {
    const { text, values } = sql`select n.company_id as of_id, n.name from company_names n
      where ${isOneOf(sql`n.company_id`, ids)} order by n.name`;
    return byId(await this.database.read<NameRow>(text, values));
  }
}

const externalIds = ({ external_ids: ids }: DeviceRow): string[] =>
  Object.values(JSON.parse(ids) as Record<string, string>);

/** `12 Ultra` of Xiaomi as `12 Ultra` and `Xiaomi 12 Ultra`, whichever of the two is written down. */
function withMakers(name: string, makers: readonly string[]): string[] {
  const maker = makers.find((each) => name.toLowerCase().startsWith(`${each.toLowerCase()} `));
  const bare = maker === undefined ? name : name.slice(maker.length + 1);
  return [name, bare, ...makers.map((each) => `${each} ${bare}`)];
}

/** The names without those that differ in capitals or signs alone; the first of such stays. */
const distinct = (names: readonly string[]): string[] =>
  names.filter((name, at) => names.findIndex((other) => nameKey(other) === nameKey(name)) === at);

function byId(rows: readonly NameRow[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { of_id: id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}
