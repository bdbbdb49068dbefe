import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** The fields of a rule, as its form names them. */
export const ALERT_FIELDS = [
  ...(['name', 'device', 'company', 'subject', 'when', 'threshold'] as const),
  ...(['hysteresis', 'min_origins', 'cooldown', 'to', 'webhook'] as const),
];

/** A rule as a form sends it: texts, each of which may be empty. Shares are typed in per cent. */
@IgnoresUnknown()
export class AlertFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  @IsString()
  device?: string;

  @IsOptional()
  @IsString()
  company?: string;

  @IsOptional()
  @IsString()
  subject?: string;

  @IsOptional()
  @IsString()
  when?: string;

  @IsOptional()
  @IsString()
  threshold?: string;

  @IsOptional()
  @IsString()
  hysteresis?: string;

  @IsOptional()
  @IsString()
  min_origins?: string;

  @IsOptional()
  @IsString()
  cooldown?: string;

  /** Empty: only into the feed of the rule. */
  @IsOptional()
  @IsString()
  webhook?: string;
}

/** A change of a rule, as a form sends it. */
@IgnoresUnknown()
export class ReviseAlertFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  @IsString()
  threshold?: string;

  @IsOptional()
  @IsString()
  hysteresis?: string;

  @IsOptional()
  @IsString()
  min_origins?: string;

  @IsOptional()
  @IsString()
  cooldown?: string;

  @IsOptional()
  @IsIn(['yes', 'no'])
  enabled?: 'yes' | 'no';
}
