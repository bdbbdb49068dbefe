import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Evidence } from '../evidence/evidence.entity.js';
import {
  CountColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import { Rumor, type Outcome, type RumorStatus } from '../rumors/rumor.entity.js';
import { Statement } from '../statements/statement.entity.js';

/** What became of a rumor, and what settles it. One that is taken back stays, with the reason. */
@Entity('resolutions')
@Index(['rumorId', 'resolvedAt'])
@Index(['followsFromId'])
@Index(['resolvedAt', 'id'])
export class Resolution {
  @IdColumn() id: string;
  @RefColumn() rumorId: string;
  @KeyTextColumn({ length: 10 }) outcome: Outcome;
  /** What is true instead, or more exactly; the canonical text of a value, null where nobody said. */
  @KeyTextColumn({ nullable: true, length: 240 }) value: string | null;
  /** The day on which it came true or was decided; of a date claim that came true, the day itself. */
  @DayColumn() happenedOn: string;
  /** What settles it: a link between a report and a rumor about the device, or a statement about one; never neither. */
  @RefColumn({ nullable: true }) evidenceId: string | null;
  @RefColumn({ nullable: true }) statementId: string | null;
  @TextColumn({ nullable: true }) note: string | null;
  /** The resolution of a competing rumor from which this one follows; null where somebody decided it. */
  @RefColumn({ nullable: true }) followsFromId: string | null;
  /** What the rumor was before, and is again when this is taken back. */
  @KeyTextColumn({ length: 20 }) formerStatus: RumorStatus;
  /** The last probability before it was resolved; null if it was never weighed. */
  @ProbabilityColumn({ nullable: true }) probability: number | null;
  @InstantColumn() resolvedAt: number;
  @KeyTextColumn() resolvedBy: string;
  @InstantColumn({ nullable: true }) reopenedAt: number | null;
  @KeyTextColumn({ nullable: true }) reopenedBy: string | null;
  @TextColumn({ nullable: true }) reopenedReason: string | null;
  @CountColumn() version: number;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;

  @ManyToOne(() => Evidence, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'evidence_id' })
  evidence?: Relation<Evidence> | null;

  @ManyToOne(() => Statement, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'statement_id' })
  statement?: Relation<Statement> | null;

  @ManyToOne(() => Resolution, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'follows_from_id' })
  followsFrom?: Relation<Resolution> | null;
}
