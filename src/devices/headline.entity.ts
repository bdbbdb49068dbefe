import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { FlagColumn, ProbabilityColumn, RefColumn } from '../platform/database/columns.js';
import { Device } from './device.entity.js';

/** What a device's headline was from an instant on, until the next one of it. Of one instant the last one counts. */
@Entity('headlines')
export class HeadlineEntry {
  @PrimaryColumn({ type: 'varchar', length: 40 }) deviceId: string;
  /** Epoch milliseconds. */
  @PrimaryColumn({ type: 'bigint' }) at: number;
  /** How likely it existed; null where nothing spoke of that. */
  @ProbabilityColumn({ nullable: true }) probability: number | null;
  @RefColumn({ nullable: true }) rumorId: string | null;
  /** Whether the rumor only implied that it exists. */
  @FlagColumn() derived: boolean;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;
}
