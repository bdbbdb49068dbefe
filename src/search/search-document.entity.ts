import { Entity, Index, Unique } from 'typeorm';
import { IdColumn, InstantColumn, KeyTextColumn, LargeCountColumn, TextColumn } from '../platform/database/columns.js';
import type { SearchType } from '../platform/database/found.js';

/** A thing as it is found and shown: its present texts. Its words stand in the index of the database, by its number. */
@Entity('search_documents')
@Unique(['number'])
@Index(['type', 'number'])
export class SearchDocument {
  /** The id of the thing. */
  @IdColumn() id: string;
  /** Its place in the index: within its type, in the order in which things were added. Below zero where it is hidden. */
  @LargeCountColumn() number: number;
  @KeyTextColumn({ length: 20 }) type: SearchType;
  /** The keys of its whole names (`nameWhole`), with a blank before and after each. */
  @TextColumn() wholes: string;
  /** Since when there is news of it, epoch milliseconds. */
  @InstantColumn() at: number;
  @TextColumn() title: string;
  /** The address of its page on this server. */
  @TextColumn() address: string;
  /** What else is said of it, a passage a line. */
  @TextColumn() text: string;
}
