import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { WholeNumber } from '../platform/http/parameters.js';
import { SEARCH_TYPES, type SearchType } from '../platform/database/found.js';

const MAX_LIMIT = 50;

/** Types in one parameter, with commas between them. */
const Types = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(SEARCH_TYPES.length),
    IsIn(SEARCH_TYPES, { each: true }),
  );

/** Asks for everything that has some words. */
export class SearchQueryDto {
  /** The words, all of which must be found; the last may be unfinished. None of them is a command. */
  @IsString()
  @Length(2, 200)
  q: string;

  /** Only of these types, with commas between them: device, company, source, rumor, report. */
  @IsOptional()
  @Types()
  types?: SearchType[];

  /** How many are answered at most. */
  @IsOptional()
  @WholeNumber({ min: 1, max: MAX_LIMIT })
  limit?: number;

  /** Where the page before ended: its `next_cursor`. */
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  cursor?: string;
}
