import { IsIn, IsOptional, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { KINDS_OF_NEWS, type KindOfNews } from './news.js';

/** From which move on a number is of interest, in points. */
export const LEAST_MOVES = ['0', '2', '5', '10', '20'] as const;

/** Which news are looked at. An empty text stands for no filter, as forms send it. */
@IgnoresUnknown()
export class ActivityQueryDto {
  @IsOptional()
  @IsIn(['', ...KINDS_OF_NEWS])
  what?: KindOfNews | '';

  /** Points of a hundred. */
  @IsOptional()
  @IsIn(['', ...LEAST_MOVES])
  min?: (typeof LEAST_MOVES)[number] | '';

  /** Only what happened after this place in the log: how the page asks for what is new. */
  @IsOptional()
  @Matches(/^\d{1,10}$/)
  after?: string;
}
