import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { FEED_KINDS } from '../fetching/feed.js';
import type { SourceDto } from '../ingestion/article.dto.js';
import { Ingestion } from '../ingestion/ingestion.entity.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  LargeCountColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** What is watched: a feed, or a page whose words are read anew when they change. */
export const SUBSCRIPTION_KINDS = [...FEED_KINDS, 'page'] as const;
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

/** Whether it is asked: `gone` says its host, and then it never is again. */
export const SUBSCRIPTION_STATUSES = ['active', 'paused', 'gone'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** The longest address that is watched, as it is written out. */
export const MOST_ADDRESS = 2_000;

/** A feed or a page that is watched. */
@Entity('subscriptions')
@Unique(['url'])
@Index(['status', 'nextPollAt'])
@Index(['claimedUntil'])
export class Subscription {
  @IdColumn() id: string;
  @KeyTextColumn({ length: MOST_ADDRESS }) url: string;
  @KeyTextColumn({ length: 253 }) host: string;
  /** Null until it was found out. */
  @KeyTextColumn({ nullable: true, length: 20 }) kind: SubscriptionKind | null;
  @KeyTextColumn({ length: 20 }) status: SubscriptionStatus;
  /** Who publishes all of it; null where each entry has a source of its own. */
  @JsonColumn({ nullable: true }) source: SourceDto | null;
  @LargeCountColumn() intervalMs: number;
  /** Whether what is read in it is written down without a review. */
  @FlagColumn() autoCommit: boolean;
  @KeyTextColumn({ nullable: true, length: 300 }) title: string | null;
  /** What its host gave to tell whether it has changed; told back untouched. */
  @TextColumn({ nullable: true }) etag: string | null;
  @TextColumn({ nullable: true }) lastModified: string | null;
  @InstantColumn() nextPollAt: number;
  /** How long after the last one the next poll was planned; much later is the plan of a clock that was wrong. */
  @LargeCountColumn() delayMs: number;
  @InstantColumn({ nullable: true }) polledAt: number | null;
  @InstantColumn({ nullable: true }) changedAt: number | null;
  @CountColumn({ nullable: true }) lastStatus: number | null;
  /** What went wrong the last time; null where nothing did. */
  @JsonColumn({ nullable: true }) lastError: { readonly code: string; readonly detail: string } | null;
  /** How many polls failed, one after the other. */
  @CountColumn() failures: number;
  /** Where its host says it is for good now, and in how many polls it said so. */
  @KeyTextColumn({ nullable: true, length: MOST_ADDRESS }) movedTo: string | null;
  @CountColumn() movedTimes: number;
  @CountColumn() polls: number;
  @CountColumn() items: number;
  @CountColumn() proposed: number;
  /** Counts who took it up: who comes with an older number has lost it, and may not write. */
  @CountColumn() fence: number;
  @InstantColumn({ nullable: true }) claimedUntil: number | null;
  /** Until when its host wants to be left alone, whoever asks; null where it did not say. */
  @InstantColumn({ nullable: true }) quietUntil: number | null;
  @CountColumn() version: number;
  @KeyTextColumn() createdBy: string;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
}

/** What became of an entry. `nothing`: it claims nothing that is followed; `known`: it had been handed in before. */
export const ITEM_STATES = ['waiting', 'proposed', 'known', 'nothing', 'refused'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** An entry of a feed, seen once. Its words are kept until it was read. */
@Entity('subscription_items')
@Index(['subscriptionId', 'state'])
@Index(['ingestionId'])
export class SubscriptionItem {
  @PrimaryColumn({ type: 'varchar', length: 40 }) subscriptionId: string;
  @PrimaryColumn({ type: 'varchar', length: 64 }) keyHash: string;
  @KeyTextColumn({ nullable: true, length: 2000 }) url: string | null;
  @KeyTextColumn({ nullable: true, length: 300 }) title: string | null;
  @TextColumn({ nullable: true }) text: string | null;
  @KeyTextColumn({ nullable: true, length: 100 }) author: string | null;
  @KeyTextColumn({ nullable: true, length: 10 }) publishedOn: string | null;
  @KeyTextColumn({ length: 64 }) contentHash: string;
  @KeyTextColumn({ length: 20 }) state: ItemState;
  @TextColumn({ nullable: true }) lastError: string | null;
  @RefColumn({ nullable: true }) ingestionId: string | null;
  @CountColumn() attempts: number;
  @CountColumn() edits: number;
  @InstantColumn() seenAt: number;

  @ManyToOne(() => Subscription, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'subscription_id' })
  subscription?: Relation<Subscription>;
  @ManyToOne(() => Ingestion, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'ingestion_id' })
  ingestion?: Relation<Ingestion> | null;
}
