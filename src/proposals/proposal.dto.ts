import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example, Where } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { VerdictDto } from '../resolutions/resolution.dto.js';
import { PROPOSAL_STATUSES, type ProposalStatus } from './proposal.entity.js';

/** The verdicts that an editor may give; `open` leaves a rumor as it is. */
export const PROPOSED_OUTCOMES = ['true', 'false', 'partly', 'void', 'open'] as const;
export type ProposedOutcome = (typeof PROPOSED_OUTCOMES)[number];

/**
 * What an editor decides about one rumor of a proposal, in place of what is suggested. The day and the proof are the
 * suggested ones where none is named.
 */
export class EditVerdictDto extends VerdictDto {
  /** The id of the rumor. */
  @IsString()
  @Length(1, 40)
  rumor: string;

  /** What became of the rumor; `open` leaves it as it is. */
  @IsIn(PROPOSED_OUTCOMES)
  outcome: ProposedOutcome;
}

/** Corrects verdicts of a proposal, turns it down for a reason, or puts one back that was turned down. */
@Where('status', 'rejected', ['reason'])
@Example<ReviseProposalDto>({ status: 'rejected', reason: 'Nothing was launched.' })
export class ReviseProposalDto {
  /** Verdicts in place of those of the same rumors; the others stay as they are. */
  @MayBeMissing()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EditVerdictDto)
  verdicts?: EditVerdictDto[];

  /** `rejected` turns it down, `open` takes that back. */
  @MayBeMissing()
  @IsIn(['open', 'rejected'])
  status?: 'open' | 'rejected';

  /** Why it is turned down. */
  @ValidateIf(({ status, reason }: ReviseProposalDto) => status === 'rejected' || reason !== undefined)
  @IsString()
  @Length(1, 1000)
  reason?: string;
}

/** Takes back what the acceptance of a proposal has settled. */
@Example<TakeBackProposalDto>({ reason: 'The launch was called off.' })
export class TakeBackProposalDto {
  /** Why, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;
}

/** Which proposals are wanted; those that wait where nothing is said. */
export class ProposalsQueryDto extends PageQueryDto {
  /** How far they have come. */
  @IsOptional()
  @IsIn(PROPOSAL_STATUSES)
  status?: ProposalStatus;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;
}
