import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { OUTCOMES, type Outcome } from '../rumors/rumor.entity.js';
import { RESOLUTION_SORTS } from './resolution-board.service.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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

  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  /** The first day on which it happened, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(DAY, { message: 'from must be a day, YYYY-MM-DD' })
  from?: string;

  /** The last day on which it happened, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(DAY, { message: 'to must be a day, YYYY-MM-DD' })
  to?: string;

  @IsOptional()
  @IsIn(Object.keys(RESOLUTION_SORTS))
  sort?: keyof typeof RESOLUTION_SORTS;
}
