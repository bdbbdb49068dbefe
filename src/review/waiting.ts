import { sql, type Sql } from '../platform/database/sql.js';
import type { ReviewKind } from './review-kinds.js';

/** What waits, as it is read: one of the sources of the queue has its rows in these columns. */
export interface WaitingRow {
  /** The id of what waits. */
  readonly id: string;
  readonly kind: ReviewKind;
  readonly title: string;
  /** Null where it is about no device, or several. */
  readonly device_id: string | null;
  readonly rumor_id: string | null;
  /** Who handed it in; null where nobody did. */
  readonly proposed_by: string | null;
  readonly proposed_key_id: string | null;
  /** How many decisions it takes. */
  readonly decisions: number;
  /** Since when it waits, epoch milliseconds. */
  readonly waits_since: number;
}

/** A `select` of everything of a kind that waits (`WaitingRow`); nothing about a device that was taken down. */
export const WAITING: Readonly<Record<ReviewKind, Sql>> = {
  ingestion: sql`select i.id, 'ingestion' as kind, i.title, null as device_id, null as rumor_id,
      i.created_by as proposed_by, i.created_key_id as proposed_key_id,
      (select count(*) from candidates c where c.ingestion_id = i.id and c.decision = 'pending') as decisions,
      i.created_at as waits_since
    from ingestions i where i.status = 'ready' and i.released_by is null`,
  evidence: sql`select e.id, 'evidence' as kind, p.title, m.device_id, e.rumor_id, e.proposed_by, e.proposed_key_id,
      1 as decisions, e.created_at as waits_since
    from evidence e join reports p on p.id = e.report_id join rumors m on m.id = e.rumor_id
    join devices d on d.id = m.device_id and d.removed_at is null
    where e.status = 'proposed'`,
  origin: sql`select p.id, 'origin' as kind, p.title, null as device_id, null as rumor_id, null as proposed_by,
      null as proposed_key_id, 1 as decisions, p.learned_at as waits_since
    from reports p where p.origin_link = 'suggested'`,
  statement: sql`select t.id, 'statement' as kind, t.quote as title, null as device_id,
      (select min(l.rumor_id) from statement_links l where l.statement_id = t.id) as rumor_id, null as proposed_by,
      null as proposed_key_id, 1 as decisions, t.created_at as waits_since
    from statements t where t.verification = 'relayed' and t.official and t.verified_by is null`,
  lapsed_rumor: sql`select m.id, 'lapsed_rumor' as kind, m.value as title, m.device_id, m.id as rumor_id,
      null as proposed_by, null as proposed_key_id, 1 as decisions, coalesce(m.lapsed_at, m.updated_at) as waits_since
    from rumors m where m.status = 'lapsed'`,
  resolution_proposal: sql`select r.id, 'resolution_proposal' as kind, d.name as title, r.device_id, null as rumor_id,
      null as proposed_by, null as proposed_key_id, 1 as decisions, r.created_at as waits_since
    from resolution_proposals r join devices d on d.id = r.device_id and d.removed_at is null where r.status = 'open'`,
  contradiction: sql`select c.id, 'contradiction' as kind, c.kind as title, c.device_id, c.rumor_id,
      null as proposed_by, null as proposed_key_id, 1 as decisions, c.since as waits_since
    from contradictions c join devices d on d.id = c.device_id and d.removed_at is null where c.ended_at is null`,
};
