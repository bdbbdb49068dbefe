import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';
import { Statement } from '../statements/statement.entity.js';
import type { IdentityChanges } from './identity-changes.js';

/** What is done about who is who: two devices are one, one is another, two were mixed up, one must not be shown. */
export const IDENTITY_KINDS = ['merge', 'supersede', 'split', 'takedown'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** One such act, with everything that undoes it. One that is undone stays, with the reason. */
@Entity('identity_acts')
@Index(['deviceId', 'at'])
@Index(['otherId', 'at'])
@Index(['at', 'id'])
export class IdentityAct {
  @IdColumn() id: string;
  @KeyTextColumn({ length: 20 }) kind: IdentityKind;
  /** The device that was merged, superseded, split or taken down. */
  @RefColumn() deviceId: string;
  /** The device that it became, turned out to be, or from then on shares its rumors with. */
  @RefColumn({ nullable: true }) otherId: string | null;
  /** Of a superseded device `renamed`, `split` or `replaced`; else why, in words. */
  @TextColumn({ nullable: true }) reason: string | null;
  /** By what it is known. */
  @RefColumn({ nullable: true }) evidenceId: string | null;
  @RefColumn({ nullable: true }) statementId: string | null;
  @JsonColumn() changes: IdentityChanges;
  @InstantColumn() at: number;
  @KeyTextColumn() by: string;
  @InstantColumn({ nullable: true }) undoneAt: number | null;
  @KeyTextColumn({ nullable: true }) undoneBy: string | null;
  @TextColumn({ nullable: true }) undoneReason: string | null;
  @CountColumn() version: number;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'other_id' })
  other?: Relation<Device> | null;

  @ManyToOne(() => Evidence, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'evidence_id' })
  evidence?: Relation<Evidence> | null;

  @ManyToOne(() => Statement, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'statement_id' })
  statement?: Relation<Statement> | null;
}
