import { Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
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

/**
 * What the model would have said of a rumor on a day before Hearsay weighed it for the first time, from what was published
 * by then, and why. It was never believed: it stands apart from the assessments, and is worked out anew where more is known.
 */
@Entity('reconstructions')
@Unique(['rumorId', 'at'])
export class Reconstruction {
  @IdColumn() id: string;
  @RefColumn() rumorId: string;
  /** The start of the day (UTC) as of which it is. */
  @InstantColumn() at: number;
  /** When it was worked out. */
  @InstantColumn() madeAt: number;
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

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;
}
