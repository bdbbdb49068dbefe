import type { Act, Stance } from '../engine/subjects/index.js';
import { viewSpan } from '../evidence/evidence.view.js';
import { sayInstant } from '../platform/instant.js';
import { type StatementAnswer } from './statement.answer.js';
import type { Verification, VerifiedBy } from './statement.entity.js';

/** A statement as it is read for an answer. */
export interface StatementRow {
  readonly id: string;
  readonly report_id: string;
  readonly url: string | null;
  readonly source_name: string;
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly company_id: string | null;
  readonly act: Act;
  readonly official: number;
  readonly direct: number;
  readonly quote: string;
  readonly span_where: 'title' | 'text' | null;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly said_at: number;
  /** The present one, by which lists are sorted also as of the past. */
  readonly sorted_at: number;
  readonly verification: Verification;
  readonly verified_by: VerifiedBy | null;
  readonly verified_reason: string | null;
  readonly verified_at: number | null;
  readonly created_at: number;
  readonly version: number;
  readonly rumors: readonly { readonly id: string; readonly stance: Stance }[];
}

/** A statement as it is shown: the words with who said them and for whom, and what they speak of. */
export function viewStatement(row: StatementRow): StatementAnswer {
  return {
    id: row.id,
    speaker: row.speaker,
    role: row.role,
    organisation: row.organisation,
    company_id: row.company_id,
    act: row.act,
    official: Boolean(row.official),
    direct: Boolean(row.direct),
    quote: row.quote,
    span: viewSpan(row),
    said_on: sayInstant(row.said_at).slice(0, 10),
    learned_at: sayInstant(row.created_at),
    verification: row.verification,
    verified_by: row.verified_by,
    verified_reason: row.verified_reason,
    verified_at: row.verified_at === null ? null : sayInstant(row.verified_at),
    report: { id: row.report_id, url: row.url, source: row.source_name },
    rumors: row.rumors,
  };
}
