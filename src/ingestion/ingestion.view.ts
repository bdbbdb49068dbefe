import { likely, viewDevice } from '../devices/device.view.js';
import { viewReport } from '../evidence/evidence.view.js';
import { sayInstant } from '../platform/instant.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { viewStatement } from '../statements/statement.view.js';
import { type CandidateAnswer } from './candidate.answer.js';
import type { Candidate } from './candidate.entity.js';
import type { Outcome } from './ingestion-board.service.js';
import { type IngestionAnswer, type QueuedAnswer } from './ingestion.answer.js';
import type { IngestionStatus } from './ingestion.entity.js';

function viewEffect({ effectBefore: before, effectAfter: after }: Candidate): CandidateAnswer['effect'] {
  return after === null ? null : { before: before === null ? null : likely(before), after: likely(after) };
}

/** A candidate as it is shown: the claim, the marked passage, what it adds and what it became. */
export function viewCandidate(candidate: Candidate): CandidateAnswer {
  const { id, device, subject, value, region, variant, stance, certainty, decision, novelty } = candidate;
  const { quote: exact, spanWhere: where, spanStart: start, spanEnd: end } = candidate;
  const claim = { device, subject, value, region, variant, stance, certainty };
  const span = { where, start, end, exact };
  const known = { known_rumor_id: candidate.knownRumorId, origin_id: candidate.originId };
  const became = { rumor_id: candidate.rumorId, evidence_id: candidate.evidenceId };
  return { id, ...claim, span, novelty, ...known, effect: viewEffect(candidate), decision, ...became };
}

/** An article as it is read for the list of those that were handed in. */
export interface QueuedRow {
  readonly id: string;
  readonly status: IngestionStatus;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string | null;
  readonly embargo_until: number | null;
  readonly released_by: string | null;
  readonly created_by: string;
  readonly created_at: number;
  readonly committed_at: number | null;
  readonly candidate_count: number;
}

/** An article as it is shown in the list of those that were handed in. */
export function viewQueued(row: QueuedRow): QueuedAnswer {
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    url: row.url,
    published_on: row.published_on,
    candidates: row.candidate_count,
    created_by: row.created_by,
    embargo_until: row.embargo_until === null ? null : sayInstant(row.embargo_until),
    released_by: row.released_by,
    created_at: sayInstant(row.created_at),
    committed_at: row.committed_at === null ? null : sayInstant(row.committed_at),
  };
}

/** What became of an article, as it is shown. */
export function viewOutcome(outcome: Outcome): IngestionAnswer {
  const { ingestion, written } = outcome;
  return {
    id: ingestion.id,
    status: outcome.isDryRun && !outcome.recognised ? ('dry_run' as const) : ingestion.status,
    recognised: outcome.recognised,
    title: ingestion.title,
    url: ingestion.url,
    language: ingestion.language,
    is_rumor: ingestion.isRumor,
    published_on: ingestion.publishedOn,
    published_from: ingestion.publishedFrom,
    credits: ingestion.notes.credits.map((credit) => credit.name),
    report: outcome.report && viewReport(outcome.report),
    devices: outcome.devices.map(viewDevice),
    candidates: outcome.candidates.map(viewCandidate),
    rumors: outcome.rumors.map(viewRumor),
    statements: outcome.statements.map(viewStatement),
    created: written.created,
    matched: written.matched,
    effects: written.effects.map(({ rumorId, before, after }) => ({
      rumor_id: rumorId,
      before: before === null ? null : likely(before),
      after: likely(after),
    })),
    embargo_until: ingestion.embargoUntil === null ? null : sayInstant(ingestion.embargoUntil),
    released_by: ingestion.releasedBy,
    created_at: sayInstant(ingestion.createdAt),
    committed_at: ingestion.committedAt === null ? null : sayInstant(ingestion.committedAt),
  };
}
