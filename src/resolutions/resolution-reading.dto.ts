import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { OUTCOMES, type Outcome } from '../rumors/rumor.entity.js';
import { RESOLUTION_SORTS } from './resolution-board.service.js';
import { IsDay } from '../platform/validation.js';

/** Which resolutions are wanted, and how they are sorted. */
export class ResolutionsQueryDto extends PageQueryDto {
  /** Of this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** Of the devices of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  /** About this subject, such as `launch.date`. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** What became of them. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  /** The first day on which it happened, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** The last day on which it happened, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  to?: string;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(RESOLUTION_SORTS))
  sort?: keyof typeof RESOLUTION_SORTS;
}
