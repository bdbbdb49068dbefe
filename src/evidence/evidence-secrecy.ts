import { may, type Actor } from '../access/actor.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { EvidenceRow } from './evidence.view.js';

/**
 * Whether a link (`t`) counted by an instant, epoch milliseconds. One that was only proposed, or turned down, is shown
 * to nobody but editors and whoever proposed it: nobody has vouched for its words.
 */
export const hasCounted = (at: number): Sql =>
  sql`(t.status = 'active' or (t.status = 'withdrawn' and t.active_at <= ${at}))`;

/** Whether somebody may see a link (`t`) as it was at an instant. */
export function isShownTo(actor: Actor, at: number): Sql | false {
  if (may(actor, 'editor')) return false;
  return sql`(${hasCounted(at)} or t.proposed_key_id = ${actor.keyId ?? ''})`;
}

/** Whether everybody may see a link as it was at an instant. */
export const isPublic = ({ status, active_at: since }: EvidenceRow, at: number): boolean =>
  status === 'active' || (status === 'withdrawn' && since !== null && since <= at);

/** Whether somebody may see one that not everybody may. */
export const maySee = (actor: Actor, { proposed_key_id: keyId }: EvidenceRow): boolean =>
  may(actor, 'editor') || (keyId !== null && keyId === actor.keyId);
