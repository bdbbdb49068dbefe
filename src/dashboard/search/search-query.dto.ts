import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { SEARCH_TYPES, type SearchType } from '../../platform/database/found.js';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** What is searched for on the page. An empty text stands for nothing, as forms send it. */
@IgnoresUnknown()
export class SearchPageQueryDto {
  @IsOptional()
  @IsString()
  @Length(0, 200)
  q?: string;

  /** Only things of this type. */
  @IsOptional()
  @IsIn(['', ...SEARCH_TYPES])
  type?: SearchType | '';
}
