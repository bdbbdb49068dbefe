import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { PartTally, TallyPart } from '../engine/scoring/index.js';
import { CountColumn, ProbabilityColumn } from '../platform/database/columns.js';
import { Source } from './source.entity.js';

/** How right a source was in one part of its record, by which what it says is weighed (`PartTally`). Counted, never kept. */
@Entity('source_tallies')
export class SourceTally {
  @PrimaryColumn({ type: 'varchar', length: 40 }) sourceId: string;
  /**
   * The question (device and question) without whose own claims it was counted, since an answer that is open is not weighed
   * by those beside it; empty for the whole. Only parts that come to something else without it have a row of their own.
   */
  @PrimaryColumn({ type: 'varchar', length: 220 }) besides: string;
  @PrimaryColumn({ type: 'varchar', length: 10 }) side: PartTally['side'];
  @PrimaryColumn({ type: 'varchar', length: 20 }) part: TallyPart;
  /** Shares of hits and trials, grown with the day of the decision: see `PartTally`. */
  @ProbabilityColumn() hits: number;
  @ProbabilityColumn() trials: number;
  /** The credit for the events in which it was right, and the number of events. */
  @ProbabilityColumn() rightCredit: number;
  @CountColumn() events: number;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source>;
}
