import { Entity, Index, Unique } from 'typeorm';
import { InstantColumn, KeyTextColumn, RefColumn, SequenceColumn, TextColumn } from '../platform/database/columns.js';
import { PutInTogether } from '../platform/database/late-rows.js';
import type { EventType } from './event-types.js';

/** Something that happened, in the order in which it was written; it stands in the transaction of the act itself. */
@Entity('events')
@Unique(['id'])
@Index(['subject', 'sequence'])
@Index(['at'])
@PutInTogether()
export class Event {
  @SequenceColumn() sequence: number;
  @RefColumn() id: string;
  @KeyTextColumn({ length: 60 }) type: EventType;
  /** The id of what it happened to. */
  @RefColumn() subject: string;
  @InstantColumn() at: number;
  /** JSON: what listeners are told. */
  @TextColumn() data: string;
}
