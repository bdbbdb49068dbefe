import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { IsRegion } from '../rumors/region.js';
import { IsClaimValue, type GivenValue } from '../rumors/given-value.js';
import { DECISIONS, type Decision } from './candidate.entity.js';

/** What an editor makes of a candidate: a decision, a correction, or the rumor that it speaks of. */
@Example<ReviewCandidateDto>({ decision: 'accepted', region: 'US' })
export class ReviewCandidateDto {
  /** What becomes of it. */
  @MayBeMissing()
  @IsIn(DECISIONS)
  decision?: Decision;

  /** A name that the article gives to a device. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** What it is about: a subject of the catalogue, or `spec.…`. */
  @MayBeMissing()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** The value: its canonical text (`Leica`, `2022-07-01/2022-07-31`, `USD 499`, `50 MP`, `yes`), or as it is shown. */
  @MayBeMissing()
  @IsClaimValue()
  value?: GivenValue;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; null where the claim is tied to no place. */
  @IsOptional()
  @IsRegion()
  region?: string | null;

  /** The model that it speaks of; null = all. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;

  /** Whether it is for the rumor, against it, or only mentions it. */
  @MayBeMissing()
  @IsIn(STANCES)
  stance?: Stance;

  /** How surely it says so. */
  @MayBeMissing()
  @IsIn(CERTAINTIES)
  certainty?: Certainty;

  /** The rumor of this subject that it speaks of, of the same device if that is followed; null: its claim decides. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  match_rumor?: string | null;
}
