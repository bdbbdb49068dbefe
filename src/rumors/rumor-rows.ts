import { assessmentAt, probabilityAt, resolutionAt, statusAt, stoodAt, WEEK_MS } from '../devices/beliefs.js';
import { deviceAt, lastReportOn, unitedAt } from '../devices/past-places.js';
import type { Moment } from '../events/moments.service.js';
import { dated } from '../platform/database/dated.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { RUMOR_STATUSES } from './rumor.entity.js';

/** What stays of a rumor (`m`) wherever it goes, with its device (`d`) beside it. */
const LASTING = sql`m.id, d.id as device_id, d.slug as device_slug, d.name as device_name, d.company_id, m.subject, m.region,
  m.variant, m.question, m.value, m.value_key, m.window_ends_on, m.version, m.created_at`;

const RESOLUTION = sql`v.outcome, v.happened_on, v.resolved_at`;

/** How far the probability has moved within the week before an instant; null where there was none a week ago. */
const changeAt = (probability: Sql, at: number): Sql =>
  sql`${probability} - ${probabilityAt(sql`m.id`, at - WEEK_MS)} as change_7d`;

/** The rumors as they stand. */
const standing = dated(
  (at) => sql`
  select ${LASTING}, ${RESOLUTION}, m.status, m.assessment_id, m.assessed_at, m.probability, m.low, m.high,
         m.firm_probability, m.strength, m.announced, m.report_count, m.origin_count, m.supporting_count,
         m.refuting_count, m.last_report_at, m.updated_at, ${changeAt(sql`m.probability`, at)}
  from rumors m join devices d on d.id = m.device_id
  left join resolutions v on v.rumor_id = m.id and v.reopened_at is null
  where m.united_into_id is null and d.removed_at is null`,
);

/** The rumors that were known at an instant, with the numbers, the counts and the verdict that they had then. */
const stood = dated((at) => {
  const was = (present: Sql, past: Sql): Sql => stoodAt(sql`m.updated_at`, at, present, past);
  return sql`
    select ${LASTING}, ${RESOLUTION}, ${statusAt(RUMOR_STATUSES, at)} as status, b.id as assessment_id, b.at as assessed_at,
           b.probability, b.low, b.high, b.firm_probability, b.strength, coalesce(b.announced, false) as announced,
           coalesce(b.report_count, 0) as report_count, coalesce(b.origin_count, 0) as origin_count,
           coalesce(b.supporting_count, 0) as supporting_count, coalesce(b.refuting_count, 0) as refuting_count,
           ${was(sql`m.last_report_at`, lastReportOn(sql`m.id`, at))} as last_report_at,
           ${was(sql`m.updated_at`, sql`coalesce(b.at, m.created_at)`)} as updated_at,
           ${changeAt(sql`b.probability`, at)}
    from rumors m join devices d on d.id = ${deviceAt(at)}
    left join assessments b on b.id = ${was(sql`m.assessment_id`, assessmentAt(sql`m.id`, at))}
    left join resolutions v on v.id = ${resolutionAt(sql`m.id`, at)}
    where m.created_at <= ${at} and ${unitedAt(sql`m.id`, at)} is null and d.removed_at is null`;
});

/** A `select` of the rumors (`RumorRow`) at a moment. */
export const rumorRows = ({ at, isNow }: Moment): Sql => (isNow ? standing(at) : stood(at));
