import type { Database } from '../platform/database/database.js';
import type { Window } from '../platform/database/keyset.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Moment } from './moments.service.js';

/** How many reports are looked at, the latest first, before every row of a list is. */
const REPORTS = [200, 1000];

/** A list of the past that tells of each row when the last report on it was published (`last_report_at`). */
export interface Reported<Row> {
  /** A `select` of the ids of what the links of `evidence` (`e`) spoke of. */
  readonly subjects: (links: Sql) => Sql;
  readonly read: (conditions: readonly Sql[]) => Promise<Row[]>;
}

/**
 * Reads a part of a list of the past. Sorted by the last report, it is found by going back through the reports: whatever
 * was written about since a day is known from the reports of that time alone, and they mostly fill the part.
 */
export async function readReported<Row>(
  database: Database,
  { sort, after, limit }: Window,
  { at, isNow }: Moment,
  { subjects, read }: Reported<Row>,
): Promise<Row[]> {
  const before = after === null ? Number.MAX_SAFE_INTEGER : after[0];
  if (isNow || sort.column !== 'last_report_at' || !sort.descending || typeof before !== 'number') return read([]);
  for (const many of REPORTS) {
    const { text, values } = sql`select p.published_at from reports p where p.published_at <= ${before}
      and p.learned_at <= ${at} order by p.published_at desc limit 1 offset ${many}`;
    const since = (await database.readOne<{ published_at: number }>(text, values))?.published_at;
    if (since === undefined) return read([]);
    const links = sql`from reports p join evidence e on e.report_id = p.id
      where p.published_at between ${since} and ${before} and e.active_at <= ${at}`;
    const rows = await read([sql`t.id in (${subjects(links)})`, sql`t.last_report_at >= ${since}`]);
    if (rows.length > limit) return rows;
  }
  return read([]);
}
