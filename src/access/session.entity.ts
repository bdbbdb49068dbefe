import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { InstantColumn, RefColumn } from '../platform/database/columns.js';
import { Key } from './key.entity.js';

/** Somebody who signed in to the pages with a key; it ends with the key, at the latest at `expiresAt`. */
@Entity('sessions')
@Index(['keyId'])
export class Session {
  /** SHA-256 of the token in the cookie, in hexadecimal. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) tokenHash: string;
  @RefColumn() keyId: string;
  @InstantColumn() createdAt: number;
  @InstantColumn() expiresAt: number;

  @ManyToOne(() => Key, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'key_id' })
  key?: Relation<Key>;
}

/** An address that signs in whoever opens it, once; the row goes when it is used. */
@Entity('sign_in_links')
@Index(['keyId'])
export class SignInLink {
  /** SHA-256 of the token in the address, in hexadecimal. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) tokenHash: string;
  @RefColumn() keyId: string;
  @InstantColumn() expiresAt: number;

  @ManyToOne(() => Key, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'key_id' })
  key?: Relation<Key>;
}
