import { Entity, Index, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  ProbabilityColumn,
  RefColumn,
} from '../platform/database/columns.js';
import { Source } from '../sources/source.entity.js';

/** What a source published. */
export const REPORT_KINDS = ['article', 'post', 'filing', 'listing', 'benchmark', 'image', 'press_release'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** How a report stands to its origin: it is one itself, it was found to be a retelling, or it looks like one. */
export const ORIGIN_LINKS = ['own', 'confirmed', 'suggested'] as const;
export type OriginLink = (typeof ORIGIN_LINKS)[number];

/** Why a report is taken for a retelling of another. */
export const ORIGIN_REASONS = ['same_text', 'near_duplicate', 'credit', 'editor'] as const;
export type OriginReason = (typeof ORIGIN_REASONS)[number];

/** One thing that a source published: an article, a post, a filing. Its text is not kept. */
@Entity('reports')
@Unique(['canonicalUrl'])
@Index(['contentHash'])
@Index(['sourceId', 'publishedAt'])
@Index(['originId'])
@Index(['originLink', 'id'])
@Index(['publishedAt', 'id'])
@Index(['learnedAt', 'id'])
export class Report {
  @IdColumn() id: string;
  @RefColumn() sourceId: string;
  @KeyTextColumn({ length: 20 }) kind: ReportKind;
  @KeyTextColumn({ length: 300 }) title: string;
  @KeyTextColumn({ nullable: true, length: 2000 }) url: string | null;
  /** The address without what does not matter, by which it is recognised. */
  @KeyTextColumn({ nullable: true, length: 2000 }) canonicalUrl: string | null;
  /** The hash of its normalised text. */
  @KeyTextColumn({ length: 64 }) contentHash: string;
  @KeyTextColumn({ length: 10 }) language: string;
  /** When it was published, and whether that is known to the day or only to the month. */
  @InstantColumn() publishedAt: number;
  @KeyTextColumn({ length: 10 }) publishedPrecision: 'day' | 'month' | 'unknown';
  /** When Hearsay learned of it. */
  @InstantColumn() learnedAt: number;
  /** The report that it goes back to; its own id if it is an origin. */
  @RefColumn() originId: string;
  @KeyTextColumn({ length: 20 }) originLink: OriginLink;
  @KeyTextColumn({ nullable: true, length: 20 }) originReason: OriginReason | null;
  /** How sure the link to the origin is, 0..1; 1 for an origin itself. */
  @ProbabilityColumn() originConfidence: number;
  @CountColumn() evidenceCount: number;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'source_id' })
  source?: Relation<Source>;
}

/** The language of a report that was cited by hand, whose text nobody has read. */
export const UNREAD = 'und';

/** Whether a report was only cited, so that its text is still to come. */
export const isUnread = ({ language }: Pick<Report, 'language'>): boolean => language === UNREAD;

/** What is noted of a report where it is written down, and what those who listen are told once it counts. */
export const noteOf = ({ title, url, sourceId, originId }: Report): Readonly<Record<string, string | null>> => ({
  title,
  url,
  source_id: sourceId,
  origin_id: originId,
});
