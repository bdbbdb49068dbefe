import { likely } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { sayRumor, type RumorRow, viewStoredValue } from '../rumors/rumor.view.js';
import type { ProposalAnswer } from './proposal.answer.js';
import type { ProposalStatus, ProposedVerdict, VerdictReason } from './proposal.entity.js';

/** A proposal as it is read for an answer, with its device beside it. */
export interface ProposalRow {
  readonly id: string;
  readonly device_id: string;
  readonly device_slug: string;
  readonly device_name: string;
  readonly status: ProposalStatus;
  /** A JSON list of `ProposedVerdict`. */
  readonly verdicts: string;
  /** A JSON list of ids. */
  readonly settled: string;
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly decided_at: number | null;
  readonly decided_by: string | null;
  readonly decided_reason: string | null;
}

/** A proposal with the rumors that it speaks of. */
export interface ShownProposal extends ProposalRow {
  readonly proposed: readonly { readonly verdict: ProposedVerdict; readonly rumor: RumorRow }[];
}

const EXPLANATIONS: Readonly<Record<VerdictReason, string>> = {
  said: 'The official word is just that.',
  denied: 'The official word is that this is not so.',
  other_value: 'The official word names what is so, and that decides it.',
  overlaps: 'The official word agrees with it in part.',
  announced: 'The product was announced, and that decides it.',
  cancelled: 'The product was given up.',
  not_said: 'The official word says nothing that decides it.',
  not_yet: 'The official word names a day for which nobody has said yet that it happened.',
  editor: 'An editor decided so.',
};

function viewVerdict({ verdict, rumor }: ShownProposal['proposed'][number]): ProposalAnswer['verdicts'][number] {
  const { outcome, value, happenedOn, evidenceId, statementId, note, reason } = verdict;
  const { id, question, status, probability } = rumor;
  return {
    rumor: {
      id,
      text: sayRumor(rumor),
      question,
      status,
      probability: probability === null ? null : likely(probability),
    },
    outcome,
    value: value === null ? null : viewStoredValue({ ...rumor, value }),
    happened_on: happenedOn,
    evidence_id: evidenceId,
    statement_id: statementId,
    note,
    reason,
    explanation: EXPLANATIONS[reason],
  };
}

/** A proposal as it is shown. */
export function viewProposal(row: ShownProposal): ProposalAnswer {
  return {
    id: row.id,
    device: { id: row.device_id, slug: row.device_slug, name: row.device_name },
    status: row.status,
    verdicts: row.proposed.map(viewVerdict),
    settled: (JSON.parse(row.settled) as string[]).length,
    created_at: sayInstant(row.created_at),
    updated_at: sayInstant(row.updated_at),
    decided_at: row.decided_at === null ? null : sayInstant(row.decided_at),
    decided_by: row.decided_by,
    decided_reason: row.decided_reason,
  };
}
