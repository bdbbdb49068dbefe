import { ReviseEvidenceDto } from '../../evidence/evidence.dto.js';
import { ReviseReportDto } from '../../evidence/report-review.dto.js';
import { ReviewCandidateDto } from '../../ingestion/candidate.dto.js';
import { checked } from '../../platform/validation.js';
import { ReviseProposalDto } from '../../proposals/proposal.dto.js';
import { ResolveRumorDto } from '../../resolutions/resolution.dto.js';
import { ReviseStatementDto } from '../../statements/statement.dto.js';
import type { CandidateFormDto, DecideFormDto, ResolveFormDto } from './review-forms.dto.js';

/** What somebody typed as a reason; nothing where that is nothing. */
const because = ({ reason }: DecideFormDto): object => (reason?.trim() ? { reason: reason.trim() } : {});

/**
 * The acts that forms stand for, checked as those of the interface are.
 *
 * Each throws Fault `invalid-input` where a reason is needed and nobody said why.
 */
export const acts = {
  ofLink: (form: DecideFormDto): ReviseEvidenceDto =>
    checked(
      ReviseEvidenceDto,
      form.decision === 'yes' ? { status: 'active' } : { status: 'withdrawn', ...because(form) },
    ),

  ofOrigin: (form: DecideFormDto): ReviseReportDto =>
    checked(ReviseReportDto, form.decision === 'yes' ? { origin_link: 'confirmed' } : { origin: null }),

  ofStatement: (form: DecideFormDto): ReviseStatementDto =>
    checked(ReviseStatementDto, { verified: form.decision === 'yes', ...because(form) }),

  ofRefusal: (form: DecideFormDto): ReviseProposalDto =>
    checked(ReviseProposalDto, { status: 'rejected', ...because(form) }),

  ofOutcome: ({ outcome, evidence, happened_on: on, note }: ResolveFormDto): ResolveRumorDto =>
    checked(ResolveRumorDto, { outcome, evidence, happened_on: on || null, note: note?.trim() || null }),

  /** A decision stands alone; a correction says all that its form shows. */
  ofCandidate: ({ decision, device, value, stance, certainty, region }: CandidateFormDto): ReviewCandidateDto =>
    checked(
      ReviewCandidateDto,
      decision === undefined
        ? {
            ...(device !== undefined && { device }),
            ...(value !== undefined && { value: value.trim() }),
            ...(stance !== undefined && { stance }),
            ...(certainty !== undefined && { certainty }),
            ...(region !== undefined && { region: region.trim().toUpperCase() || null }),
          }
        : { decision },
    ),
};
