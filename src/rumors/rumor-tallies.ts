import { isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { withCause } from './due-marks.service.js';

/** A new link of a report to a rumor: its id, and when the report was published. */
export interface CountedLink {
  readonly rumorId: string;
  readonly evidenceId: string;
  readonly publishedAt: number;
}

/** Counts a new link with its rumor, and asks for that to be weighed again. */
export function countLink({ rumorId, evidenceId, publishedAt }: CountedLink, now: number): Sql {
  const due = withCause({ kind: 'evidence', ids: [evidenceId] });
  return sql`update rumors set report_count = report_count + 1, updated_at = ${now}, last_report_at = case
      when last_report_at is null or last_report_at < ${publishedAt} then ${publishedAt} else last_report_at end,
    due_at = coalesce(due_at, ${now}), due_causes = ${due} where id = ${rumorId}`;
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
