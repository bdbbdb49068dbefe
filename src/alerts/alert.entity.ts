import { Entity, Index, PrimaryColumn } from 'typeorm';
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

/** What a rule is about: a confidence that crosses a mark or moves, or something that happens to a rumor. */
export const ALERT_KINDS = ['crosses', 'moves', 'resolves', 'statement', 'new_rumor'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Where an alert goes: to a webhook, or nowhere but into the feed of its rule. */
export const ALERT_TARGETS = ['webhook', 'feed'] as const;
export type AlertTarget = (typeof ALERT_TARGETS)[number];

/** On which side of its mark a confidence was last told to be. */
export type Side = 'above' | 'below';

/** A rule by which somebody is alerted. */
@Entity('alerts')
@Index(['keyId', 'id'])
export class Alert {
  @IdColumn() id: string;
  /** Whose rule it is; null where the operator made it. */
  @RefColumn({ nullable: true }) keyId: string | null;
  @KeyTextColumn() createdBy: string;
  @KeyTextColumn() name: string;
  /** Of what it is; null = of any. */
  @RefColumn({ nullable: true }) deviceId: string | null;
  @RefColumn({ nullable: true }) companyId: string | null;
  @KeyTextColumn({ nullable: true, length: 60 }) subject: string | null;
  @KeyTextColumn({ length: 20 }) kind: AlertKind;
  /** The mark that is crossed, or the least move; null where no number is waited for. */
  @ProbabilityColumn({ nullable: true }) threshold: number | null;
  @ProbabilityColumn() hysteresis: number;
  @CountColumn() minOrigins: number;
  /** How long the rule is silent about a rumor after it was told of it, ISO 8601. */
  @KeyTextColumn({ length: 20 }) cooldown: string;
  @KeyTextColumn({ length: 20 }) target: AlertTarget;
  @RefColumn({ nullable: true }) webhookId: string | null;
  @FlagColumn() enabled: boolean;
  /** It looks at what stands in the log of events after this place. */
  @CountColumn() fromSequence: number;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
}

/** How far a rule has come with one rumor. */
@Entity('alert_states')
@Index(['rumorId'])
@Index(['lookAgainAt'])
export class AlertState {
  @PrimaryColumn({ type: 'varchar', length: 40 }) alertId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) rumorId: string;
  @KeyTextColumn({ length: 10 }) side: Side;
  /** The confidence from which a crossing or a move is told, without unproven sources. */
  @ProbabilityColumn() value: number;
  @InstantColumn({ nullable: true }) firedAt: number | null;
  /** When it is looked at again, since the rule was silent about it; null where nothing was held back. */
  @InstantColumn({ nullable: true }) lookAgainAt: number | null;
}

/** An alert that was given. */
@Entity('alert_firings')
@Index(['alertId', 'id'])
@Index(['at'])
export class AlertFiring {
  @IdColumn() id: string;
  @RefColumn() alertId: string;
  @InstantColumn() at: number;
  /** What is told of it. */
  @JsonColumn() data: AlertData;
}

/** What an alert says; the same in its event and in the feed of its rule. */
export interface AlertData {
  readonly alert_id: string;
  readonly rule: string;
  /** To which webhook it goes; null where to none. */
  readonly webhook_id: string | null;
  readonly when: AlertKind;
  readonly rumor_id: string;
  /** The slug and the name of the device, and the claim in one sentence. */
  readonly device: string;
  readonly device_name: string;
  readonly claim: string;
  readonly threshold: number | null;
  /** The confidence without unproven sources, before and now, 0..1; null where none was waited for. */
  readonly previous: number | null;
  readonly current: number | null;
  readonly word: string | null;
  /** How many independent origins count. */
  readonly origins: number;
  /** The ids of what caused it, such as evidence. */
  readonly cause: readonly string[];
  readonly reason: string;
}

/** The place in the log up to which the rules have looked; one row. */
@Entity('alert_places')
export class AlertPlace {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @CountColumn() sequence: number;
}
