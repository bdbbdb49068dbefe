import { CIRCLE_SUBJECTS, isInCircle } from '../engine/subjects/index.js';
import type { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { subjectOfQuestion } from '../rumors/concerned.js';
import type { FactRow, QuestionKey } from './asked.js';
import { shiftedBy } from './signs.js';

/** A question as one text. */
export const nameOf = ({ deviceId, question }: QuestionKey): string => `${deviceId} ${question}`;

/** The devices of those questions that say something for others, or hear something from them. */
function devicesOf(keys: readonly QuestionKey[]): string[] {
  const inside = keys.filter(({ question }) => isInCircle(subjectOfQuestion(question)));
  return [...new Set(inside.map(({ deviceId }) => deviceId))];
}

/**
 * These questions, and those about the same devices of which one says something for another: none where no rumor says
 * that the device exists, does not, or was given up; and those about days for which something told is a sign.
 */
export async function withRelated(database: Database, asked: readonly QuestionKey[]): Promise<QuestionKey[]> {
  const keys = together(asked, await shiftedBy(database, asked));
  const deviceIds = devicesOf(keys);
  if (deviceIds.length === 0) return keys;
  const { text, values } = sql`select distinct m.device_id, m.question from rumors m
    where ${isOneOf(sql`m.device_id`, deviceIds)} and ${isOneOf(sql`m.subject`, CIRCLE_SUBJECTS)}
      and m.status not in ('resolved', 'withdrawn') and exists (select 1 from rumors c where c.device_id = m.device_id
        and (c.subject = 'existence' or (c.subject = 'status' and lower(c.value) = 'cancelled')))
    order by m.device_id, m.question`;
  const rows = await database.read<{ device_id: string; question: string }>(text, values);
  return together(
    keys,
    rows.map((row) => ({ deviceId: row.device_id, question: row.question })),
  );
}

/** Questions, and those of others that are not among them. */
function together(keys: readonly QuestionKey[], others: readonly QuestionKey[]): QuestionKey[] {
  const known = new Set(keys.map(nameOf));
  return [...keys, ...others.filter((key) => !known.has(nameOf(key)))];
}

/** What was found to be true of the devices that these questions are about, as far as it says something for others. */
export async function factsAbout(database: Database, keys: readonly QuestionKey[]): Promise<FactRow[]> {
  const deviceIds = devicesOf(keys);
  if (deviceIds.length === 0) return [];
  const { text, values } = sql`select m.id, m.device_id, m.subject, m.value, m.region, m.variant from rumors m
    join resolutions v on v.rumor_id = m.id and v.reopened_at is null
    where ${isOneOf(sql`m.device_id`, deviceIds)} and ${isOneOf(sql`m.subject`, CIRCLE_SUBJECTS)}
      and v.outcome = 'true' and m.status = 'resolved' order by m.id`;
  return database.read<FactRow>(text, values);
}
