import { IsIn, IsOptional } from 'class-validator';
import { Expand } from '../assessments/reading-parameters.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { REVIEW_KINDS, type ReviewKind } from './review-kinds.js';
import { REVIEW_SORTS } from './review-queue.service.js';

/** Which part of what waits is wanted. */
export class ReviewQueryDto extends PageQueryDto {
  /** Of these kinds, with commas between them; of all where nothing is said. */
  @IsOptional()
  @Expand(REVIEW_KINDS)
  kind?: ReviewKind[];

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(REVIEW_SORTS))
  sort?: keyof typeof REVIEW_SORTS;
}
