import type { Moment } from '../events/moments.service.js';
import { DAY_MS } from '../engine/subjects/index.js';
import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/sql.js';

/** How far ahead the date of an earlier device of the same line was first told. */
export interface PastGap {
  readonly device: { readonly id: string; readonly slug: string; readonly name: string };
  /** Days from the first report of a date to the day on which it happened. */
  readonly days: number;
}

/** How many earlier devices are looked at, the latest first. */
const MOST_GAPS = 10;

interface GapRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly happened_on: string;
  readonly first_at: number;
}

/** How far ahead the dates of earlier devices of a device's line were told, the latest first; none without a line. */
export async function pastGapsOf(
  database: Database,
  deviceId: string,
  subject: string,
  { at }: Moment,
): Promise<PastGap[]> {
  const { text, values } = sql`
    select d.id, d.slug, d.name, min(v.happened_on) as happened_on, min(p.published_at) as first_at
    from devices self join devices d on d.company_id = self.company_id and d.line = self.line and d.id <> self.id
    join rumors m on m.device_id = d.id and m.subject = ${subject} and m.united_into_id is null
    join resolutions v on v.rumor_id = m.id and v.outcome = 'true' and v.happened_on is not null
      and v.resolved_at <= ${at} and (v.reopened_at is null or v.reopened_at > ${at})
    join rumors told on told.device_id = d.id and told.subject = ${subject}
    join evidence e on e.rumor_id = told.id and e.status = 'active' and e.stance = 'supports'
    join reports p on p.id = e.report_id and p.learned_at <= ${at}
    where self.id = ${deviceId} and d.removed_at is null
    group by d.id, d.slug, d.name order by happened_on desc, d.id limit ${MOST_GAPS}`;
  const rows = await database.read<GapRow>(text, values);
  return rows.map(({ happened_on: on, first_at: first, ...device }) => ({
    device,
    days: Math.max(0, Math.round(Date.parse(on) / DAY_MS) - Math.floor(first / DAY_MS)),
  }));
}
