import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Source } from '../sources/source.entity.js';
import { Report } from './report.entity.js';

/** An upstream source that a report names for what it tells. */
@Entity('report_credits')
@Index(['sourceId'])
@Index(['nameKey'])
export class Credit {
  @PrimaryColumn({ type: 'varchar', length: 40 }) reportId: string;
  @PrimaryColumn({ type: 'varchar', length: 200 }) nameKey: string;
  @KeyTextColumn() name: string;
  /** The source that goes by this name, where one is known. */
  @RefColumn({ nullable: true }) sourceId: string | null;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source> | null;
}
