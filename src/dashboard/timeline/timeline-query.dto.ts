import { IsIn, IsOptional, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** How the launches are laid out. */
export const TIMELINE_VIEWS = ['bars', 'list'] as const;
export type TimelineView = (typeof TIMELINE_VIEWS)[number];

/** Which launches are looked at. An empty text stands for no filter, as forms send it. */
@IgnoresUnknown()
export class TimelineQueryDto {
  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; empty for the region that most reports speak of. */
  @IsOptional()
  @Matches(/^(?:[A-Z]{2}|GLOBAL)?$/, { message: 'region must be two capital letters, or GLOBAL' })
  region?: string;

  @IsOptional()
  @IsIn(TIMELINE_VIEWS)
  view?: TimelineView;

  /** Behind which device the page begins; as a page before it says. */
  @IsOptional()
  @Matches(/^(?:(?:-?\d{1,15})?~dev_[0-9A-Z]{26})?$/)
  after?: string;
}
