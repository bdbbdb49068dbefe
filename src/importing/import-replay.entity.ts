import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import { CountColumn } from '../platform/database/columns.js';
import { ImportRun } from './import-run.entity.js';

/** A device of which a file told, and whose past is to be worked out once all of the file is written down. */
@Entity('import_replays')
export class ImportReplay {
  @PrimaryColumn({ type: 'varchar', length: 40 }) runId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) deviceId: string;
  /** How many points of its past were written for it; null while that is still to be done. */
  @CountColumn({ nullable: true }) points: number | null;

  @ManyToOne(() => ImportRun, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'run_id' })
  run?: Relation<ImportRun>;

  @ManyToOne(() => Device, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'device_id' })
  device?: Relation<Device>;
}
