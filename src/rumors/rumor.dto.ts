import { IsIn, IsOptional, IsString, Length, ValidateIf } from 'class-validator';
import { Example, Where } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { IsClaimValue, type GivenValue } from './given-value.js';
import { IsRegion } from './region.js';

/** Starts to follow a claim about a device. */
@Example<OpenRumorDto>({
  device: 'orchard-vision-air',
  subject: 'launch.date',
  value: '2027-01-01/2027-06-30',
  region: 'US',
})
export class OpenRumorDto {
  /** The device: slug or id. */
  @IsString()
  @Length(1, 200)
  device: string;

  /** What it is about: a subject of the catalogue, or `spec.…`. */
  @IsString()
  @Length(1, 80)
  subject: string;

  /** The value: its canonical text (`Leica`, `2022-07-01/2022-07-31`, `USD 499`, `50 MP`, `yes`), or as it is shown. */
  @IsClaimValue()
  value: GivenValue;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; missing where the claim is tied to no place. */
  @IsOptional()
  @IsRegion()
  region?: string | null;

  /** The model it speaks of, such as `12/256`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;
}

/** Corrects a claim that has no evidence yet, withdraws a rumor for a reason, or takes that back. */
@Where('status', 'withdrawn', ['reason'])
@Example<ReviseRumorDto>({ status: 'withdrawn', reason: 'It is the claim of another rumor.' })
export class ReviseRumorDto {
  /** The value: its canonical text, or as it is shown. */
  @MayBeMissing()
  @IsClaimValue()
  value?: GivenValue;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; null = tied to no place. */
  @IsOptional()
  @IsRegion()
  region?: string | null;

  /** The model that it speaks of; null = all. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;

  /** `withdrawn` stops to follow it; `open` takes that back, and one that had lapsed has lapsed again. */
  @MayBeMissing()
  @IsIn(['open', 'withdrawn'])
  status?: 'open' | 'withdrawn';

  /** Why it is withdrawn. */
  @ValidateIf(({ status, reason }: ReviseRumorDto) => status === 'withdrawn' || reason !== undefined)
  @IsString()
  @Length(1, 1000)
  reason?: string;
}
