import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Contribution, DateBucket, Discarded, Strength } from '../engine/confidence/index.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import { Rumor, type Cause } from '../rumors/rumor.entity.js';

/** A dated confidence of one rumor. Never changed: the next one follows it. */
@Entity('assessments')
@Index(['rumorId', 'at', 'id'])
export class Assessment {
  @IdColumn() id: string;
  @RefColumn() rumorId: string;
  /** When Hearsay believed it. */
  @InstantColumn() at: number;
  @ProbabilityColumn() probability: number;
  @ProbabilityColumn() low: number;
  @ProbabilityColumn() high: number;
  @ProbabilityColumn() firmProbability: number;
  @ProbabilityColumn() logOdds: number;
  @KeyTextColumn({ length: 10 }) strength: Strength;
  @FlagColumn() announced: boolean;
  @FlagColumn() windowOver: boolean;
  @CountColumn() reportCount: number;
  @CountColumn() originCount: number;
  @CountColumn() supportingCount: number;
  @CountColumn() refutingCount: number;
  @JsonColumn() causes: readonly Cause[];
  @KeyTextColumn({ length: 20 }) modelVersion: string;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;
}

/** Why an assessment is what it is: the steps that sum to its log-odds, and what was left out. */
@Entity('explanations')
export class Explanation {
  @PrimaryColumn({ type: 'varchar', length: 40 }) assessmentId: string;
  @JsonColumn() contributions: readonly Contribution[];
  @JsonColumn() discarded: readonly Discarded[];
  /** The probability without each piece of evidence, by evidence id. */
  @JsonColumn() without: Readonly<Record<string, number>>;
  /** The same in plain words. */
  @TextColumn() text: string;
  /** The probability that no answer to the question is right; 0 where each answer stands for itself. */
  @ProbabilityColumn() other: number;
  /** For dates: the distribution over days that the whole question had, which with `other` sums to 1. */
  @JsonColumn({ nullable: true }) buckets: readonly DateBucket[] | null;

  @ManyToOne(() => Assessment, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'assessment_id' })
  assessment?: Relation<Assessment>;
}
