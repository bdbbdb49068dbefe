import type { Moment } from '../events/moments.service.js';
import { dated } from '../platform/database/dated.js';
import { every, sql, type Sql } from '../platform/database/sql.js';
import { lastReportOnDevice, linksToDevice, supersededAt, wasAbout, wasMerged } from './past-places.js';
import {
  assessedAt,
  existenceAt,
  headlineRumorAt,
  isDerivedAt,
  isWithdrawnAt,
  resolutionAt,
  stoodAt,
  WEEK_MS,
} from './beliefs.js';

/** Whether a device (`d`) is, or at an instant was, one that is followed. */
const isFollowed = sql`d.merged_into_id is null and d.removed_at is null`;
const wasFollowed = (at: number): Sql => sql`d.created_at <= ${at} and d.removed_at is null and not ${wasMerged(at)}`;

/** What is kept of a device (`d`) once, with its company (`c`) beside it. */
const LASTING = sql`d.id, d.slug, d.name, d.name as sorted_name, d.category, d.line, d.lifecycle,
  d.external_ids, d.version, d.created_at, c.id as company_id, c.slug as company_slug, c.name as company_name,
  u.id as superseded_by_id, u.slug as superseded_by_slug, u.name as superseded_by_name`;

/** The devices as they stand. */
const standing = dated(
  (at) => sql`
  select ${LASTING}, d.headline_probability, d.headline_rumor_id, d.headline_derived, d.rumor_count, d.report_count,
         d.last_report_at, d.updated_at, d.headline_probability - ${existenceAt(at - WEEK_MS)} as change_7d,
         d.superseded_reason
  from devices d join companies c on c.id = d.company_id left join devices u on u.id = d.superseded_by_id
  where ${isFollowed}`,
);

/** How many reports spoke of a device (`d`), of those that counted at an instant. */
const reportsAt = (at: number): Sql => sql`(select count(distinct e.report_id) from (${linksToDevice(sql`d.id`, at)}) e
  where e.active_at <= ${at})`;

/** When something was last learned about a device (`d`): a rumor was opened, or weighed. */
const lastChangeAt = (at: number): Sql => sql`(select max(coalesce(${assessedAt(sql`m.id`, at)}, m.created_at))
  from rumors m where ${wasAbout(sql`m.id`, sql`d.id`, at)} and m.created_at <= ${at})`;

/** The devices that were followed at an instant, with the headline and the counts that they had then. */
const stood = dated((at) => {
  const was = (present: Sql, past: Sql): Sql => stoodAt(sql`d.updated_at`, at, present, past);
  const known = sql`(select count(*) from rumors m where ${wasAbout(sql`m.id`, sql`d.id`, at)} and m.created_at <= ${at})`;
  const headline = was(sql`d.headline_probability`, existenceAt(at));
  return sql`
    select ${LASTING}, ${headline} as headline_probability,
           ${was(sql`d.headline_rumor_id`, headlineRumorAt(at))} as headline_rumor_id,
           ${was(sql`case when d.headline_derived then 1 else 0 end`, sql`coalesce(${isDerivedAt(at)}, 0)`)} as headline_derived,
           ${was(sql`d.rumor_count`, known)} as rumor_count,
           ${was(sql`d.report_count`, reportsAt(at))} as report_count,
           ${was(sql`d.last_report_at`, lastReportOnDevice(sql`d.id`, at))} as last_report_at,
           ${was(sql`d.updated_at`, sql`coalesce(${lastChangeAt(at)}, d.created_at)`)} as updated_at,
           ${headline} - ${existenceAt(at - WEEK_MS)} as change_7d,
           ${supersededAt(sql`i.reason`, at)} as superseded_reason
    from devices d join companies c on c.id = d.company_id left join devices u on u.id = ${supersededAt(sql`i.other_id`, at)}
    where ${wasFollowed(at)}`;
});

/** A `select` of the `id` of the device that goes by a reference, its id or its slug, at a moment. */
export const deviceNamed = (reference: string, { at, isNow }: Moment): Sql => sql`select d.id from devices d
  where (d.id = ${reference} or d.slug = ${reference}) and ${isNow ? isFollowed : wasFollowed(at)}`;

/** A `select` of the devices (`DeviceRow` without its other names) at a moment. */
export const deviceRows = ({ at, isNow }: Moment): Sql => (isNow ? standing(at) : stood(at));

/** Where and when a launch is looked for: calendar days, both within, and a region. */
export interface LaunchFilter {
  readonly launchFrom?: string;
  readonly launchTo?: string;
  readonly region?: string;
}

/**
 * Whether a device (`t`) has a rumor about its launch, known at an instant, that a filter lets through; one that was
 * withdrawn or had turned out false by then does not count.
 */
export function launches({ launchFrom: from, launchTo: to, region }: LaunchFilter, at: number): Sql {
  const conditions = [
    sql`${wasAbout(sql`m.id`, sql`t.id`, at)} and m.subject = 'launch.date' and m.created_at <= ${at}`,
    sql`not ${isWithdrawnAt(at)} and coalesce(v.outcome, '') <> 'false'`,
    to !== undefined && sql`(m.value like '../%' or substr(m.value, 1, 10) <= ${to})`,
    from !== undefined && sql`(m.window_ends_on is null or m.window_ends_on >= ${from})`,
    region !== undefined && sql`m.region = ${region}`,
  ];
  return sql`exists (select 1 from rumors m left join resolutions v on v.id = ${resolutionAt(sql`m.id`, at)}
    where ${every(conditions.filter((each) => each !== false))})`;
}
