import { Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import type { Certainty, Stance } from '../engine/subjects/index.js';
import {
  CountColumn,
  IdColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Ingestion } from './ingestion.entity.js';

/** What an editor made of a candidate. */
export const DECISIONS = ['pending', 'accepted', 'rejected'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a claim adds to what is already known. `repeats`: it goes back to an origin that has said so. */
export const NOVELTIES = ['new', 'corroborates', 'contradicts', 'repeats'] as const;
export type Novelty = (typeof NOVELTIES)[number];

/** A claim that was read in an article and waits to become evidence. */
@Entity('candidates')
@Unique(['ingestionId', 'ordinal'])
export class Candidate {
  @IdColumn() id: string;
  @RefColumn() ingestionId: string;
  /** Its place among the claims of the article, from 0. */
  @CountColumn() ordinal: number;
  /** The name of the device as read. */
  @KeyTextColumn() device: string;
  @KeyTextColumn({ length: 80 }) subject: string;
  @KeyTextColumn({ length: 240 }) value: string;
  @KeyTextColumn({ nullable: true, length: 10 }) region: string | null;
  @KeyTextColumn({ nullable: true, length: 60 }) variant: string | null;
  @KeyTextColumn({ length: 10 }) stance: Stance;
  @KeyTextColumn({ length: 20 }) certainty: Certainty;
  @TextColumn() quote: string;
  @KeyTextColumn({ length: 10 }) spanWhere: 'title' | 'text';
  @CountColumn() spanStart: number;
  @CountColumn() spanEnd: number;
  @KeyTextColumn({ length: 20 }) decision: Decision;
  @KeyTextColumn({ length: 20 }) novelty: Novelty;
  /** The rumor that claims the same already, and the origin that has said so where it repeats one. */
  @RefColumn({ nullable: true }) knownRumorId: string | null;
  @RefColumn({ nullable: true }) originId: string | null;
  /** What its writing down would do to the probability of its rumor, as of when it was last looked at; null: unknown. */
  @ProbabilityColumn({ nullable: true }) effectBefore: number | null;
  @ProbabilityColumn({ nullable: true }) effectAfter: number | null;
  /** The rumor that it became evidence for, and that evidence. */
  @RefColumn({ nullable: true }) rumorId: string | null;
  @RefColumn({ nullable: true }) evidenceId: string | null;

  @ManyToOne(() => Ingestion, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'ingestion_id' })
  ingestion?: Relation<Ingestion>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor> | null;

  @ManyToOne(() => Evidence, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'evidence_id' })
  evidence?: Relation<Evidence> | null;
}
