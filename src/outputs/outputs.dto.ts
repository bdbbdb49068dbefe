import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IgnoresUnknown } from '../platform/http/input.pipe.js';
import { Decimal } from '../platform/http/parameters.js';
import { IsRegion } from '../rumors/region.js';
import { CALENDAR_STYLES, CALENDAR_UNITS, type CalendarStyle, type CalendarUnit } from './launch-calendar.service.js';

/** The kinds of badge: how likely a device exists, or when it is launched. */
export const BADGE_KINDS = ['exists', 'launch'] as const;
export type BadgeKind = (typeof BADGE_KINDS)[number];

/** What a feed is to tell. */
@IgnoresUnknown()
export class FeedQueryDto {
  /** Confidences that moved by at least this much, 0 to 1, in place of those that got another word. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_delta?: number;
}

/** Which launches a calendar is to show. */
@IgnoresUnknown()
export class CalendarQueryDto {
  /** Of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  /** Of this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;

  /** How likely they are at least, 0 to 1. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  /** Whether an entry stands on the middle day of its window, or over the middle half of it. */
  @IsOptional()
  @IsIn(CALENDAR_STYLES)
  style?: CalendarStyle;

  /** Whether each rumor has an entry, or each device one: that of its likeliest launch. */
  @IsOptional()
  @IsIn(CALENDAR_UNITS)
  each?: CalendarUnit;
}

/** What a badge is to say. */
@IgnoresUnknown()
export class BadgeQueryDto {
  /** How likely the device exists, or when it is launched. */
  @IsOptional()
  @IsIn(BADGE_KINDS)
  kind?: BadgeKind;
}
