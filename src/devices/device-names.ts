import { nameKey } from '../engine/subjects/index.js';
import { holds, sql, type Sql } from '../platform/database/sql.js';

/**
 * Whether words stand in one of the present names of a device, with or without a name of its company before it;
 * capitals and signs make no difference.
 */
export const isNamed = (deviceId: Sql, words: string): Sql => sql`exists (select 1 from device_names n
  join company_names k on k.company_id = n.company_id
  where n.device_id = ${deviceId} and ${holds(sql`(k.name_key || ' ' || n.name_key)`, nameKey(words))})`;
