import { Injectable } from '@nestjs/common';
import { absent } from '../events/absent.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { isFound } from '../platform/database/found.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { isOneOf, sql, type Sql } from '../platform/database/sql.js';
import type { CompanyRow } from './company.view.js';

/** Which companies are wanted; all of them where nothing is said. */
export interface CompanyFilter {
  /** Words of one of its names; the last may be unfinished. */
  readonly words?: string;
}

/** How companies can be sorted. Ids sort as the companies were added. */
export const COMPANY_SORTS = {
  name: { column: 'name', descending: false },
  '-created_at': { column: 'id', descending: true },
} as const satisfies Readonly<Record<string, SortKey>>;

type BareRow = Omit<CompanyRow, 'aliases'>;

const companyRows = ({ at, isNow }: Moment): Sql => sql`
  select c.id, c.slug, c.name, c.domains, c.version, c.created_at, c.updated_at from companies c
  where ${isNow ? sql`1 = 1` : sql`c.created_at <= ${at}`}`;

/** The companies as they are looked at: read as rows, without entities. */
@Injectable()
export class CompanyBoard {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
  ) {}

  /** A part of the companies of a filter, and one more where another part follows. */
  async page({ words }: CompanyFilter, window: Window, moment: Moment): Promise<CompanyRow[]> {
    const conditions = words === undefined ? [] : [isFound(this.database.dialect, sql`t.id`, 'company', words)];
    return this.named(await readWindow<BareRow>(this.database, companyRows(moment), conditions, window));
  }

  /** The companies of these ids. */
  async list(ids: readonly string[]): Promise<CompanyRow[]> {
    const { text, values } = sql`select t.* from (${companyRows(await this.moments.now())}) t
      where ${isOneOf(sql`t.id`, ids)} order by t.id`;
    return this.named(await this.database.read<BareRow>(text, values));
  }

  /** @throws Fault not found `unknown-company`, or `not-yet-known` if it was added only after the moment */
  async get(reference: string, moment?: Moment): Promise<CompanyRow> {
    const at = moment ?? (await this.moments.now());
    const { text, values } =
      sql`select t.* from (${companyRows(at)}) t where t.id = ${reference} or t.slug = ${reference}`;
    const [row] = await this.named(await this.database.read<BareRow>(text, values));
    if (row) return row;
    throw await absent(this.database, 'company', reference, at);
  }

  /** The rows with the other names of their companies. */
  private async named(rows: readonly BareRow[]): Promise<CompanyRow[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const { text, values } = sql`select n.company_id, n.name from company_names n
      where ${isOneOf(sql`n.company_id`, ids)} order by n.name`;
    const names = new Map<string, string[]>(ids.map((id) => [id, []]));
    for (const row of await this.database.read<{ company_id: string; name: string }>(text, values)) {
      names.get(row.company_id)?.push(row.name);
    }
    return rows.map((row) => ({ ...row, aliases: names.get(row.id)!.filter((name) => name !== row.name) }));
  }
}
