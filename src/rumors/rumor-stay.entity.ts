import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import { InstantColumn, RefColumn, SequenceColumn } from '../platform/database/columns.js';
import { Rumor } from './rumor.entity.js';

/**
 * Where a rumor once was: the device that it was about and, while it was one with another rumor, that one. Written when
 * it leaves; where it is now stands in the rumor itself.
 */
@Entity('rumor_stays')
@Index(['rumorId', 'until'])
@Index(['deviceId'])
@Index(['unitedIntoId'])
export class RumorStay {
  @SequenceColumn() sequence: number;
  @RefColumn() rumorId: string;
  @RefColumn() deviceId: string;
  @RefColumn({ nullable: true }) unitedIntoId: string | null;
  /** From then on, and until just before then. */
  @InstantColumn() since: number;
  @InstantColumn() until: number;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'rumor_id' })
  rumor?: Relation<Rumor>;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;

  @ManyToOne(() => Rumor, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'united_into_id' })
  unitedInto?: Relation<Rumor> | null;
}
