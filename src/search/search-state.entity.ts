import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, KeyTextColumn } from '../platform/database/columns.js';

/** How far the index has come; one row, none where it was never begun. */
@Entity('search_states')
export class SearchState {
  @PrimaryColumn({ type: 'varchar', length: 40 }) name: string;
  /** The last event that it has followed. */
  @CountColumn() sequence: number;
  /** The thing up to which the things of before are taken up, as `table id`; null once all of them are. */
  @KeyTextColumn({ nullable: true, length: 80 }) builtUpTo: string | null;
}

/** The name of that row. */
export const STATE = 'documents';
