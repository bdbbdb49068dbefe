import { Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  RefColumn,
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
  /** Resolved claims that it took a side on as an origin, and those of them in which it was right. */
  @CountColumn() resolvedCount: number;
  @CountColumn() hitCount: number;
  /** Early calls that were right against the crowd. */
  @CountColumn() earlyCallCount: number;
  @InstantColumn({ nullable: true }) lastReportAt: number | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'parent_id' })
  parent?: Relation<Source> | null;
}
