import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { MayBeMissing } from '../platform/validation.js';
import { DECISIONS, type Decision } from './candidate.entity.js';

/** What an editor makes of a candidate: a decision, a correction, or the rumor that it speaks of. */
export class ReviewCandidateDto {
  @MayBeMissing()
  @IsIn(DECISIONS)
  decision?: Decision;

  /** A name that the article gives to a device. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  device?: string;

  @MayBeMissing()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** The value in its canonical text: `Leica`, `2022-07-01/2022-07-31`, `USD 499`, `50 MP`, `yes`. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  value?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; null where the claim is tied to no place. */
  @IsOptional()
  @Matches(/^(?:[A-Z]{2}|GLOBAL)$/, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;

  @MayBeMissing()
  @IsIn(STANCES)
  stance?: Stance;

  @MayBeMissing()
  @IsIn(CERTAINTIES)
  certainty?: Certainty;

  /** The rumor of this subject that it speaks of, of the same device if that is followed; null: its claim decides. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  match_rumor?: string | null;
}
