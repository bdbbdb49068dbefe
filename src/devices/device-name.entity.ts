import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Device } from './device.entity.js';

/** A name of a device: its own, a short form, a codename. Within one company a name stands for one device. */
@Entity('device_names')
@Index(['deviceId'])
export class DeviceName {
  @PrimaryColumn({ type: 'varchar', length: 40 }) companyId: string;
  /** The name without its company, in lower case, letters and digits only. */
  @PrimaryColumn({ type: 'varchar', length: 200 }) nameKey: string;
  @KeyTextColumn() name: string;
  @RefColumn() deviceId: string;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;
}
