import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isOneOf, sql } from '../../platform/database/sql.js';

/** How many things are offered to choose from; every other one can be typed. */
const OFFERED = 300;

/** A device or a company, as a form names it. */
export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** What rules and receivers can be about, by name. */
@Injectable()
export class Names {
  constructor(private readonly database: Database) {}

  /** Devices and companies to choose from, by name; the first of them where there are very many. */
  async offered(): Promise<{ devices: Named[]; companies: Named[] }> {
    const devices = await this.database.read<Named>(
      `select d.slug, d.name from devices d where d.removed_at is null and d.merged_into_id is null
       order by d.name, d.id limit ${OFFERED}`,
    );
    const companies = await this.database.read<Named>(
      `select c.slug, c.name from companies c order by c.name, c.id limit ${OFFERED}`,
    );
    return { devices, companies };
  }

  /** Devices and companies by their ids. */
  async byId(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Named>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    const { text, values } = sql`select d.id, d.slug, d.name from devices d where ${isOneOf(sql`d.id`, wanted)}
      union all select c.id, c.slug, c.name from companies c where ${isOneOf(sql`c.id`, wanted)}`;
    const rows = await this.database.read<Named & { id: string }>(text, values);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
