import { deviceAt, rumorAt } from '../devices/past-places.js';
import type { Moment } from '../events/moments.service.js';
import { wordAt } from '../events/trail.service.js';
import { Sql, sql } from '../platform/database/sql.js';
import { SOURCE_COLUMNS } from '../sources/source.view.js';
import { EVIDENCE_STATUSES } from './evidence.entity.js';

/** A report (`p`) with its source (`s`) and its origin (`o`) beside it. */
const REPORT_COLUMNS = sql`p.id as report_id, p.kind as report_kind, p.title, p.url, p.language, p.published_at,
  p.published_precision, p.learned_at, p.origin_id, p.origin_link, p.origin_reason, o.learned_at as origin_learned_at,
  ${new Sql(SOURCE_COLUMNS, [])}`;

const WITH_REPORT = sql`join sources s on s.id = p.source_id join reports o on o.id = p.origin_id`;

/** A `select` of the reports (`ReportListRow`) that were known at a moment. */
export function reportRows({ at, isNow }: Moment): Sql {
  const linked = sql`(select count(*) from evidence e where e.report_id = p.id and e.active_at <= ${at})`;
  return sql`select p.id, p.version, ${REPORT_COLUMNS}, ${isNow ? sql`p.evidence_count` : linked} as evidence_count
    from reports p ${WITH_REPORT} where ${isNow ? sql`1 = 1` : sql`p.learned_at <= ${at}`}`;
}

/** A moment after every other one, epoch milliseconds. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

const ABOUT_A_DEVICE = sql`join rumors m on m.id = l.rumor_id join devices d on d.id = m.device_id and d.removed_at is null`;

/**
 * Whether everybody is shown a report, by an instant, epoch milliseconds: a link counted by then, or words were recorded,
 * about a device that was not taken down. Of what contributors propose nobody has looked at a word.
 */
export const isShown = (reportId: Sql, at = END_OF_TIME): Sql => sql`(
  exists (select 1 from evidence l ${ABOUT_A_DEVICE} where l.report_id = ${reportId} and l.active_at <= ${at})
  or exists (select 1 from statements w join statement_links l on l.statement_id = w.id ${ABOUT_A_DEVICE}
    where w.report_id = ${reportId} and w.created_at <= ${at}))`;

const STATUS = { thing: sql`e.id`, name: 'status', present: sql`e.status` } as const;

/** The status of a link (`e`) at an instant; one that was not changed since has the one that it had. */
const statusAt = (at: number): Sql =>
  sql`case when e.updated_at <= ${at} then e.status else ${wordAt(STATUS, EVIDENCE_STATUSES, at)} end as status`;

/** A `select` of the links (`EvidenceRow`) that were known at a moment, each with its report. */
export function evidenceRows({ at, isNow }: Moment): Sql {
  const standing = sql`${isNow ? sql`e.status` : statusAt(at)}, e.withdrawn_at, e.withdrawn_reason, e.proposed_by,
    e.proposed_key_id, e.active_at`;
  return sql`select e.id, m.id as rumor_id, ${isNow ? sql`m.device_id` : deviceAt(at)} as device_id, e.stance,
      e.certainty, e.quote, e.span_where, e.span_start, e.span_end,
      ${standing}, e.created_at, e.version, ${REPORT_COLUMNS}
    from evidence e join rumors m on m.id = ${isNow ? sql`e.rumor_id` : rumorAt('e', at)}
    join devices d on d.id = m.device_id and d.removed_at is null
    join reports p on p.id = e.report_id ${WITH_REPORT}
    where ${isNow ? sql`1 = 1` : sql`e.created_at <= ${at}`}`;
}
