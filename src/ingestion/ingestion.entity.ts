import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ReadCredit, ReadDevice, ReadStatement } from '../engine/extraction/index.js';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import { Report } from '../evidence/report.entity.js';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** How far an article has come: read and waiting for its review, written down, or thrown away. */
export const INGESTION_STATUSES = ['ready', 'committed', 'discarded'] as const;
export type IngestionStatus = (typeof INGESTION_STATUSES)[number];

/** The source that an article is said to come from. */
export interface SourceHint {
  readonly name: string | null;
  /** Null where nobody said it. */
  readonly kind: SourceKind | null;
  readonly grade: Grade | null;
  readonly vetted: boolean;
}

/** What was read in an article, apart from its claims. */
export interface ReadingNotes {
  readonly devices: readonly ReadDevice[];
  readonly statements: readonly ReadStatement[];
  readonly credits: readonly ReadCredit[];
}

/** An article that was handed in, and what became of it. */
@Entity('ingestions')
@Index(['contentHash'])
@Index(['status', 'id'])
@Index(['status', 'embargoUntil'])
export class Ingestion {
  @IdColumn() id: string;
  @KeyTextColumn({ length: 20 }) status: IngestionStatus;
  @KeyTextColumn({ length: 64 }) contentHash: string;
  @KeyTextColumn({ nullable: true, length: 2000 }) url: string | null;
  @KeyTextColumn({ nullable: true, length: 2000 }) canonicalUrl: string | null;
  @KeyTextColumn({ length: 300 }) title: string;
  @JsonColumn() source: SourceHint;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  @KeyTextColumn({ nullable: true, length: 10 }) publishedOn: string | null;
  @KeyTextColumn({ nullable: true, length: 10 }) publishedFrom: string | null;
  @KeyTextColumn({ length: 10 }) language: string;
  @FlagColumn() isRumor: boolean;
  @JsonColumn() notes: ReadingNotes;
  @RefColumn({ nullable: true }) reportId: string | null;
  @KeyTextColumn() createdBy: string;
  /** The key with which it was handed in; null for the operator. */
  @RefColumn({ nullable: true }) createdKeyId: string | null;
  /** Until when it must not be written down; null where nobody asked for that. */
  @InstantColumn({ nullable: true }) embargoUntil: number | null;
  /** The editor by whose leave it is written down when its embargo ends; null where it waits for one. */
  @KeyTextColumn({ nullable: true }) releasedBy: string | null;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
  @InstantColumn({ nullable: true }) committedAt: number | null;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report> | null;
}

/** The text of an article that waits for its review; erased when that is done, at the latest at `eraseAt`. */
@Entity('ingestion_texts')
@Index(['eraseAt'])
export class IngestionText {
  @PrimaryColumn({ type: 'varchar', length: 40 }) ingestionId: string;
  @TextColumn() text: string;
  /** Its fingerprint, which outlives it in the report. */
  @TextColumn() fingerprint: string;
  @InstantColumn() eraseAt: number;

  @ManyToOne(() => Ingestion, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'ingestion_id' })
  ingestion?: Relation<Ingestion>;
}
