import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import type { ClashKind } from '../engine/confidence/index.js';
import { IdColumn, InstantColumn, KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Rumor } from '../rumors/rumor.entity.js';

/** Rumors about one device that cannot all be as likely as what is said for them makes them, from when to when. */
@Entity('contradictions')
@Index(['deviceId', 'endedAt'])
@Index(['rumorId'])
@Index(['endedAt', 'id'])
export class Contradiction {
  @IdColumn() id: string;
  @RefColumn() deviceId: string;
  @KeyTextColumn({ length: 20 }) kind: ClashKind;
  @RefColumn() rumorId: string;
  /** The other rumor; null where verified words deny the first. */
  @RefColumn({ nullable: true }) otherId: string | null;
  /** When it was found, and when it was found to be over; null while it stands. */
  @InstantColumn() since: number;
  @InstantColumn({ nullable: true }) endedAt: number | null;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'other_id' })
  other?: Relation<Rumor>;
}
