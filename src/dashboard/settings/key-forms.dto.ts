import { IsOptional, IsString, Length } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** The fields of a key, as its form names them. */
export const KEY_FIELDS = ['name', 'role', 'until'] as const;

/** A new key as a form sends it; what is wrong with it is said beside the field. */
@IgnoresUnknown()
export class MintFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  /** Whose key it is. */
  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  @IsString()
  role?: string;

  /** The last day on which it opens anything, `YYYY-MM-DD`; empty for no end. */
  @IsOptional()
  @IsString()
  until?: string;
}
