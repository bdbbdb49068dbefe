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

/** Which rumors are meant, as a condition on the id of one. */
type Meant = (rumorId: Sql) => Sql;

/**
 * A `select` of what of the links of `evidence` (`k`) spoke of rumors at an instant: one that was linked to another rumor
 * speaks of this one only while both are one, and of two of one report the one that was its own.
 *
 * @param joined what stands beside each link
 */
const linked = (columns: Sql, isMeant: Meant, at: number, joined = sql``): Sql => sql`
  select ${columns} from evidence k ${joined} where ${isMeant(sql`k.rumor_id`)} and k.home_id is null
  union all select ${columns} from evidence k ${joined}
    where ${isMeant(sql`k.home_id`)} and ${unitedAt(sql`k.home_id`, at)} is null
  union all select ${columns} from rumors n join evidence k on k.home_id = n.id ${joined}
    where ${isMeant(sql`n.united_into_id`)} and ${unitedAt(sql`n.id`, at)} = n.united_into_id
  union all select ${columns} from rumor_stays y join evidence k on k.home_id = y.rumor_id ${joined}
    where ${isMeant(sql`y.united_into_id`)} and ${lasted(at)}
  union all select ${columns} from rumor_stays y join evidence k on k.rumor_id = y.rumor_id and k.home_id is null ${joined}
    where ${isMeant(sql`y.united_into_id`)} and ${lasted(at)}
    and not exists (select 1 from evidence t where t.report_id = k.report_id and t.rumor_id = y.united_into_id)`;

const isOne =
  (rumorId: Sql): Meant =>
  (id) =>
    sql`${id} = ${rumorId}`;
const isOfDevice =
  (deviceId: Sql, at: number): Meant =>
  (id) =>
    wasAbout(id, deviceId, at);

/** A `select` of the reports that were linked to the rumors that were about a device at an instant, with since when each link counts. */
export const linksToDevice = (deviceId: Sql, at: number): Sql =>
  linked(sql`k.report_id, k.active_at`, isOfDevice(deviceId, at), at);

/** When the last of the reports was published that counted at an instant, of those on rumors that are meant. */
const lastReport = (isMeant: Meant, at: number): Sql =>
  sql`(select max(o.published_at) from (${linked(
    sql`max(p.published_at) as published_at`,
    isMeant,
    at,
    sql`join reports p on p.id = k.report_id and k.active_at <= ${at}`,
  )}) o)`;

/** When the last report on a rumor was published, of those that counted at an instant. */
export const lastReportOn = (rumorId: Sql, at: number): Sql => lastReport(isOne(rumorId), at);

/** The same of the reports on a device. */
export const lastReportOnDevice = (deviceId: Sql, at: number): Sql => lastReport(isOfDevice(deviceId, at), at);

/** Whether a link of `evidence`, by its id, spoke of a rumor that was about a device at an instant. */
export const spokeOfDevice = (linkId: Sql, deviceId: string, at: number): Sql =>
  sql`${linkId} in (${linked(sql`k.id`, isOfDevice(sql`${deviceId}`, at), at)})`;

/** Whether a link of `evidence`, by its id, spoke of a rumor at an instant. */
export const spokeOf = (linkId: Sql, rumorId: Sql, at: number): Sql =>
  sql`${linkId} in (${linked(sql`k.id`, isOne(rumorId), at)})`;

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

/** The id of the device about which that rumor was at that instant. */
export const deviceOf = (link: 'e' | 'l', at: number): Sql =>
  sql`(select ${deviceAt(at)} from rumors m where m.id = ${rumorAt(link, at)})`;

/** Whether a device (`d`) was one with another one at an instant. */
export const wasMerged = (at: number): Sql => sql`exists (select 1 from identity_acts i where i.device_id = d.id
  and i.kind = 'merge' and i.at <= ${at} and (i.undone_at is null or i.undone_at > ${at}))`;

/** The id of the device that a device (`d`) had turned out to be at an instant, and how; of one row at most. */
export const supersededAt = (column: Sql, at: number): Sql => sql`(select max(${column}) from identity_acts i
  where i.device_id = d.id and i.kind = 'supersede' and i.at <= ${at} and (i.undone_at is null or i.undone_at > ${at}))`;
