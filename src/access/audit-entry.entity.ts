import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, KeyTextColumn, RefColumn, TextColumn } from '../platform/database/columns.js';
import { PutInTogether } from '../platform/database/late-rows.js';

/** What somebody changed: who, when, which thing, and how it was before and after. Never changed itself. */
@Entity('audit_entries')
@Index(['thing', 'at'])
@Index(['at'])
@PutInTogether()
export class AuditEntry {
  @IdColumn() id: string;
  @InstantColumn() at: number;
  @RefColumn({ nullable: true }) keyId: string | null;
  @KeyTextColumn() actor: string;
  /** A verb of the field: `open`, `link`, `verify`. */
  @KeyTextColumn({ length: 40 }) action: string;
  /** The id of what was changed. */
  @RefColumn() thing: string;
  /** JSON; null where it was not there before, or is not there any more. */
  @TextColumn({ nullable: true }) before: string | null;
  @TextColumn({ nullable: true }) after: string | null;
}
