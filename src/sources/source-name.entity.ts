import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Source } from './source.entity.js';

/** A name, handle or host by which a source is found. One of these stands for one source. */
@Entity('source_names')
@Index(['sourceId'])
export class SourceName {
  /** A name in lower case, letters and digits only, or a host as `host:example.com`. */
  @PrimaryColumn({ type: 'varchar', length: 260 }) nameKey: string;
  @KeyTextColumn({ length: 253 }) name: string;
  @RefColumn() sourceId: string;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source>;
}
