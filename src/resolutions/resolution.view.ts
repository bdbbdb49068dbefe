import { round } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import { sayRumor, viewStoredValue, type RumorRow } from '../rumors/rumor.view.js';
import { type ResolutionAnswer } from './resolution.answer.js';

/** A resolution as it is read for an answer, with its rumor and device beside it. */
export interface ResolutionRow extends Pick<
  RumorRow,
  'device_id' | 'device_slug' | 'device_name' | 'subject' | 'region' | 'variant' | 'question'
> {
  readonly id: string;
  readonly rumor_id: string;
  /** The value of the rumor, and the one that is true where it was given. */
  readonly claimed: string;
  readonly value: string | null;
  readonly outcome: Outcome;
  readonly happened_on: string;
  readonly evidence_id: string | null;
  readonly statement_id: string | null;
  readonly note: string | null;
  readonly follows_from_id: string | null;
  readonly probability: number | null;
  readonly resolved_at: number;
  readonly resolved_by: string;
  readonly version: number;
}

/** (p − o)², the score of Brier (1950): 0 is best, 1 worst. Null where it was never weighed, or is neither true nor false. */
function brierOf({ outcome, probability }: ResolutionRow): number | null {
  if (probability === null || (outcome !== 'true' && outcome !== 'false')) return null;
  return (probability - (outcome === 'true' ? 1 : 0)) ** 2;
}

/** What became of a rumor, as it is shown. `probability` is the last one before the outcome was recorded. */
export function viewResolution(row: ResolutionRow): ResolutionAnswer {
  const brier = brierOf(row);
  return {
    id: row.id,
    rumor: { id: row.rumor_id, text: sayRumor({ ...row, value: row.claimed }), question: row.question },
    device: { id: row.device_id, slug: row.device_slug, name: row.device_name },
    outcome: row.outcome,
    value: row.value === null ? null : viewStoredValue({ ...row, value: row.value }),
    happened_on: row.happened_on,
    evidence_id: row.evidence_id,
    statement_id: row.statement_id,
    note: row.note,
    follows_from: row.follows_from_id,
    score: { probability: row.probability === null ? null : round(row.probability), brier: brier && round(brier) },
    resolved_at: sayInstant(row.resolved_at),
    resolved_by: row.resolved_by,
  };
}
