import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** Something to watch, as a form sends it; what is wrong with it is said beside the field. */
@IgnoresUnknown()
export class WatchFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsOptional()
  @IsString()
  url?: string;

  @IsOptional()
  @IsString()
  interval?: string;

  /** Empty: each entry has the source at its own address. */
  @IsOptional()
  @IsString()
  source_name?: string;

  @IsOptional()
  @IsString()
  source_kind?: string;

  /** The grade with which whoever adds it vouches for the source; empty = nobody vouches. */
  @IsOptional()
  @IsString()
  source_grade?: string;

  /** `yes`: what is read is written down without a review. */
  @IsOptional()
  @IsString()
  auto_commit?: string;
}

/** The fields of that form. */
export const WATCH_FIELDS = ['url', 'interval', 'source_name', 'source_kind', 'source_grade', 'auto_commit'] as const;

/** A change of something that is watched, as a form sends it. */
@IgnoresUnknown()
export class ReviseWatchFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  @IsOptional()
  @IsIn(['active', 'paused'])
  status?: 'active' | 'paused';

  @IsOptional()
  @IsString()
  interval?: string;

  @IsOptional()
  @IsIn(['yes', 'no'])
  auto_commit?: 'yes' | 'no';
}

/** A button that does one thing with something that was looked at. */
@IgnoresUnknown()
export class ActFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  /** Missing where no version is asked for. */
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version?: string;
}
