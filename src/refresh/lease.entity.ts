import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, KeyTextColumn } from '../platform/database/columns.js';

/** The right to do a kind of work alone, held by one process at a time. */
@Entity('leases')
export class Lease {
  /** The work, such as `refresh`. */
  @PrimaryColumn({ type: 'varchar', length: 40 }) name: string;
  /** The process that holds it, or held it last. */
  @KeyTextColumn({ length: 60 }) holder: string;
  /** Counts the holders: who comes with an older number has lost it, and may not write. */
  @CountColumn() fence: number;
  /** When the holder was last heard of; null while it is free. */
  @InstantColumn({ nullable: true }) renewedAt: number | null;
}
