import { IsIn, IsString, Length } from 'class-validator';
import { IsInstant, MayBeMissing } from '../platform/validation.js';
import { ROLES, type Role } from './actor.js';

/** Mints a key for a program or a person. */
export class MintKeyDto {
  /** Whose key it is, in words that the list of keys shows. */
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(ROLES)
  role: Role;

  /** When it ends, RFC 3339; never, where this is missing. */
  @MayBeMissing()
  @IsInstant()
  expires_at?: string;
}
