import { Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
} from '../platform/database/columns.js';

/** Where a device stands in its life. */
export const LIFECYCLES = ['rumored', 'announced', 'released', 'cancelled', 'superseded'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/**
 * How a device turned out to be another: it got another name, it was several all along, or another one comes in its
 * place.
 */
export const SUPERSEDED_REASONS = ['renamed', 'split', 'replaced'] as const;
export type SupersededReason = (typeof SUPERSEDED_REASONS)[number];

/** The kinds of number under which a device is found elsewhere. */
export const EXTERNAL_IDS = ['model_number', 'gtin', 'fcc_id', 'wikidata'] as const;
export type ExternalIds = Partial<Readonly<Record<(typeof EXTERNAL_IDS)[number], string>>>;

/** A product that is rumored, until it is announced, released, cancelled or turns out to be another. */
@Entity('devices')
@Unique(['slug'])
@Index(['companyId'])
@Index(['mergedIntoId'], { where: '"merged_into_id" IS NOT NULL' })
@Index(['headlineProbability', 'id'])
@Index(['lastReportAt', 'id'])
@Index(['updatedAt', 'id'])
@Index(['name', 'id'])
export class Device {
  @IdColumn() id: string;
  @RefColumn() companyId: string;
  @KeyTextColumn() name: string;
  @KeyTextColumn() slug: string;
  /** Phone, watch, console … in the maker's or an editor's word; null while nobody said. */
  @KeyTextColumn({ nullable: true, length: 60 }) category: string | null;
  /** The maker's line that it belongs to (`Galaxy Z Fold`). */
  @KeyTextColumn({ nullable: true }) line: string | null;
  /** The device that it follows in its line. */
  @RefColumn({ nullable: true }) succeedsId: string | null;
  /** The device that it turned out to be. */
  @RefColumn({ nullable: true }) supersededById: string | null;
  /** How it turned out to be that one; null while it has not. */
  @KeyTextColumn({ nullable: true, length: 20 }) supersededReason: SupersededReason | null;
  /** The device that it was merged into, under which everything of it is found now. */
  @RefColumn({ nullable: true }) mergedIntoId: string | null;
  /** When it was taken down; nothing of it is shown since. */
  @InstantColumn({ nullable: true }) removedAt: number | null;
  @KeyTextColumn({ length: 20 }) lifecycle: Lifecycle;
  @JsonColumn() externalIds: ExternalIds;
  /** How likely it exists: as claimed, or derived from what is most likely about it. Null before any assessment. */
  @ProbabilityColumn({ nullable: true }) headlineProbability: number | null;
  @RefColumn({ nullable: true }) headlineRumorId: string | null;
  /** Whether the headline stands for existence without any article that claims existence itself. */
  @FlagColumn() headlineDerived: boolean;
  @CountColumn() rumorCount: number;
  @CountColumn() reportCount: number;
  @InstantColumn({ nullable: true }) lastReportAt: number | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Company, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'company_id' })
  company?: Relation<Company>;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'succeeds_id' })
  succeeds?: Relation<Device> | null;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'superseded_by_id' })
  supersededBy?: Relation<Device> | null;
}
