import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { isOneOf, joined, sql } from '../platform/database/sql.js';
import { headlinesOf, type HeadlineRow } from './beliefs.js';
import { HeadlineEntry } from './headline.entity.js';

/** A device with what stands for its existence; all null where nothing does. */
type Headline = Pick<HeadlineEntry, 'deviceId' | 'probability' | 'rumorId' | 'derived'>;

interface FormerRow {
  readonly id: string;
  readonly headline_probability: number | null;
  readonly headline_rumor_id: string | null;
  readonly headline_derived: number;
}

/** How likely these devices exist, by what is stored of their rumors. */
export async function findHeadlines(database: Database, deviceIds: readonly string[]): Promise<Headline[]> {
  const { text, values } = headlinesOf(deviceIds);
  const found = new Map((await database.read<HeadlineRow>(text, values)).map((row) => [row.device_id, row]));
  return deviceIds.map((deviceId) => {
    const { probability = null, rumor_id: rumorId = null, is_derived: isDerived } = found.get(deviceId) ?? {};
    return { deviceId, probability, rumorId, derived: Boolean(isDerived) };
  });
}

/** Those of the headlines that differ from what stands beside their devices. */
export async function newHeadlines(database: Database, headlines: readonly Headline[]): Promise<Headline[]> {
  const ids = headlines.map(({ deviceId }) => deviceId);
  const { text, values } = sql`select d.id, d.headline_probability, d.headline_rumor_id, d.headline_derived
    from devices d where ${isOneOf(sql`d.id`, ids)}`;
  const former = new Map((await database.read<FormerRow>(text, values)).map((row) => [row.id, row]));
  return headlines.filter((headline) => !isSame(former.get(headline.deviceId), headline));
}

/** Keeps headlines beside their devices, and notes from when on each holds where it is a new one. */
export async function keepHeadlines(
  rows: EntityManager,
  headlines: readonly Headline[],
  news: readonly Headline[],
  at: number,
): Promise<void> {
  const lines = headlines.map(
    ({ deviceId, probability, rumorId, derived }) =>
      sql`(${deviceId}, cast(${probability} as double precision), cast(${rumorId} as varchar(40)),
        cast(${Number(derived)} as integer))`,
  );
  await execute(
    rows,
    sql`update devices set headline_probability = v.column2, headline_rumor_id = v.column3,
        headline_derived = (v.column4 <> 0), updated_at = ${at}
      from (values ${joined(lines, ', ')}) v where devices.id = v.column1`,
  );
  const entries = news.map((headline) => ({ ...headline, at }));
  if (entries.length > 0) await rows.upsert(HeadlineEntry, entries, ['deviceId', 'at']);
}

const isSame = (former: FormerRow | undefined, { probability, rumorId, derived }: Headline): boolean =>
  former?.headline_probability === probability &&
  former.headline_rumor_id === rumorId &&
  Boolean(former.headline_derived) === derived;
