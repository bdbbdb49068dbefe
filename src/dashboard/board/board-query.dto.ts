import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { LIFECYCLES, type Lifecycle } from '../../devices/device.entity.js';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { AsOfDayDto } from '../device/as-of-query.dto.js';

/** In which order the board stands. */
export const BOARD_SORTS = ['moving', 'likely', 'launch', 'recent', 'name'] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** Which devices the board shows, and in which order. An empty text stands for no filter, as forms send it. */
@IgnoresUnknown()
export class BoardQueryDto extends AsOfDayDto {
  /** A part of the name of the device or its company. */
  @IsOptional()
  @IsString()
  @Length(0, 100)
  q?: string;

  @IsOptional()
  @IsString()
  @Length(0, 200)
  company?: string;

  @IsOptional()
  @IsIn(['', ...LIFECYCLES])
  status?: Lifecycle | '';

  @IsOptional()
  @IsIn(BOARD_SORTS)
  sort?: BoardSort;

  /** Behind which device the page begins: when that was last written about (nothing: never), and its id. */
  @IsOptional()
  @Matches(/^(?:-?\d{1,15})?~dev_[0-9A-Z]{26}$/)
  after?: string;
}
