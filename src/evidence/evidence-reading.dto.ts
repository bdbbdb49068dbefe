import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { STANCES, type Stance } from '../engine/subjects/index.js';
import { AsOfPageQueryDto } from '../events/reading.dto.js';
import { Since } from '../platform/http/parameters.js';
import { EVIDENCE_SORTS } from './evidence-board.service.js';
import { EVIDENCE_STATUSES, type EvidenceStatus } from './evidence.entity.js';
import { REPORT_SORTS } from './report-board.service.js';

/** Which reports are wanted, and how they are sorted. */
export class ReportsQueryDto extends AsOfPageQueryDto {
  /** Words in its title. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** Of this source: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  source?: string;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** The id of the report that they go back to. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  origin?: string;

  /** Published since. */
  @IsOptional()
  @Since()
  since?: number;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(REPORT_SORTS))
  sort?: keyof typeof REPORT_SORTS;
}

/** Which links are wanted, and how they are sorted. */
export class EvidenceQueryDto extends AsOfPageQueryDto {
  /** The id of the rumor. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  rumor?: string;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** Of this source: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  source?: string;

  /** Whether it is for the rumor, against it, or only mentions it. */
  @IsOptional()
  @IsIn(STANCES)
  stance?: Stance;

  /** `active` and `withdrawn` ones where nothing is said. What never counted is shown to editors and to who proposed it. */
  @IsOptional()
  @IsIn(EVIDENCE_STATUSES)
  status?: EvidenceStatus;

  /** Known since. */
  @IsOptional()
  @Since()
  since?: number;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(EVIDENCE_SORTS))
  sort?: keyof typeof EVIDENCE_SORTS;
}
