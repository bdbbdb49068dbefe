import type { Moment } from '../events/moments.service.js';
import { wordAt } from '../events/trail.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { VERIFICATIONS } from './statement.entity.js';

const VERIFICATION = { thing: sql`t.id`, name: 'verification', present: sql`t.verification` } as const;

/** How the words of a statement (`t`) were known to be the speaker's own, as far as they were at an instant. */
const knownAt = (at: number): Sql => sql`
  case when t.updated_at <= ${at} then t.verification
       else ${wordAt(VERIFICATION, VERIFICATIONS, at)} end as verification,
  case when t.verified_at <= ${at} then t.verified_by end as verified_by,
  case when t.verified_at <= ${at} then t.verified_reason end as verified_reason,
  case when t.verified_at <= ${at} then t.verified_at end as verified_at`;

const KNOWN = sql`t.verification, t.verified_by, t.verified_reason, t.verified_at`;

const LINKED = sql`select 1 from statement_links l join rumors m on m.id = l.rumor_id
  join devices d on d.id = m.device_id where l.statement_id = t.id`;

/** Whether a statement (`t`) speaks of nothing but devices that were taken down. */
export const IS_TAKEN_DOWN = sql`(exists (${LINKED} and d.removed_at is not null)
  and not exists (${LINKED} and d.removed_at is null))`;

/** A `select` of the statements (`StatementRow` without its rumors) that were known at a moment. */
export const statementRows = ({ at, isNow }: Moment): Sql => sql`
  select t.id, t.report_id, p.url, s.name as source_name, t.speaker, t.speaker_key, t.role, t.organisation, t.company_id, t.act,
         t.official, t.direct, t.quote, t.span_where, t.span_start, t.span_end, t.said_at,
         t.said_at as sorted_at,
         ${isNow ? KNOWN : knownAt(at)}, t.created_at, t.version
  from statements t join reports p on p.id = t.report_id join sources s on s.id = p.source_id
  where ${isNow ? sql`1 = 1` : sql`t.created_at <= ${at}`} and not ${IS_TAKEN_DOWN}`;
