import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Moment } from '../events/moments.service.js';
import { Fault } from '../platform/fault.js';
import type { IdentityKind } from './identity-act.entity.js';
import type { IdentityActRow } from './identity.view.js';

/** Which acts are wanted; all of them where nothing is said. */
export interface IdentityFilter {
  /** The id of a device that was merged, superseded, split or taken down, or of the other one. */
  readonly device?: string;
  readonly kind?: IdentityKind;
}

/** How acts can be sorted. Ids sort as the acts were done. */
export const IDENTITY_SORTS = {
  '-at': { column: 'id', descending: true },
  at: { column: 'id', descending: false },
} as const satisfies Readonly<Record<string, SortKey>>;

const ROWS = sql`select i.id, i.kind, i.device_id, d.slug as device_slug, d.name as device_name, i.other_id,
    o.slug as other_slug, o.name as other_name, i.reason, i.evidence_id, i.statement_id, i.changes, i.at, i.by,
    i.undone_at, i.undone_by, i.undone_reason, i.version
  from identity_acts i join devices d on d.id = i.device_id left join devices o on o.id = i.other_id`;

/** The acts about who is who, as editors look at them. */
@Injectable()
export class IdentityBoard {
  constructor(private readonly database: Database) {}

  /** A part of the acts of a filter that were done by a moment, and one more where another part follows. */
  page({ device, kind }: IdentityFilter, window: Window, { at }: Moment): Promise<IdentityActRow[]> {
    const conditions: (Sql | false)[] = [
      sql`t.at <= ${at}`,
      device !== undefined && sql`(${device} in (t.device_id, t.device_slug, t.other_id, t.other_slug))`,
      kind !== undefined && sql`t.kind = ${kind}`,
    ];
    return readWindow<IdentityActRow>(
      this.database,
      ROWS,
      conditions.filter((condition) => condition !== false),
      window,
    );
  }

  /** @throws Fault not found `unknown-act` */
  async get(id: string): Promise<IdentityActRow> {
    const { text, values } = sql`select t.* from (${ROWS}) t where t.id = ${id}`;
    const row = await this.database.readOne<IdentityActRow>(text, values);
    if (row) return row;
    throw new Fault('not_found', 'unknown-act', `There is no act ${id}.`);
  }
}
