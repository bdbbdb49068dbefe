import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { ALERT_KINDS, ALERT_TARGETS, type AlertKind, type AlertTarget } from './alert.entity.js';
import { IsCooldown } from './cooldown.js';

const NUMBER = { allowNaN: false, allowInfinity: false };

/** Makes a rule by which one is alerted; of everything where neither device, company nor subject is named. */
@Example<MakeAlertDto>({
  ...{ name: 'the launch is near', device: 'orchard-vision-air', subject: 'launch.date' },
  ...{ when: 'crosses', threshold: 0.8, min_origins: 2, to: 'feed' },
})
export class MakeAlertDto {
  /** What it is called. */
  @MayBeMissing()
  @IsString()
  @Length(0, 200)
  name?: string;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string | null;

  /** About devices of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string | null;

  /** About this subject of the catalogue, such as `launch.date`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  subject?: string | null;

  /**
   * What it waits for: a confidence that crosses a mark, in either direction, or that moves; a verdict; words on the
   * record; a new rumor. Confidences are those without unproven sources.
   */
  @IsIn(ALERT_KINDS)
  when: AlertKind;

  /** The mark that is crossed, or the least move since it last told of the rumor, 0 to 1. */
  @MayBeMissing()
  @IsNumber(NUMBER)
  @Min(0.001)
  @Max(1)
  threshold?: number;

  /** How far below the mark it must fall before that is told; less than the mark, .02 where it is missing. */
  @MayBeMissing()
  @IsNumber(NUMBER)
  @Min(0)
  @Max(1)
  hysteresis?: number;

  /** How many independent origins must count, unproven sources left out; 1 where it is missing. */
  @MayBeMissing()
  @IsInt()
  @Min(0)
  @Max(1000)
  min_origins?: number;

  /** How long it is silent about a rumor after it told of it, ISO 8601, at most `P30D`; `PT1H` where it is missing. */
  @MayBeMissing()
  @IsCooldown()
  cooldown?: string;

  /** Where alerts go: to a webhook, or only into the feed of the rule. */
  @IsIn(ALERT_TARGETS)
  to: AlertTarget;

  /** The id of a webhook that is switched on. */
  @MayBeMissing()
  @IsString()
  @Length(1, 40)
  webhook?: string;
}

/** Changes a rule; what is left out stays. What it is about, and where alerts go, is another rule. */
@Example<ReviseAlertDto>({ threshold: 0.7 })
export class ReviseAlertDto {
  /** What it is called. */
  @MayBeMissing()
  @IsString()
  @Length(0, 200)
  name?: string;

  /** The mark that is crossed, or the least move, 0 to 1. */
  @MayBeMissing()
  @IsNumber(NUMBER)
  @Min(0.001)
  @Max(1)
  threshold?: number;

  /** How far below the mark it must fall before that is told; less than the mark. */
  @MayBeMissing()
  @IsNumber(NUMBER)
  @Min(0)
  @Max(1)
  hysteresis?: number;

  /** How many independent origins must count, unproven sources left out. */
  @MayBeMissing()
  @IsInt()
  @Min(0)
  @Max(1000)
  min_origins?: number;

  /** How long it is silent about a rumor after it told of it, ISO 8601, at most `P30D`. */
  @MayBeMissing()
  @IsCooldown()
  cooldown?: string;

  /** The id of another webhook that is switched on. */
  @MayBeMissing()
  @IsString()
  @Length(1, 40)
  webhook?: string;

  /** Whether it looks at what happens. */
  @MayBeMissing()
  @IsBoolean()
  enabled?: boolean;
}

/** Which rules are listed. */
export class AlertsQueryDto extends PageQueryDto {
  /** What they wait for. */
  @IsOptional()
  @IsIn(ALERT_KINDS)
  when?: AlertKind;
}
