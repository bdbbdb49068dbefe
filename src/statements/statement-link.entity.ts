import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Stance } from '../engine/subjects/index.js';
import { KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Statement } from './statement.entity.js';

/** A statement that speaks of a rumor; it settles that one alone. */
@Entity('statement_links')
@Index(['rumorId'])
@Index(['homeId'], { where: '"home_id" IS NOT NULL' })
export class StatementLink {
  @PrimaryColumn({ type: 'varchar', length: 40 }) statementId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) rumorId: string;
  @KeyTextColumn({ length: 10 }) stance: Stance;
  /** The rumor that it was linked to, where that one is united with another now; null elsewhere. */
  @RefColumn({ nullable: true }) homeId: string | null;

  @ManyToOne(() => Statement, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'statement_id' })
  statement?: Relation<Statement>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;
}
