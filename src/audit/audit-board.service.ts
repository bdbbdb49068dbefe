import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { readWindow, type SortKey, type Window } from '../platform/database/keyset.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { AuditRow } from './audit.view.js';

/** The newest first: ids sort as the changes were made. */
export const LATEST_FIRST: SortKey = { column: 'id', descending: true };

/** Which changes are wanted; moments are epoch milliseconds, both within. */
export interface AuditFilter {
  readonly actor?: string;
  readonly thing?: string;
  readonly from?: number;
  readonly to?: number;
}

const ENTRIES = sql`select e.id, e.at, e.key_id, e.actor, e.action, e.thing, e.before, e.after from audit_entries e`;

/** The trail of who changed what, to be read. */
@Injectable()
export class AuditBoard {
  constructor(private readonly database: Database) {}

  /** A part of the changes, and one more where another part follows. */
  page({ actor, thing, from, to }: AuditFilter, window: Window): Promise<AuditRow[]> {
    const conditions: (Sql | false)[] = [
      actor !== undefined && sql`(t.key_id = ${actor} or t.actor = ${actor})`,
      thing !== undefined && sql`t.thing = ${thing}`,
      from !== undefined && sql`t.at >= ${from}`,
      to !== undefined && sql`t.at <= ${to}`,
    ];
    const wanted = conditions.filter((condition) => condition !== false);
    return readWindow<AuditRow>(this.database, ENTRIES, wanted, window);
  }
}
