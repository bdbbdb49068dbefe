import type { Moment } from '../events/moments.service.js';
import { sql, type Sql } from '../platform/database/sql.js';

/** How the words of a statement (`t`) were known to be the speaker's own, as far as they were at an instant. */
const knownAt = (at: number): Sql => sql`
  case when t.verified_at <= ${at} then t.verification else 'relayed' end as verification,
  case when t.verified_at <= ${at} then t.verified_by end as verified_by,
  case when t.verified_at <= ${at} then t.verified_reason end as verified_reason,
  case when t.verified_at <= ${at} then t.verified_at end as verified_at`;

const KNOWN = sql`t.verification, t.verified_by, t.verified_reason, t.verified_at`;

/** A `select` of the statements (`StatementRow` without its rumors) that were known at a moment. */
export const statementRows = ({ at, isNow }: Moment): Sql => sql`
  select t.id, t.report_id, p.url, s.name as source_name, t.speaker, t.speaker_key, t.role, t.organisation, t.company_id, t.act,
         t.official, t.direct, t.quote, t.span_where, t.span_start, t.span_end, t.said_at,
         t.said_at as sorted_at,
         ${isNow ? KNOWN : knownAt(at)}, t.created_at, t.version
  from statements t join reports p on p.id = t.report_id join sources s on s.id = p.source_id
  where ${isNow ? sql`1 = 1` : sql`t.created_at <= ${at}`}`;
