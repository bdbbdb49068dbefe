import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AsOfPageQueryDto, AsOfQueryDto } from '../events/reading.dto.js';
import { Decimal, Moment, NotBelow, Since, WholeNumber } from '../platform/http/parameters.js';
import { IsRegion } from '../rumors/region.js';
import { RUMOR_SORTS } from '../rumors/rumor-board.service.js';
import { RUMOR_STATUSES, type RumorStatus } from '../rumors/rumor.entity.js';
import { BASES, type Basis } from './basis.js';
import { INTERVALS, type Interval } from './history.js';
import { Expand } from './reading-parameters.js';
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

  /** About this subject, such as `launch.date`. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;

  /** How far they have come. */
  @IsOptional()
  @IsIn(RUMOR_STATUSES)
  status?: RumorStatus;

  /** How likely they are at least, 0 to 1. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  /** How likely they are at most, 0 to 1. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  @NotBelow('min_confidence')
  max_confidence?: number;

  /** Changed since: an RFC 3339 instant, or a day, which stands for its start (UTC). */
  @IsOptional()
  @Since()
  changed_since?: number;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(RUMOR_SORTS))
  sort?: keyof typeof RUMOR_SORTS;
}

/** How a rumor is wanted. */
export class RumorQueryDto extends AsOfQueryDto {
  /** What is to be shown beside it. */
  @IsOptional()
  @Expand(RUMOR_EXPANSIONS)
  expand?: RumorExpansion[];
}

/** On which basis an explanation is wanted. */
export class ExplanationQueryDto extends AsOfQueryDto {
  /**
   * What was believed at `as_of` (where nothing is said); what the model would have said then, where an import has worked that
   * out; or that only where nothing was believed yet (`any`).
   */
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;
}

/** Which part of a history is wanted. */
export class HistoryQueryDto extends AsOfQueryDto {
  /** What was believed, what was worked out later, or both (where nothing is said), each marked. */
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;

  /** The first moment: an RFC 3339 instant, or a day, which stands for its start (UTC). */
  @IsOptional()
  @Since()
  from?: number;

  /** The last moment: an RFC 3339 instant, or a day, which stands for its end (UTC). */
  @IsOptional()
  @Moment()
  to?: number;

  /** All points, or the last of each hour, day or week. */
  @IsOptional()
  @IsIn(INTERVALS)
  interval?: Interval;

  /** The most points; of more, the first, the last, the lowest and the highest are kept. */
  @IsOptional()
  @WholeNumber({ min: 1, max: 1000 })
  max_points?: number;
}
