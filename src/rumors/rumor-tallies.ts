import { isOneOf, joined, sql, type Sql } from '../platform/database/sql.js';
import { withCause } from './due-marks.service.js';
import type { Cause } from './rumor.entity.js';

/** A new link of a report to a rumor: its id, and when the report was published. */
export interface CountedLink {
  readonly rumorId: string;
  readonly evidenceId: string;
  readonly publishedAt: number;
}

/** Counts new links with their rumors, each with another one, and asks for these to be weighed again. */
export function countLinks(links: readonly CountedLink[], now: number): Sql {
  const values = links.map(({ rumorId, evidenceId, publishedAt }) => {
    const cause: Cause = { kind: 'evidence', ids: [evidenceId] };
    return sql`(${rumorId}, ${JSON.stringify(cause)}, ${publishedAt})`;
  });
  const published = sql`cast(v.column3 as bigint)`;
  return sql`update rumors set report_count = report_count + 1, updated_at = ${now}, last_report_at = case
      when last_report_at is null or last_report_at < ${published} then ${published} else last_report_at end,
    due_at = coalesce(due_at, ${now}), due_causes = ${withCause(sql`v.column2`)}
    from (values ${joined(values, ', ')}) v where rumors.id = v.column1`;
}

/** How many of these rumors are about each device. */
export interface DeviceShare {
  readonly device_id: string;
  readonly rumors: number;
}

/** Reads how many of these rumors are about each device. */
export const sharesOfDevices = (rumorIds: readonly string[]): Sql =>
  sql`select m.device_id, count(*) as rumors from rumors m where ${isOneOf(sql`m.id`, rumorIds)}
    group by m.device_id order by m.device_id`;
