import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, KeyTextColumn, TextColumn } from '../database/columns.js';

/** An Idempotency-Key under which an act was kept, written in the act's own transaction, and how the act was answered. */
@Entity('idempotency_keys')
@Index(['createdAt'])
export class UsedKey {
  /** SHA-256, in hexadecimal, of who acted, the route with its parameters, and the key. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) scope: string;
  /** SHA-256 of the body of the request, in hexadecimal. */
  @KeyTextColumn({ length: 64 }) fingerprint: string;
  @InstantColumn() createdAt: number;
  @CountColumn() status: number;
  /** The headers and the body of the answer, which only who acted can read. */
  @TextColumn() answer: string;
  /** When the answer became final; until then nobody has been sent it. */
  @InstantColumn({ nullable: true }) settledAt: number | null;
}
