import type { Database } from '../platform/database/database.js';
import { isOneOf, lotsOf, sql } from '../platform/database/sql.js';

/**
 * Which devices those of these ids are now, by their former ids: those that they were merged into, however often. Without
 * those that are still themselves.
 */
export async function presentDevices(
  database: Database,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const lot of lotsOf([...new Set(ids)].filter((id) => id !== null))) {
    const { text, values } = sql`with recursive steps(id, next_id) as (
        select d.id, d.merged_into_id from devices d where d.merged_into_id is not null and ${isOneOf(sql`d.id`, lot)}
        union select s.id, d.merged_into_id from steps s join devices d on d.id = s.next_id
          where d.merged_into_id is not null)
      select s.id, s.next_id from steps s join devices d on d.id = s.next_id where d.merged_into_id is null`;
    for (const { id, next_id: next } of await database.read<{ id: string; next_id: string }>(text, values)) {
      found.set(id, next);
    }
  }
  return found;
}
