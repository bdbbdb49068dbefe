import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { DEVICE_SORTS } from '../devices/device-board.service.js';
import { LIFECYCLES, type Lifecycle } from '../devices/device.entity.js';
import { AsOfPageQueryDto, AsOfQueryDto } from '../events/reading.dto.js';
import { Decimal, Since, WholeNumber } from '../platform/http/parameters.js';
import { DEVICE_EXPANSIONS, type DeviceExpansion } from './device-file.service.js';
import { DOT_COUNTS, type DotCount } from './launch-window.js';
import { Day, Expand, REGION } from './reading-parameters.js';

/** Which devices are wanted, how they are sorted and what is shown with them. */
export class DevicesQueryDto extends AsOfPageQueryDto {
  /** Words in one of its names. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** Of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  @IsOptional()
  @IsIn(LIFECYCLES)
  status?: Lifecycle;

  /** How likely it exists at least. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  /** A rumor has it launched on this day or later. */
  @IsOptional()
  @Day()
  launch_from?: string;

  /** A rumor has it launched on this day or earlier. */
  @IsOptional()
  @Day()
  launch_to?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @Matches(REGION, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string;

  @IsOptional()
  @Since()
  changed_since?: number;

  @IsOptional()
  @Expand(DEVICE_EXPANSIONS)
  expand?: DeviceExpansion[];

  @IsOptional()
  @IsIn(Object.keys(DEVICE_SORTS))
  sort?: keyof typeof DEVICE_SORTS;
}

/** How a device is wanted. */
export class DeviceQueryDto extends AsOfQueryDto {
  @IsOptional()
  @Expand(DEVICE_EXPANSIONS)
  expand?: DeviceExpansion[];
}

/** Which questions about a device are wanted. */
export class QuestionsQueryDto extends AsOfQueryDto {
  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @Matches(REGION, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string;
}

/** How a launch window is wanted. */
export class LaunchWindowQueryDto extends AsOfQueryDto {
  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @Matches(REGION, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string;

  /** The day by whose end the launch is to have happened. */
  @IsOptional()
  @Day()
  by?: string;

  /** With how many equally likely days it is drawn: 20 or 50. */
  @IsOptional()
  @WholeNumber({ min: 20, max: 50 })
  @IsIn(DOT_COUNTS)
  dots?: DotCount;
}
