import { Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import type { Certainty, Stance } from '../engine/subjects/index.js';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import { Rumor } from '../rumors/rumor.entity.js';
import { Report } from './report.entity.js';

/**
 * Whether a link counts: a proposed one waits for an editor. It is withdrawn, never deleted, so that the past stays as
 * it was.
 */
export const EVIDENCE_STATUSES = ['proposed', 'active', 'withdrawn'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** A report linked to a rumor: how it stands to it, how surely it speaks, and where. */
@Entity('evidence')
@Unique(['reportId', 'rumorId'])
@Index(['rumorId', 'status'])
@Index(['homeId'], { where: '"home_id" IS NOT NULL' })
@Index(['rumorId', 'activeAt', 'reportId', 'homeId'])
@Index(['status', 'id'])
export class Evidence {
  @IdColumn() id: string;
  @RefColumn() reportId: string;
  @RefColumn() rumorId: string;
  /** The rumor to which it was linked, where that one is united with another now; null elsewhere. */
  @RefColumn({ nullable: true }) homeId: string | null;
  @KeyTextColumn({ length: 10 }) stance: Stance;
  @KeyTextColumn({ length: 20 }) certainty: Certainty;
  /** The passage, at most 300 characters; longer ones end in …. Offsets are those of the whole passage. */
  @TextColumn({ nullable: true }) quote: string | null;
  @KeyTextColumn({ nullable: true, length: 10 }) spanWhere: 'title' | 'text' | null;
  @CountColumn({ nullable: true }) spanStart: number | null;
  @CountColumn({ nullable: true }) spanEnd: number | null;
  @KeyTextColumn({ length: 20 }) status: EvidenceStatus;
  /** Since when it counts; null for one that never did. */
  @InstantColumn({ nullable: true }) activeAt: number | null;
  @InstantColumn({ nullable: true }) withdrawnAt: number | null;
  @TextColumn({ nullable: true }) withdrawnReason: string | null;
  /** Who proposed it, and the key with which that was done; null where an editor linked it, or the operator. */
  @KeyTextColumn({ nullable: true }) proposedBy: string | null;
  @RefColumn({ nullable: true }) proposedKeyId: string | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;
}

/** What those who listen are told of a link that counts from now on. */
export const linkOf = ({ reportId, rumorId, stance, certainty }: Evidence): Readonly<Record<string, string>> => ({
  report_id: reportId,
  rumor_id: rumorId,
  stance,
  certainty,
});
