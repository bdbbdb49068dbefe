import type { Database } from '../platform/database/database.js';
import { joined, lotsOf, sql } from '../platform/database/sql.js';
import type { Weighed } from './weighed.js';

interface PresentRow {
  readonly id: string;
  readonly device_id: string;
  readonly updated_at: number;
  readonly due_at: number | null;
}

/**
 * The devices of those questions to which something has happened since they were weighed: whatever changes what is known of a
 * rumor asks for it to be weighed again, or changes the rumor itself.
 */
export async function movedSince(database: Database, { keys, findings }: Weighed): Promise<Set<string>> {
  const read = new Map(findings.map(({ row }) => [row.id, row.updated_at]));
  const moved = new Set<string>();
  for (const lot of lotsOf(keys)) {
    const named = lot.map(({ deviceId, question }) => sql`(${deviceId}, ${question})`);
    const { text, values } = sql`select m.id, m.device_id, m.updated_at, m.due_at from rumors m
      where (m.device_id, m.question) in (values ${joined(named, ', ')})`;
    for (const row of await database.read<PresentRow>(text, values)) {
      const isChanged = read.has(row.id) && read.get(row.id) !== row.updated_at;
      if (row.due_at !== null || isChanged) moved.add(row.device_id);
    }
  }
  return moved;
}
