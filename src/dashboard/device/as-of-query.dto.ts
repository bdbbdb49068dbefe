import { IsOptional, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** As of which day a page is told. */
@IgnoresUnknown()
export class AsOfDayDto {
  /** A day, whose end (UTC) is meant; empty or missing for now. */
  @IsOptional()
  @Matches(/^(?:\d{4}-\d{2}-\d{2})?$/, { message: 'as_of must be a day, YYYY-MM-DD' })
  as_of?: string;
}
