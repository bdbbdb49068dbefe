import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { EventType } from '../events/event-types.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** In which form a receiver wants its events: as they are, or as a message of a chat. */
export const WEBHOOK_FORMATS = ['standard', 'slack', 'discord', 'teams'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** Why nothing is sent any more: the receiver asked for that (410), never answered, or somebody switched it off. */
export const DISABLED_REASONS = ['failing', 'paused', 'gone'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Which events a receiver wants, beyond their types; ids, resolved when it was registered. */
export interface WebhookFilter {
  readonly deviceId: string | null;
  readonly companyId: string | null;
  /** The least move of a confidence that is of interest, 0..1. */
  readonly minDelta: number | null;
}

/** Somebody who is told of events at an address of their own. */
@Entity('webhooks')
export class Webhook {
  @IdColumn() id: string;
  @TextColumn() url: string;
  /** Empty: every type. */
  @JsonColumn() types: readonly EventType[];
  @JsonColumn() filter: WebhookFilter;
  @KeyTextColumn({ length: 20 }) format: WebhookFormat;
  @KeyTextColumn() description: string;
  /** With which it is signed; kept as it is, since it signs. */
  @KeyTextColumn({ length: 100 }) secret: string;
  /** The secret before, with which it is signed as well until that instant. */
  @KeyTextColumn({ length: 100, nullable: true }) formerSecret: string | null;
  @InstantColumn({ nullable: true }) formerSecretUntil: number | null;
  @FlagColumn() enabled: boolean;
  /** It is told of events after this place in the log: where the log stood when it was switched on. */
  @CountColumn() fromSequence: number;
  @KeyTextColumn({ length: 20, nullable: true }) disabledReason: DisabledReason | null;
  @InstantColumn({ nullable: true }) disabledAt: number | null;
  /** Until when a process sends to it alone; free once that is over. */
  @InstantColumn() claimedUntil: number;
  /** Counts the processes that took it up: who comes with an older number has lost it. Null before the first. */
  @CountColumn({ nullable: true }) fence: number | null;
  /** Before which it wants to be left alone (429, 502, 504). */
  @InstantColumn() quietUntil: number;
  /** Attempts that failed since the last one that was answered well. */
  @CountColumn() failuresInRow: number;
  @InstantColumn({ nullable: true }) lastSuccessAt: number | null;
  @InstantColumn({ nullable: true }) lastFailureAt: number | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
}

/** How far a delivery is. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event on its way to one receiver. */
@Entity('deliveries')
@Index(['webhookId', 'status', 'nextAttemptAt'])
@Index(['webhookId', 'subject', 'status'])
@Index(['createdAt'])
export class Delivery {
  @IdColumn() id: string;
  @KeyTextColumn({ length: 40 }) webhookId: string;
  /** The id of the event; the same at each attempt, by which the receiver knows what it has had. */
  @KeyTextColumn({ length: 60 }) eventId: string;
  @KeyTextColumn({ length: 60 }) type: string;
  /** What the event happened to: its events reach the receiver in their order. */
  @KeyTextColumn({ length: 40 }) subject: string;
  /** The place of the event in the log; 0 for what stands in none. */
  @CountColumn() sequence: number;
  /** The bytes that are signed and sent. */
  @TextColumn() body: string;
  @KeyTextColumn({ length: 20 }) status: DeliveryStatus;
  @CountColumn() attempts: number;
  @InstantColumn() nextAttemptAt: number;
  /** What the receiver answered last; null where it did not. */
  @CountColumn({ nullable: true }) lastStatus: number | null;
  /** Why the last attempt failed; null where it did not. */
  @KeyTextColumn({ length: 300, nullable: true }) lastError: string | null;
  @InstantColumn({ nullable: true }) lastAttemptAt: number | null;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) deliveredAt: number | null;
}

/** The place in the log up to which events were handed to the receivers; one row. */
@Entity('delivery_states')
export class DeliveryState {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @CountColumn() sequence: number;
}
