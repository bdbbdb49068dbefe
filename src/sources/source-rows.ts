import type { Moment } from '../events/moments.service.js';
import { sql, type Sql } from '../platform/database/sql.js';

/** What is kept of a source (`s`) once, with the outlet that it belongs to (`o`) beside it. */
const LASTING = sql`s.id, s.slug, s.name, s.name as sorted_name, s.kind, s.grade, s.vetted, s.version, s.created_at, o.id as parent_id,
  o.slug as parent_slug, o.name as parent_name`;

const standing = sql`
  select ${LASTING}, s.report_count, s.resolved_count, s.hit_count, s.early_call_count, s.last_report_at, s.updated_at
  from sources s left join sources o on o.id = s.parent_id`;

const publishedAt = (column: Sql, at: number): Sql =>
  sql`(select ${column} from reports p where p.source_id = s.id and p.learned_at <= ${at})`;

/** Its record is not known of a past day: it is counted anew by each refresh, and what came later is not shown. */
const stood = (at: number): Sql => sql`
  select ${LASTING}, ${publishedAt(sql`count(*)`, at)} as report_count, cast(null as integer) as resolved_count,
         cast(null as integer) as hit_count, cast(null as integer) as early_call_count, ${publishedAt(sql`max(p.published_at)`, at)} as last_report_at,
         s.created_at as updated_at
  from sources s left join sources o on o.id = s.parent_id where s.created_at <= ${at}`;

/** A `select` of the sources (`SourceCardRow` without its names) at a moment. */
export const sourceRows = ({ at, isNow }: Moment): Sql => (isNow ? standing : stood(at));
