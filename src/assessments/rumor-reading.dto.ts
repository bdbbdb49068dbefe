import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { AsOfPageQueryDto, AsOfQueryDto } from '../events/reading.dto.js';
import { Decimal, Moment, Since, WholeNumber } from '../platform/http/parameters.js';
import { RUMOR_SORTS } from '../rumors/rumor-board.service.js';
import { RUMOR_STATUSES, type RumorStatus } from '../rumors/rumor.entity.js';
import { INTERVALS, type Interval } from './history.js';
import { Expand, REGION } from './reading-parameters.js';
import { RUMOR_EXPANSIONS, type RumorExpansion } from './rumor-file.service.js';

/** Which rumors are wanted, and how they are sorted. */
export class RumorsQueryDto extends AsOfPageQueryDto {
  /** Words in the name of the device or in the value. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** About devices of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @Matches(REGION, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string;

  @IsOptional()
  @IsIn(RUMOR_STATUSES)
  status?: RumorStatus;

  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  max_confidence?: number;

  @IsOptional()
  @Since()
  changed_since?: number;

  @IsOptional()
  @IsIn(Object.keys(RUMOR_SORTS))
  sort?: keyof typeof RUMOR_SORTS;
}

/** How a rumor is wanted. */
export class RumorQueryDto extends AsOfQueryDto {
  @IsOptional()
  @Expand(RUMOR_EXPANSIONS)
  expand?: RumorExpansion[];
}

/** Which part of a history is wanted. */
export class HistoryQueryDto extends AsOfQueryDto {
  @IsOptional()
  @Since()
  from?: number;

  @IsOptional()
  @Moment()
  to?: number;

  /** All points, or the last of each hour, day or week. */
  @IsOptional()
  @IsIn(INTERVALS)
  interval?: Interval;

  /** The most points; of more, neighbours are drawn together. */
  @IsOptional()
  @WholeNumber({ min: 1, max: 1000 })
  max_points?: number;
}
