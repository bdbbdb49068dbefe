import { sql, Sql } from '../platform/database/sql.js';

/** A stay of a rumor (`y`) that lasted at an instant. */
const lasted = (at: number): Sql => sql`y.since <= ${at} and y.until > ${at}`;

/** Whether a rumor was about a device at an instant as one of its own, whatever device it is about by now. */
export const wasAbout = (rumorId: Sql, deviceId: Sql, at: number): Sql => sql`${rumorId} in (
  select r.id from rumors r where r.device_id = ${deviceId} and r.united_into_id is null
    and not exists (select 1 from rumor_stays y where y.rumor_id = r.id and y.until > ${at})
  union all select y.rumor_id from rumor_stays y
    where y.device_id = ${deviceId} and y.united_into_id is null and ${lasted(at)})`;

/** The id of the device that a rumor (`m`) was about at an instant. */
export const deviceAt = (at: number): Sql => sql`coalesce((select max(y.device_id) from rumor_stays y
  where y.rumor_id = m.id and ${lasted(at)}), m.device_id)`;

/** The id of the rumor with which a rumor was one at an instant; null where it was followed by itself. */
export const unitedAt = (rumorId: Sql, at: number): Sql => sql`(select case when max(y.sequence) is null
    then max(r.united_into_id) else max(y.united_into_id) end
  from rumors r left join rumor_stays y on y.rumor_id = r.id and ${lasted(at)} where r.id = ${rumorId})`;

/** A table of links, the column that names a link, and the one that names what is linked to a rumor. */
interface Linking {
  readonly table: Sql;
  readonly column: Sql;
  readonly cited: Sql;
}

/**
 * Whether a link (a row of `evidence` or `statement_links`, by its table and key) spoke of a rumor at an instant: one
 * that was linked to another rumor speaks of this one only while both are one.
 */
export const spokeOf = (key: Sql, { table, column, cited }: Linking, rumorId: Sql, at: number): Sql => sql`
  ${key} in (select k.${column} from ${table} k where k.rumor_id = ${rumorId} and k.home_id is null
    union all select k.${column} from ${table} k
      where k.home_id = ${rumorId} and ${unitedAt(sql`k.home_id`, at)} is null
    union all select k.${column} from rumors r join ${table} k on k.home_id = r.id
      where r.united_into_id = ${rumorId} and ${unitedAt(sql`r.id`, at)} = ${rumorId}
    union all select k.${column} from rumor_stays y join ${table} k on k.home_id = y.rumor_id
      where y.united_into_id = ${rumorId} and ${lasted(at)}
    union all select k.${column} from rumor_stays y join ${table} k on k.rumor_id = y.rumor_id and k.home_id is null
      where y.united_into_id = ${rumorId} and ${lasted(at)} and not exists (select 1 from ${table} t
        where t.${cited} = k.${cited} and t.rumor_id = ${rumorId}))`;

/**
 * The id of the rumor of which a link (`e` of `evidence`, `l` of `statement_links`) spoke at an instant. One that stays
 * with a rumor that is one with another now speaks of nothing else: what it says is linked to the other one as well.
 */
export function rumorAt(link: 'e' | 'l', at: number): Sql {
  const [home, rumor] = [new Sql(`${link}.home_id`, []), new Sql(`${link}.rumor_id`, [])];
  const own = sql`(select case when q.united_into_id is null then coalesce(${unitedAt(sql`q.id`, at)}, q.id) else q.id end
    from rumors q where q.id = ${rumor})`;
  return sql`case when ${home} is null then ${own} else coalesce(${unitedAt(home, at)}, ${home}) end`;
}

/** The table of the links between reports and rumors, for `spokeOf`. */
export const EVIDENCE: Linking = { table: sql`evidence`, column: sql`id`, cited: sql`report_id` };

/** Whether a device (`d`) was one with another one at an instant. */
export const wasMerged = (at: number): Sql => sql`exists (select 1 from identity_acts i where i.device_id = d.id
  and i.kind = 'merge' and i.at <= ${at} and (i.undone_at is null or i.undone_at > ${at}))`;

/** The id of the device that a device (`d`) had turned out to be at an instant, and how; of one row at most. */
export const supersededAt = (column: Sql, at: number): Sql => sql`(select max(${column}) from identity_acts i
  where i.device_id = d.id and i.kind = 'supersede' and i.at <= ${at} and (i.undone_at is null or i.undone_at > ${at}))`;
