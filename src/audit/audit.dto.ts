import { IsOptional, IsString, Length } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Moment, Since } from '../platform/http/parameters.js';

/** Which changes are wanted. */
export class AuditQueryDto extends PageQueryDto {
  /** Who made them: the id or the name of a key, `operator` for the command line, `system` for the schedule. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  actor?: string;

  /** The id of what was changed. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  thing?: string;

  /** The moment from which on: an RFC 3339 instant, or a day, which stands for its start (UTC). */
  @IsOptional()
  @Since()
  from?: number;

  /** The moment until which: an RFC 3339 instant, or a day, which stands for its end (UTC). */
  @IsOptional()
  @Moment()
  to?: number;
}
