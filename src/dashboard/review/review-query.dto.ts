import { IsIn, IsOptional, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { REVIEW_KINDS, type ReviewKind } from '../../review/review-kinds.js';

/** What was just decided, as the address tells it after the act. */
export const DECIDED = [
  'accepted',
  'turned-down',
  'confirmed',
  'split',
  'verified',
  'doubted',
  'recorded',
  'resolved',
  'changed',
  'committed',
  'discarded',
] as const;
export type DecidedWord = (typeof DECIDED)[number];

/** Which part of what waits is looked at. */
@IgnoresUnknown()
export class ReviewPageQueryDto {
  @IsOptional()
  @IsIn(['', ...REVIEW_KINDS])
  kind?: ReviewKind | '';

  /** Behind which item the page begins: since when that waits, and its id. */
  @IsOptional()
  @Matches(/^\d{1,15}~[a-z]{2,4}_[0-9A-Z]{26}$/)
  after?: string;

  @IsOptional()
  @IsIn(DECIDED)
  did?: DecidedWord;
}
