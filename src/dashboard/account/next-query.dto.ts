import { IsOptional, IsString, Length } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** Where to go on after signing in. */
@IgnoresUnknown()
export class NextQueryDto {
  /** The path of a page. */
  @IsOptional()
  @IsString()
  @Length(0, 2000)
  next?: string;
}
