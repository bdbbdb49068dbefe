import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PROPOSED_OUTCOMES, type ProposedOutcome } from '../../proposals/proposal.dto.js';
import { DECISIONS, type Decision } from '../../ingestion/candidate.entity.js';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import type { SeenVersions } from '../../platform/version.js';
import { OUTCOMES, type Outcome } from '../../rumors/rumor.entity.js';

/** A decision as a form sends it, with the version of what was looked at: what changed in between is not decided over. */
@IgnoresUnknown()
export class DecideFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  @IsIn(['yes', 'no'])
  decision: 'yes' | 'no';

  /** Why; empty where nothing is said. */
  @IsOptional()
  @IsString()
  @Length(0, 1000)
  reason?: string;
}

/** What became of a rumor, as a form sends it. */
@IgnoresUnknown()
export class ResolveFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsIn(OUTCOMES)
  outcome: Outcome;

  /** The day, empty for that of the evidence. */
  @IsOptional()
  @Matches(/^(?:\d{4}-\d{2}-\d{2})?$/, { message: 'happened_on must be a day, YYYY-MM-DD' })
  happened_on?: string;

  @IsString()
  @Length(1, 40)
  evidence: string;

  @IsOptional()
  @IsString()
  @Length(0, 1000)
  note?: string;
}

/** What is proposed for one rumor instead, as a form sends it. */
@IgnoresUnknown()
export class VerdictFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  @IsString()
  @Length(1, 40)
  rumor: string;

  @IsIn(PROPOSED_OUTCOMES)
  outcome: ProposedOutcome;
}

/** What is made of a claim that was read, as a form sends it: a decision, or a correction. */
@IgnoresUnknown()
export class CandidateFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsOptional()
  @IsIn(DECISIONS)
  decision?: Decision;

  @IsOptional()
  @IsString()
  device?: string;

  @IsOptional()
  @IsString()
  value?: string;

  @IsOptional()
  @IsString()
  stance?: string;

  @IsOptional()
  @IsString()
  certainty?: string;

  /** Empty: the claim is tied to no place. */
  @IsOptional()
  @IsString()
  region?: string;
}

/** The fields of a correction. */
export const CANDIDATE_FIELDS = ['device', 'value', 'stance', 'certainty', 'region'] as const;

/** What is made of an article as a whole, as a form sends it. */
@IgnoresUnknown()
export class FinishFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsIn(DECISIONS)
  decision: Decision;
}

/** The version that a form has seen. */
export const seenIn = ({ version }: { readonly version: string }): SeenVersions => [Number(version)];

/** Who records an outcome has seen that there is none yet. */
export const NOTHING_THERE: SeenVersions = [0];
