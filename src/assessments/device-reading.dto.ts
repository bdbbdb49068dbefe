import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { DEVICE_SORTS } from '../devices/device-board.service.js';
import { LIFECYCLES, type Lifecycle } from '../devices/device.entity.js';
import { AsOfPageQueryDto, AsOfQueryDto } from '../events/reading.dto.js';
import { Decimal, Since, WholeNumber } from '../platform/http/parameters.js';
import { IsDay } from '../platform/validation.js';
import { IsRegion } from '../rumors/region.js';
import { DEVICE_EXPANSIONS, type DeviceExpansion } from './device-file.service.js';
import { DOT_COUNTS, type DotCount } from './launch-window.js';
import { WINDOW_SUBJECTS, type WindowSubject } from './launch-windows.service.js';
import { Expand } from './reading-parameters.js';

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

  /** Of this category, such as `phone`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  /** Where they stand in their life. */
  @IsOptional()
  @IsIn(LIFECYCLES)
  status?: Lifecycle;

  /** How likely it exists at least. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  /** A rumor has it launched on this day or later. */
  @IsOptional()
  @IsDay()
  launch_from?: string;

  /** A rumor has it launched on this day or earlier. */
  @IsOptional()
  @IsDay()
  launch_to?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;

  /** Changed since: an RFC 3339 instant, or a day, which stands for its start (UTC). */
  @IsOptional()
  @Since()
  changed_since?: number;

  /** What is to be shown beside each. */
  @IsOptional()
  @Expand(DEVICE_EXPANSIONS)
  expand?: DeviceExpansion[];

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(DEVICE_SORTS))
  sort?: keyof typeof DEVICE_SORTS;
}

/** How a device is wanted. */
export class DeviceQueryDto extends AsOfQueryDto {
  /** What is to be shown beside it. */
  @IsOptional()
  @Expand(DEVICE_EXPANSIONS)
  expand?: DeviceExpansion[];
}

/** Which questions about a device are wanted. */
export class QuestionsQueryDto extends AsOfQueryDto {
  /** About this subject, such as `launch.date`. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;
}

/** How a launch window is wanted. */
export class LaunchWindowQueryDto extends AsOfQueryDto {
  /** What is forecast: `launch.date` (where nothing is said), `announcement.date` or `preorder.date`. */
  @IsOptional()
  @IsIn(WINDOW_SUBJECTS)
  subject?: WindowSubject;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;

  /** The day by whose end the launch is to have happened. */
  @IsOptional()
  @IsDay()
  by?: string;

  /** With how many equally likely days it is drawn: 20 or 50. */
  @IsOptional()
  @WholeNumber({ min: 20, max: 50 })
  @IsIn(DOT_COUNTS)
  dots?: DotCount;
}
