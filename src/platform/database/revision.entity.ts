import { Entity } from 'typeorm';
import { InstantColumn, LargeCountColumn, NumberColumn } from './columns.js';

/** How far the store has come: one row, raised by every act that changed what anybody can read. */
@Entity('revisions')
export class StoredRevision {
  /** Always 1. */
  @NumberColumn() id: number;
  @LargeCountColumn() number: number;
  /** When the last such act was committed. */
  @InstantColumn() at: number;
}
