import { IsIn, IsString, Length } from 'class-validator';
import { Example } from '../platform/http/schema-notes.js';
import { IsInstant, MayBeMissing } from '../platform/validation.js';
import { ROLES, type Role } from './actor.js';

/** Mints a key for a program or a person. */
@Example<MintKeyDto>({ name: 'newsroom', role: 'editor', expires_at: '2027-01-31T08:00:00Z' })
export class MintKeyDto {
  /** Whose key it is, in words that the list of keys shows. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** What the key opens; each role may do all that the ones before it may. */
  @IsIn(ROLES)
  role: Role;

  /** When it ends, RFC 3339; never, where this is missing. */
  @MayBeMissing()
  @IsInstant()
  expires_at?: string;
}
