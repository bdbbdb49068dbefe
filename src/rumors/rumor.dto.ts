import { IsOptional, IsString, Length, Matches } from 'class-validator';

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
  @Matches(/^(?:[A-Z]{2}|GLOBAL)$/, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string | null;

  /** The model it speaks of, such as `12/256`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;
}
