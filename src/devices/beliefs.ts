import { EXISTENCE_FOLLOWS_FROM } from '../engine/subjects/index.js';
import { wordAt } from '../events/trail.service.js';
import { anyOf, isOneOf, sql, type Sql } from '../platform/database/sql.js';
import { wasAbout } from './past-places.js';

/** A week in milliseconds: a confidence is shown with its change over that time. */
export const WEEK_MS = 7 * 86_400_000;

/** What a row (`d`, `m`) had at an instant: what it has where it has not changed since, else what is found out. */
export const stoodAt = (updatedAt: Sql, at: number, present: Sql, past: Sql): Sql =>
  sql`case when ${updatedAt} <= ${at} then ${present} else ${past} end`;

const lastAssessment = (column: Sql, rumorId: Sql, at: number): Sql => sql`(select ${column} from assessments a
  where a.rumor_id = ${rumorId} and a.at <= ${at} order by a.at desc, a.id desc limit 1)`;

/** The id of the assessment that stood for a rumor at an instant; null before its first. */
export const assessmentAt = (rumorId: Sql, at: number): Sql => lastAssessment(sql`a.id`, rumorId, at);

/** The probability that a rumor had at an instant; null before its first assessment. */
export const probabilityAt = (rumorId: Sql, at: number): Sql => lastAssessment(sql`a.probability`, rumorId, at);

/** When a rumor was last assessed by an instant; null before its first assessment. */
export const assessedAt = (rumorId: Sql, at: number): Sql => lastAssessment(sql`a.at`, rumorId, at);

/** The id of the resolution of a rumor that stood at an instant; null where it was not resolved then. */
export const resolutionAt = (rumorId: Sql, at: number): Sql => sql`(select v.id from resolutions v
  where v.rumor_id = ${rumorId} and v.resolved_at <= ${at} and (v.reopened_at is null or v.reopened_at > ${at})
  order by v.resolved_at desc, v.id desc limit 1)`;

/** The status that a rumor (`m`) had at an instant, of those that are listed; see `wordAt`. */
export const statusAt = (statuses: readonly string[], at: number): Sql =>
  wordAt({ thing: sql`m.id`, name: 'status', present: sql`m.status` }, statuses, at);

/** Whether a rumor (`m`) was withdrawn at an instant. */
export const isWithdrawnAt = (at: number): Sql => sql`(coalesce(${statusAt(['withdrawn'], at)}, '') = 'withdrawn')`;

const IS_CLAIM = sql`(m.subject = 'existence' and m.value = 'yes')`;
/** Subjects that cannot come true of a device that does not exist. */
const IMPLIES = anyOf(
  Object.entries(EXISTENCE_FOLLOWS_FROM).map(([subject, words]) =>
    words === null
      ? sql`m.subject = ${subject}`
      : sql`(m.subject = ${subject} and ${isOneOf(sql`lower(m.value)`, words)})`,
  ),
);
/** How likely a rumor was: what it came to where that was settled. Null where nothing could be said. */
const LIKELIHOOD = sql`case v.outcome when 'true' then 1.0 when 'false' then 0.0 when 'void' then null
  else b.probability end`;

/**
 * What stands for existence: a claim, a settled one before all else, as it is weighed together with all that implies it
 * and no other number can stand beside its own; where nobody claims it, the most likely rumor that implies it.
 */
const RANK = sql`case when ${IS_CLAIM} and v.outcome in ('true', 'false') then 0 when ${IS_CLAIM} then 1 else 2 end,
  ${LIKELIHOOD} desc, m.id`;

/** The headline of a device (`d`) at an instant, found among the rumors that it had then. */
const found = (column: Sql, at: number): Sql => sql`(select ${column} from rumors m
  left join assessments b on b.id = ${assessmentAt(sql`m.id`, at)}
  left join resolutions v on v.id = ${resolutionAt(sql`m.id`, at)}
  where (${IS_CLAIM} or ${IMPLIES}) and ${wasAbout(sql`m.id`, sql`d.id`, at)} and m.created_at <= ${at}
    and not ${isWithdrawnAt(at)} and ${LIKELIHOOD} is not null
  order by ${RANK} limit 1)`;

const RUMOR = sql`m.id`;
const DERIVED = sql`case when ${IS_CLAIM} then 0 else 1 end`;

/** The same as it was noted when it changed; devices that are older than the notes are looked through. */
const noted = (column: Sql, otherwise: Sql, at: number): Sql => {
  const before = sql`from headlines h where h.device_id = d.id and h.at <= ${at}`;
  return sql`case when exists (select 1 ${before}) then (select ${column} ${before} order by h.at desc limit 1)
    else ${found(otherwise, at)} end`;
};

/**
 * How likely a device (`d`) existed at an instant: as claimed, or where nobody claims it as its most probable rumor that
 * implies it. A resolution decides it. Null where nothing spoke of it.
 */
export const existenceAt = (at: number): Sql => noted(sql`h.probability`, LIKELIHOOD, at);

/** The rumor that stood for the existence of a device (`d`) at an instant. */
export const headlineRumorAt = (at: number): Sql => noted(sql`h.rumor_id`, RUMOR, at);

/** 1 where that rumor only implies that the device exists, 0 where it says so. */
export const isDerivedAt = (at: number): Sql => noted(sql`case when h.derived then 1 else 0 end`, DERIVED, at);

/** What stands for the existence of a device at present. */
export interface HeadlineRow {
  readonly device_id: string;
  readonly probability: number;
  readonly rumor_id: string;
  readonly is_derived: number;
}

/** How likely a rumor is by what stands in its own row: what it came to where that is settled. */
const PRESENT = sql`case m.outcome when 'true' then 1.0 when 'false' then 0.0 when 'void' then null
  else m.probability end`;

/** The present headlines of devices, found in the rows of their rumors; none of a device of which nothing can be said. */
export const headlinesOf = (deviceIds: readonly string[]): Sql => sql`
  select h.device_id, h.probability, h.rumor_id, h.is_derived from (
    select m.device_id, m.id as rumor_id, ${PRESENT} as probability, ${DERIVED} as is_derived,
      row_number() over (partition by m.device_id order by
        case when ${IS_CLAIM} and m.outcome in ('true', 'false') then 0 else 1 end, ${PRESENT} desc, ${DERIVED}, m.id)
        as place
    from rumors m where ${isOneOf(sql`m.device_id`, deviceIds)} and m.united_into_id is null
      and (${IS_CLAIM} or ${IMPLIES}) and m.status <> 'withdrawn' and ${PRESENT} is not null) h
  where h.place = 1`;
