import type { Database } from '../platform/database/database.js';
import { isOneOf, joined, lotsOf, sql, type Sql } from '../platform/database/sql.js';
import type { IdPrefix } from '../platform/ids.js';

/** Where something that happened belongs: a rumor, a device, and who may know of it beside the editors. */
export interface EventPlace {
  /** The id of what it happened to. */
  readonly subject: string;
  readonly rumor_id: string | null;
  readonly device_id: string | null;
  /** When the device was taken down; null while it is shown. */
  readonly removed_at: number | null;
  /** Whether nobody has vouched for it yet: 1 or 0. */
  readonly is_secret: number;
  /** The key of whoever proposed what is secret. */
  readonly key_id: string | null;
}

/** The columns by which places are looked for. */
export interface PlaceColumns {
  readonly subject: Sql;
  readonly rumor: Sql;
  readonly device: Sql;
}

interface Kind extends PlaceColumns {
  readonly prefix: IdPrefix;
  readonly from: Sql;
  readonly secret: Sql;
  readonly key: Sql;
}

const NONE = sql`cast(null as varchar(40))`;
const OPEN = { secret: sql`0`, key: NONE };
const UNPROVEN = { secret: sql`case when e.active_at is null then 1 else 0 end`, key: sql`e.proposed_key_id` };
const OF_RUMOR = { rumor: sql`m.id`, device: sql`m.device_id` };
const OF_DEVICE = { rumor: NONE, device: sql`d.id` };
const RUMORS = sql`rumors m join devices d on d.id = m.device_id`;
const LINKS = sql`evidence e join rumors m on m.id = e.rumor_id join devices d on d.id = m.device_id`;
const SAYINGS = sql`statement_links l join rumors m on m.id = l.rumor_id join devices d on d.id = m.device_id`;
const PROPOSALS = sql`resolution_proposals p join devices d on d.id = p.device_id`;
const ARTICLES = sql`ingestions i left join devices d on 1 = 0`;
const RULES = sql`alerts l left join devices d on 1 = 0`;

/** The kinds of thing that belong to a device, or are kept from the public. */
const KINDS: readonly Kind[] = [
  { ...OPEN, ...OF_DEVICE, prefix: 'dev', subject: sql`d.id`, from: sql`devices d` },
  { ...OPEN, ...OF_RUMOR, prefix: 'rum', subject: sql`m.id`, from: RUMORS },
  { ...UNPROVEN, ...OF_RUMOR, prefix: 'ev', subject: sql`e.id`, from: LINKS },
  { ...UNPROVEN, ...OF_RUMOR, prefix: 'rep', subject: sql`e.report_id`, from: LINKS },
  { ...OPEN, ...OF_RUMOR, prefix: 'st', subject: sql`l.statement_id`, from: SAYINGS },
  { ...OPEN, ...OF_DEVICE, prefix: 'prp', subject: sql`p.id`, from: PROPOSALS },
  {
    ...{ prefix: 'ing', subject: sql`i.id`, rumor: NONE, device: NONE, from: ARTICLES },
    ...{ secret: sql`1`, key: sql`i.created_key_id` },
  },
  {
    ...{ prefix: 'alr', subject: sql`l.id`, rumor: NONE, device: NONE, from: RULES },
    ...{ secret: sql`1`, key: sql`l.key_id` },
  },
];

/** A `select` of the places of one kind for which a condition holds. */
const places = ({ subject, rumor, device, secret, key, from }: Kind, condition: Sql): Sql =>
  sql`select ${subject} as subject, ${rumor} as rumor_id, ${device} as device_id, d.removed_at,
    ${secret} as is_secret, ${key} as key_id from ${from} where ${condition}`;

/** The places of what something happened to, by its id; what is not found here belongs to no device and is no secret. */
export async function placesOf(
  database: Database,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly EventPlace[]>> {
  const found = new Map<string, EventPlace[]>();
  for (const lot of lotsOf([...new Set(subjects)])) {
    const arms = KINDS.flatMap((kind) => {
      const own = lot.filter((id) => id.startsWith(`${kind.prefix}_`));
      return own.length === 0 ? [] : [places(kind, isOneOf(kind.subject, own))];
    });
    if (arms.length === 0) continue;
    const { text, values } = joined(arms, ' union all ');
    for (const place of await database.read<EventPlace>(text, values)) {
      const known = found.get(place.subject);
      if (known) known.push(place);
      else found.set(place.subject, [place]);
    }
  }
  return found;
}

/** Whether the subject of an event (`e`) belongs to a thing, by a condition on the columns of its places. */
export function belongs(condition: (columns: PlaceColumns) => Sql): Sql {
  const arms = KINDS.map((kind) => places(kind, condition(kind)));
  return sql`e.subject in (select x.subject from (${joined(arms, ' union all ')}) x)`;
}
