import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** Lets the clock of the demo go on. */
@IgnoresUnknown()
export class ClockFormDto {
  /** To which day. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'to must be a day, YYYY-MM-DD' })
  to: string;

  /** The path of the page to come back to. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  next?: string;
}
