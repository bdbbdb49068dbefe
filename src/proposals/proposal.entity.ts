import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Outcome } from '../rumors/rumor.entity.js';

/**
 * How far a proposal has come: it waits, an editor accepted it or turned it down, or what it rested on counts no more.
 */
export const PROPOSAL_STATUSES = ['open', 'committed', 'rejected', 'obsolete'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** Why a verdict is suggested: what the official word says of the claim. */
export const VERDICT_REASONS = [
  'said', // it says just that
  'denied', // it says that this is not so
  'other_value', // it names another value, or the same more exactly
  'overlaps', // it names a value that agrees in part
  'announced', // that it was announced at all decides it
  'cancelled', // the product was given up
  'not_said', // it says nothing of it
  'not_yet', // it names a day that has yet to come, or that nobody has said to have come true
  'editor', // an editor decided
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** What is proposed for one rumor; without an outcome it is left open. */
export interface ProposedVerdict {
  readonly rumorId: string;
  readonly outcome: Outcome | null;
  /** What is so, in its canonical text; null where the claim itself says it, or nobody knows. */
  readonly value: string | null;
  /** The day on which it came true or was decided; null where it is left open. */
  readonly happenedOn: string | null;
  readonly evidenceId: string | null;
  readonly statementId: string | null;
  readonly note: string | null;
  readonly reason: VerdictReason;
}

/** What an official launch settles about a device, for one review: a verdict for each rumor that is not settled. */
@Entity('resolution_proposals')
@Index(['deviceId', 'status'])
@Index(['status', 'id'])
export class ResolutionProposal {
  @IdColumn() id: string;
  @RefColumn() deviceId: string;
  @KeyTextColumn({ length: 20 }) status: ProposalStatus;
  @JsonColumn() verdicts: readonly ProposedVerdict[];
  /** The ids of the statements and links that it rests on; what was decided about them is not proposed again. */
  @JsonColumn() facts: readonly string[];
  /** The ids of the resolutions that its acceptance made, in that order; what follows from them is not among them. */
  @JsonColumn() settled: readonly string[];
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
  @InstantColumn({ nullable: true }) decidedAt: number | null;
  @KeyTextColumn({ nullable: true }) decidedBy: string | null;
  @TextColumn({ nullable: true }) decidedReason: string | null;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;
}
