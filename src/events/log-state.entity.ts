import { Entity } from 'typeorm';
import { CountColumn, NumberColumn } from '../platform/database/columns.js';

/** The number of the one row. */
export const LOG = 1;

/** How much of the log of events was forgotten: one row, from the first time on. */
@Entity('log_states')
export class LogState {
  @NumberColumn() id: number;
  /** The greatest sequence that was forgotten. */
  @CountColumn() forgottenUpTo: number;
}
