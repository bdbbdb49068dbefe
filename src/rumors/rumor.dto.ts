import { IsIn, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { MayBeMissing } from '../platform/validation.js';

const REGION = /^(?:[A-Z]{2}|GLOBAL)$/;
const REGION_RULE = { message: 'region must be two capital letters, or GLOBAL' };

/** Starts to follow a claim about a device. */
export class OpenRumorDto {
  /** The device: slug or id. */
  @IsString()
  @Length(1, 200)
  device: string;

  /** What it is about: a subject of the catalogue, or `spec.…`. */
  @IsString()
  @Length(1, 80)
  subject: string;

  /** The value in its canonical text: `Leica`, `2022-07-01/2022-07-31`, `USD 499`, `50 MP`, `yes`. */
  @IsString()
  @Length(1, 200)
  value: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; missing where the claim is tied to no place. */
  @IsOptional()
  @Matches(REGION, REGION_RULE)
  region?: string | null;

  /** The model it speaks of, such as `12/256`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;
}

/** Corrects a claim that has no evidence yet, withdraws a rumor for a reason, or takes that back. */
export class ReviseRumorDto {
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  value?: string;

  @IsOptional()
  @Matches(REGION, REGION_RULE)
  region?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;

  /** `withdrawn` stops to follow it; `open` takes that back, and one that had lapsed has lapsed again. */
  @MayBeMissing()
  @IsIn(['open', 'withdrawn'])
  status?: 'open' | 'withdrawn';

  /** Why it is withdrawn. */
  @ValidateIf(({ status }: ReviseRumorDto) => status === 'withdrawn')
  @IsString()
  @Length(1, 1000)
  reason?: string;
}
