import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, KeyTextColumn } from '../platform/database/columns.js';

/** What can be erased. */
export const ERASURE_KINDS = ['person', 'report'] as const;
export type ErasureKind = (typeof ERASURE_KINDS)[number];

/** A name or an address that was erased, as a digest under a secret of the store: it is known again, and tells nothing. */
@Entity('erasures')
@Index(['digest'])
export class Erasure {
  @IdColumn() id: string;
  @KeyTextColumn({ length: 64 }) digest: string;
  @KeyTextColumn({ length: 20 }) kind: ErasureKind;
  @InstantColumn() at: number;
}
