import type { Moment } from '../events/moments.service.js';
import { sql, type Sql } from '../platform/database/sql.js';

/** What is kept of a source (`s`) once, with the outlet that it belongs to (`o`) beside it. */
const LASTING = sql`s.id, s.slug, s.name, s.name as sorted_name, s.kind, s.grade, s.vetted, s.version, s.created_at,
  s.reply_text, s.reply_on, s.reply_url, o.id as parent_id, o.slug as parent_slug, o.name as parent_name`;

const standing = sql`
  select ${LASTING}, s.report_count, s.resolved_count, s.hit_count, s.event_count, s.early_call_count, s.reliability,
         s.last_report_at, s.updated_at
  from sources s left join sources o on o.id = s.parent_id`;

/** Of the reports that counted for something by then: what is only proposed is nobody's report yet. */
const publishedAt = (column: Sql, at: number): Sql =>
  sql`(select ${column} from reports p where p.source_id = s.id and exists
    (select 1 from evidence e where e.report_id = p.id and e.active_at <= ${at}))`;

/** Its record is the one that was kept last by then; before the first, nothing that it said was decided. */
const stood = (at: number): Sql => sql`
  select ${LASTING}, ${publishedAt(sql`count(*)`, at)} as report_count,
         coalesce(r.resolved_count, 0) as resolved_count, coalesce(r.hit_count, 0) as hit_count,
         coalesce(r.event_count, 0) as event_count, coalesce(r.early_call_count, 0) as early_call_count, r.reliability,
         ${publishedAt(sql`max(p.published_at)`, at)} as last_report_at, s.created_at as updated_at
  from sources s left join sources o on o.id = s.parent_id
  left join source_scores r on r.source_id = s.id
    and r.at = (select max(x.at) from source_scores x where x.source_id = s.id and x.at <= ${at})
  where s.created_at <= ${at}`;

/** A `select` of the sources (`SourceCardRow` without its names) at a moment. */
export const sourceRows = ({ at, isNow }: Moment): Sql => (isNow ? standing : stood(at));
