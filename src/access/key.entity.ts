import { Entity, Unique } from 'typeorm';
import { IdColumn, InstantColumn, KeyTextColumn } from '../platform/database/columns.js';
import type { Role } from './actor.js';

/** A key with which a program or a person acts; the secret itself is never kept. */
@Entity('keys')
@Unique(['secretHash'])
export class Key {
  @IdColumn() id: string;
  @KeyTextColumn() name: string;
  @KeyTextColumn({ length: 20 }) role: Role;
  /** SHA-256 of the whole key, in hexadecimal. */
  @KeyTextColumn({ length: 64 }) secretHash: string;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) expiresAt: number | null;
  @InstantColumn({ nullable: true }) lastUsedAt: number | null;
  @InstantColumn({ nullable: true }) revokedAt: number | null;
}
