import { Injectable } from '@nestjs/common';
import type { KnownDevice } from '../engine/extraction/index.js';
import { Database } from '../platform/database/database.js';
import { Fault } from '../platform/fault.js';
import type { DeviceRow } from './device.view.js';

const DEVICES = `
  select d.id, d.slug, d.name, d.category, d.line, d.lifecycle, d.external_ids, d.headline_probability,
         d.headline_rumor_id, d.headline_derived, d.rumor_count, d.report_count, d.last_report_at, d.created_at,
         d.updated_at, c.id as company_id, c.slug as company_slug, c.name as company_name
  from devices d join companies c on c.id = d.company_id`;

type BareRow = Omit<DeviceRow, 'aliases'>;

/** The devices as they are looked at: read as rows, without entities. */
@Injectable()
export class DeviceBoard {
  constructor(private readonly database: Database) {}

  /** Every device, the one that was last written about first. */
  async list(): Promise<DeviceRow[]> {
    const rows = await this.database.read<BareRow>(`${DEVICES} order by coalesce(d.last_report_at, 0) desc, d.id desc`);
    const names = await this.names();
    return rows.map((row) => withAliases(row, names));
  }

  /** @throws Fault `unknown-device` if there is no device of that id or slug */
  async get(reference: string): Promise<DeviceRow> {
    const row = await this.database.readOne<BareRow>(`${DEVICES} where d.id = ? or d.slug = ?`, [reference, reference]);
    if (row === null) throw new Fault('not_found', 'unknown-device', `There is no device ${reference}.`);
    return withAliases(row, await this.names(row.id));
  }

  /** Every device with its names, as the reader of articles knows them. */
  async known(): Promise<KnownDevice[]> {
    const names = await this.names();
    const rows = await this.database.read<BareRow>(`${DEVICES} order by d.id`);
    return rows.map((row) => {
      const { id, name, company_name: company, aliases } = withAliases(row, names);
      return { id, company, name, aliases };
    });
  }

  private async names(deviceId?: string): Promise<Map<string, string[]>> {
    const rows = await this.database.read<{ device_id: string; name: string }>(
      `select device_id, name from device_names ${deviceId === undefined ? '' : 'where device_id = ?'} order by name`,
      deviceId === undefined ? [] : [deviceId],
    );
    const names = new Map<string, string[]>();
    for (const row of rows) names.set(row.device_id, [...(names.get(row.device_id) ?? []), row.name]);
    return names;
  }
}

function withAliases(row: BareRow, names: ReadonlyMap<string, readonly string[]>): DeviceRow {
  return { ...row, aliases: (names.get(row.id) ?? []).filter((name) => name !== row.name) };
}
