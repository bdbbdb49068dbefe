import type { Certainty, Stance } from '../engine/subjects/index.js';
import { sayInstant } from '../platform/instant.js';
import { viewSourceOf, type SourceRow } from '../sources/source.view.js';
import { type EvidenceAnswer, type SpanAnswer, type ToldReportAnswer } from './evidence.answer.js';
import type { EvidenceStatus } from './evidence.entity.js';
import { type ListedReportAnswer, type ReportAnswer } from './report.answer.js';
import type { OriginLink, OriginReason, ReportKind } from './report.entity.js';

/** A report as it is read for an answer, with its source beside it. */
export interface ReportRow extends SourceRow {
  readonly report_id: string;
  readonly report_kind: ReportKind;
  readonly title: string;
  readonly url: string | null;
  readonly language: string;
  readonly published_at: number;
  readonly published_precision: 'day' | 'month' | 'unknown';
  readonly learned_at: number;
  readonly origin_id: string;
  readonly origin_link: OriginLink;
  readonly origin_reason: OriginReason | null;
  /** When Hearsay learned of the origin. */
  readonly origin_learned_at: number;
}

/** A report as it is read for a list. */
export interface ReportListRow extends ReportRow {
  readonly id: string;
  /** How many rumors it is linked to. */
  readonly evidence_count: number;
  readonly version: number;
}

/** A report with its origin, its retellings and what it says. */
export interface ToldReport {
  readonly report: ReportListRow;
  /** The report that it goes back to; itself if it is an origin. */
  readonly origin: ReportListRow;
  readonly retellings: readonly ReportListRow[];
  readonly evidence: readonly EvidenceRow[];
  /** The names that it credits. */
  readonly credits: readonly string[];
}

/** A link between a report and a rumor, with the report beside it. */
export interface EvidenceRow extends ReportRow {
  readonly id: string;
  readonly rumor_id: string;
  readonly device_id: string;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly quote: string | null;
  readonly span_where: 'title' | 'text' | null;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly status: EvidenceStatus;
  readonly withdrawn_at: number | null;
  readonly withdrawn_reason: string | null;
  /** Who proposed it; null where an editor linked it. */
  readonly proposed_by: string | null;
  readonly proposed_key_id: string | null;
  /** Since when it counts; null for one that never did. */
  readonly active_at: number | null;
  readonly created_at: number;
  readonly version: number;
}

/** The day or month on which something was published; null where nobody knows. */
export function viewPublished(row: Pick<ReportRow, 'published_at' | 'published_precision'>): string | null {
  if (row.published_precision === 'unknown') return null;
  return sayInstant(row.published_at).slice(0, row.published_precision === 'day' ? 10 : 7);
}

/** A passage as it is shown: where it stands, and the words that are kept of it. */
export function viewSpan(
  row: Pick<EvidenceRow, 'quote' | 'span_where' | 'span_start' | 'span_end'>,
): SpanAnswer | null {
  if (row.span_where === null) return null;
  return { where: row.span_where, start: row.span_start, end: row.span_end, exact: row.quote };
}

/** A report as it is shown. `origin_id` is its own id where it is an origin. */
export function viewReport(row: ReportRow): ReportAnswer {
  return {
    id: row.report_id,
    kind: row.report_kind,
    title: row.title,
    url: row.url,
    source: viewSourceOf(row),
    language: row.language,
    published_on: viewPublished(row),
    learned_at: sayInstant(row.learned_at),
    origin_id: row.origin_id,
    origin_link: row.origin_link,
    origin_reason: row.origin_reason,
  };
}

/** A link as it is shown. */
export function viewEvidence(row: EvidenceRow): EvidenceAnswer {
  return {
    id: row.id,
    rumor_id: row.rumor_id,
    stance: row.stance,
    certainty: row.certainty,
    span: viewSpan(row),
    status: row.status,
    withdrawn_at: row.withdrawn_at === null ? null : sayInstant(row.withdrawn_at),
    withdrawn_reason: row.withdrawn_reason,
    proposed_by: row.proposed_by,
    learned_at: sayInstant(row.created_at),
    report: viewReport(row),
  };
}

/** A report as it is shown in a list. */
export const viewReportRow = (row: ReportListRow): ListedReportAnswer => ({
  ...viewReport(row),
  evidence_count: row.evidence_count,
});

/** A report as it is shown by itself: with what it goes back to, what goes back to it, and what it says. */
export function viewToldReport({ report, origin, retellings, evidence, credits }: ToldReport): ToldReportAnswer {
  return {
    ...viewReportRow(report),
    credits,
    origin: viewReport(origin),
    retellings: retellings.map(viewReport),
    evidence: evidence.map(viewEvidence),
  };
}
