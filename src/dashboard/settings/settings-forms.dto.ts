import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ROLES, type Role } from '../../access/actor.js';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** A new key as a form sends it. */
@IgnoresUnknown()
export class MintFormDto {
  /** Whose key it is. */
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(ROLES)
  role: Role;

  /** The last day on which it opens anything; empty for no end. */
  @IsOptional()
  @Matches(/^(?:\d{4}-\d{2}-\d{2})?$/, { message: 'until must be a day, YYYY-MM-DD' })
  until?: string;
}
