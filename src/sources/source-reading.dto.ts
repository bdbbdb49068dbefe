import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { AsOfPageQueryDto } from '../events/reading.dto.js';
import { WholeNumber } from '../platform/http/parameters.js';
import { SOURCE_SORTS } from './source-board.service.js';

/** Which sources are wanted, and how they are sorted. */
export class SourcesQueryDto extends AsOfPageQueryDto {
  /** Words in one of its names. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** Who they are. */
  @IsOptional()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  /** With this mark. */
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade;

  /** How many of its claims are resolved at least. */
  @IsOptional()
  @WholeNumber({ min: 0, max: 1_000_000_000 })
  min_resolved?: number;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(SOURCE_SORTS))
  sort?: keyof typeof SOURCE_SORTS;
}
