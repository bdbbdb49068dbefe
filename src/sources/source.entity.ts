import { Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import {
  CountColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** Who publishes: a maker, a regulator, an outlet, a leaker … */
@Entity('sources')
@Unique(['slug'])
@Index(['kind', 'id'])
@Index(['name', 'id'])
@Index(['lastReportAt', 'id'])
export class Source {
  @IdColumn() id: string;
  @KeyTextColumn() name: string;
  @KeyTextColumn() slug: string;
  @KeyTextColumn({ length: 20 }) kind: SourceKind;
  /** The starting mark of an editor or the registry; null = unrated. */
  @KeyTextColumn({ nullable: true, length: 1 }) grade: Grade | null;
  /** Whether an editor or the registry named it. */
  @FlagColumn() vetted: boolean;
  /** The outlet that it belongs to. */
  @RefColumn({ nullable: true }) parentId: string | null;
  @CountColumn() reportCount: number;
  /** Decided claims that it took a side on as an origin, before they were decided, and those in which it was right. */
  @CountColumn() resolvedCount: number;
  @CountColumn() hitCount: number;
  /** The events that decided these claims; null until its record is counted for the first time. */
  @CountColumn({ nullable: true }) eventCount: number | null;
  /** Early calls that were right against the crowd, less those that were wrong. */
  @CountColumn() earlyCallCount: number;
  /** The grade that its record comes to; null until enough events were decided. */
  @KeyTextColumn({ nullable: true, length: 1 }) reliability: Grade | null;
  /** What it says about its record, in its own words, on which day and where; all null where it did not reply. */
  @TextColumn({ nullable: true }) replyText: string | null;
  @DayColumn({ nullable: true }) replyOn: string | null;
  @KeyTextColumn({ nullable: true, length: 2000 }) replyUrl: string | null;
  @InstantColumn({ nullable: true }) lastReportAt: number | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'parent_id' })
  parent?: Relation<Source> | null;
}
