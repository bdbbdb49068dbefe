import { IsOptional } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Moment } from '../platform/http/parameters.js';

/** Asks for something as it was known at a moment. */
export class AsOfQueryDto {
  /** What was believed then: an RFC 3339 instant, or a day, which stands for its end (UTC). */
  @IsOptional()
  @Moment()
  as_of?: number;
}

/** Asks for a page of a list as it was known at a moment. */
export class AsOfPageQueryDto extends PageQueryDto {
  /** What was believed then: an RFC 3339 instant, or a day, which stands for its end (UTC). */
  @IsOptional()
  @Moment()
  as_of?: number;
}
