import type { Database } from '../platform/database/database.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { Fault, Moved } from '../platform/fault.js';
import type { Slugged } from './former-slug.entity.js';
import type { Moment } from './moments.service.js';

interface Found {
  readonly id: string;
  /** The slug by which it is found; its id where it has none. */
  readonly slug: string;
  /** The thing that it was found to be; null where it is one of its own. */
  readonly next_id: string | null;
  readonly removed_at: number | null;
}

/** Things that may have become another one, by their id or slug, with what they were at an instant. */
const PLACES: Readonly<Record<'device' | 'rumor', (reference: string, at: number) => Sql>> = {
  device: (reference, at) => sql`select d.id, d.slug, d.removed_at, coalesce(d.merged_into_id, (select max(i.other_id)
      from identity_acts i where i.device_id = d.id and i.kind = 'merge' and i.at <= ${at} and i.undone_at > ${at}))
      as next_id from devices d where (d.id = ${reference} or d.slug = ${reference}) and d.created_at <= ${at}`,
  rumor: (reference, at) => sql`select m.id, m.id as slug, d.removed_at, coalesce(m.united_into_id, (select
      max(y.united_into_id) from rumor_stays y where y.rumor_id = m.id and y.since <= ${at} and y.until > ${at}))
      as next_id from rumors m join devices d on d.id = m.device_id where m.id = ${reference} and m.created_at <= ${at}`,
};

const TABLES: Readonly<Record<Slugged, string>> = { company: 'companies', device: 'devices', source: 'sources' };

/**
 * What became of a thing that is not found by a reference any more: it goes by another name or is one with another
 * thing (`Moved`), or it was taken down (gone `removed-device`). Null where nothing of it is known.
 */
export async function whereabouts(
  database: Database,
  thing: Slugged | 'rumor',
  reference: string,
  { at }: Moment,
): Promise<Fault | null> {
  const renamed = thing === 'rumor' ? null : await holderOf(database, thing, reference);
  if (thing === 'company' || thing === 'source') return renamed && new Moved(reference, renamed.slug);
  let found = await placeOf(database, thing, renamed?.id ?? reference, at);
  const first = found;
  while (found?.next_id) found = await placeOf(database, thing, found.next_id, at);
  if (!found || !first) return null;
  if (found.removed_at !== null) return gone(thing, reference);
  if (found === first && !renamed) return null;
  return new Moved(reference, reference === first.id ? found.id : found.slug);
}

/** The thing that once had a slug, with the one that it has now. */
async function holderOf(
  database: Database,
  thing: Slugged,
  slug: string,
): Promise<{ id: string; slug: string } | null> {
  return database.readOne(
    `select t.id, t.slug from former_slugs f join ${TABLES[thing]} t on t.id = f.thing_id where f.thing = ? and f.slug = ?`,
    [thing, slug],
  );
}

function placeOf(database: Database, thing: 'device' | 'rumor', reference: string, at: number): Promise<Found | null> {
  const { text, values } = PLACES[thing](reference, at);
  return database.readOne<Found>(text, values);
}

function gone(thing: 'device' | 'rumor', reference: string): Fault {
  const what = thing === 'device' ? 'was' : 'is about a device that was';
  return new Fault('gone', 'removed-device', `${reference} ${what} taken down and is shown no more.`);
}
