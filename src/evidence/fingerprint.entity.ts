import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TextColumn } from '../platform/database/columns.js';
import { PutInTogether } from '../platform/database/late-rows.js';
import { Report } from './report.entity.js';

/** The fingerprint of a report's text, from which its likeness to another is told without either text. */
@Entity('report_fingerprints')
export class Fingerprint {
  @PrimaryColumn({ type: 'varchar', length: 40 }) reportId: string;
  @TextColumn() signature: string;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}

/** One band of a fingerprint: reports that share a band are compared, all others are not. */
@Entity('report_bands')
@Index(['reportId'])
@PutInTogether()
export class FingerprintBand {
  @PrimaryColumn({ type: 'integer' }) band: number;
  @PrimaryColumn({ type: 'varchar', length: 40 }) reportId: string;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;
}
