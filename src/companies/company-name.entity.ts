import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { KeyTextColumn, RefColumn } from '../platform/database/columns.js';
import { Company } from './company.entity.js';

/** A name under which a company is known: its own and its aliases. One name stands for one company. */
@Entity('company_names')
@Index(['companyId'])
export class CompanyName {
  /** The name in lower case, letters and digits only (`nameKey`). */
  @PrimaryColumn({ type: 'varchar', length: 200 }) nameKey: string;
  @KeyTextColumn() name: string;
  @RefColumn() companyId: string;

  @ManyToOne(() => Company, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'company_id' })
  company?: Relation<Company>;
}
