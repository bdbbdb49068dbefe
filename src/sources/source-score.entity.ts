import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Grade } from '../engine/subjects/index.js';
import { CountColumn, KeyTextColumn } from '../platform/database/columns.js';
import { Source } from './source.entity.js';

/** How a source stood by its record from an instant on, until the next of these. Never changed. */
@Entity('source_scores')
@Index(['at', 'sourceId'])
export class SourceScore {
  @PrimaryColumn({ type: 'varchar', length: 40 }) sourceId: string;
  /** When Hearsay found it so, epoch milliseconds. */
  @PrimaryColumn({ type: 'bigint' }) at: number;
  /** Decided claims on which it took a side before they were decided, and those in which it was right. */
  @CountColumn() resolvedCount: number;
  @CountColumn() hitCount: number;
  /** The events that decided these claims: credit is given once an event. */
  @CountColumn() eventCount: number;
  /** Early calls that were right against the crowd, less those that were wrong. */
  @CountColumn() earlyCallCount: number;
  /** The grade that its record comes to; null until enough events were decided. */
  @KeyTextColumn({ nullable: true, length: 1 }) reliability: Grade | null;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source>;
}
