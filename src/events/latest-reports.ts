import type { Database } from '../platform/database/database.js';
import type { Window } from '../platform/database/keyset.js';
import { sql, written, type Sql } from '../platform/database/sql.js';
import type { Moment } from './moments.service.js';

/** How many reports are looked at, the latest first, before every row of a list is. */
const REPORTS = [200, 1000];

/** A list of the past that tells of each row when the last report on it was published (`last_report_at`). */
export interface Reported<Row> {
  /** The id of what a link of `evidence` (`e`) spoke of. */
  readonly subject: Sql;
  readonly read: (window: Window) => Promise<Row[]>;
}

/**
 * Reads a part of a list whose rows are costly to make as they were in the past. Sorted by the last report, it is found
 * by going back through the reports: whatever was written about since a day is known from the reports of that time
 * alone, and they mostly fill the part.
 */
export async function readReported<Row>(
  database: Database,
  window: Window,
  { at, isNow }: Moment,
  { subject, read }: Reported<Row>,
): Promise<Row[]> {
  const { sort, after, limit } = window;
  if (isNow) return read(window);
  const before = after === null ? Number.MAX_SAFE_INTEGER : after[0];
  const costly = { ...window, isCostly: true };
  if (sort.column !== 'last_report_at' || !sort.descending || typeof before !== 'number') return read(costly);
  for (const many of REPORTS) {
    const { text, values } = sql`select p.published_at from reports p where p.published_at <= ${before}
      and p.learned_at <= ${at} order by p.published_at desc limit 1 offset ${written(many)}`;
    const since = (await database.readOne<{ published_at: number }>(text, values))?.published_at;
    if (since === undefined) break;
    // crossed, so that SQLite begins with these few reports: else it looks through all evidence
    const ranks = sql`select ${subject} as id, max(p.published_at) as last_report_at
      from reports p cross join evidence e where e.report_id = p.id and p.published_at >= ${since} and p.learned_at <= ${at} and e.active_at <= ${at} group by 1`;
    const rows = await read({ ...costly, ranks });
    if (rows.length > limit) return rows;
  }
  return read(costly);
}
