import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import type { Act } from '../engine/subjects/index.js';
import { Company } from '../companies/company.entity.js';
import { Report } from '../evidence/report.entity.js';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  KeyTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** Whether somebody only passed the words on, or they were found to be the speaker's. */
export const VERIFICATIONS = ['relayed', 'verified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** How words were found to be the speaker's. */
export const VERIFIED_BY = ['maker', 'second_origin', 'editor'] as const;
export type VerifiedBy = (typeof VERIFIED_BY)[number];

/** Words of a named speaker, as a report passes them on. */
@Entity('statements')
@Index(['reportId'])
@Index(['companyId'])
@Index(['speakerKey'])
@Index(['verification', 'id'])
@Index(['saidAt', 'id'])
export class Statement {
  @IdColumn() id: string;
  @RefColumn() reportId: string;
  @KeyTextColumn() speaker: string;
  @KeyTextColumn() speakerKey: string;
  @KeyTextColumn({ nullable: true, length: 300 }) role: string | null;
  @KeyTextColumn({ nullable: true, length: 300 }) organisation: string | null;
  /** The company that the organisation is, where it is known. */
  @RefColumn({ nullable: true }) companyId: string | null;
  @KeyTextColumn({ length: 20 }) act: Act;
  @FlagColumn() official: boolean;
  /** Whether it stands between quotation marks. */
  @FlagColumn() direct: boolean;
  /** The words, at most 300 characters; longer ones end in …. Offsets are those of the whole. */
  @TextColumn() quote: string;
  @KeyTextColumn({ nullable: true, length: 10 }) spanWhere: 'title' | 'text' | null;
  @CountColumn({ nullable: true }) spanStart: number | null;
  @CountColumn({ nullable: true }) spanEnd: number | null;
  @InstantColumn() saidAt: number;
  @KeyTextColumn({ length: 20 }) verification: Verification;
  @KeyTextColumn({ nullable: true, length: 20 }) verifiedBy: VerifiedBy | null;
  @TextColumn({ nullable: true }) verifiedReason: string | null;
  @InstantColumn({ nullable: true }) verifiedAt: number | null;
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;

  @ManyToOne(() => Report, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'report_id' })
  report?: Relation<Report>;

  @ManyToOne(() => Company, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'company_id' })
  company?: Relation<Company> | null;
}
