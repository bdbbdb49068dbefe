import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CountColumn, InstantColumn, KeyTextColumn, ProbabilityColumn } from '../platform/database/columns.js';
import { Source } from './source.entity.js';

/** Two sources of which one likely takes over what the other says. Found anew in each refresh, never kept up. */
@Entity('source_copying')
@Index(['otherId'])
export class SourceCopying {
  /** The two of them, in the order of their ids: from what was said nobody can tell which is the copier. */
  @PrimaryColumn({ type: 'varchar', length: 40 }) sourceId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) otherId: string;
  /** How likely one of them copies, 0..1: the smaller of the two directions. */
  @ProbabilityColumn() pDep: number;
  /** The questions on which both supported a value. */
  @CountColumn() common: number;
  /** By which model it was found. */
  @KeyTextColumn({ length: 20 }) modelVersion: string;
  @InstantColumn() learnedAt: number;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source>;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'other_id' })
  other?: Relation<Source>;
}
