import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, KeyTextColumn, ProbabilityColumn } from '../platform/database/columns.js';

/** What is learned of subjects: T of a family, and the base rate of a subject. */
export const LEARNED_KINDS = ['scale', 'base_rate'] as const;
export type LearnedKind = (typeof LEARNED_KINDS)[number];

/** A number of the model that was learned from decided questions; what has no row stands as it is assumed. Counted, never kept. */
@Entity('learned_parameters')
export class LearnedParameter {
  @PrimaryColumn({ type: 'varchar', length: 20 }) kind: LearnedKind;
  /** The family of a scale, the subject of a base rate, alone or with a category of devices: `partner of phone`. */
  @PrimaryColumn({ type: 'varchar', length: 80 }) name: string;
  @ProbabilityColumn() value: number;
  /** The decided questions behind it. */
  @CountColumn() n: number;
  /** By which model it was learned. */
  @KeyTextColumn({ length: 20 }) modelVersion: string;
  @InstantColumn() learnedAt: number;
}
