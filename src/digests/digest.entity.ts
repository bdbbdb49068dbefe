import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, KeyTextColumn } from '../platform/database/columns.js';

/** The letter of one day: who sends it, and what came of it. */
@Entity('digests')
export class Digest {
  /** The day on which it is due, `YYYY-MM-DD`. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) day: string;
  @CountColumn() attempts: number;
  /** Until when a process sends it alone; it is tried again after that. */
  @InstantColumn() claimedUntil: number;
  /** How many changes it tells of; 0 is no letter. */
  @CountColumn() items: number;
  /** When it was sent, or found to have nothing to tell; null before that. */
  @InstantColumn({ nullable: true }) doneAt: number | null;
  @KeyTextColumn({ length: 300, nullable: true }) lastError: string | null;
}
