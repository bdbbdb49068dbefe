import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ACTS, type Act } from '../engine/subjects/index.js';
import { AsOfPageQueryDto } from '../events/reading.dto.js';
import { Since, YesNo } from '../platform/http/parameters.js';
import { STATEMENT_SORTS } from './statement-board.service.js';

/** Which statements are wanted, and how they are sorted. */
export class StatementsQueryDto extends AsOfPageQueryDto {
  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** For this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  /** About this rumor: id. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  rumor?: string;

  /** Words in the name of the speaker. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  speaker?: string;

  /** What is done by saying it. */
  @IsOptional()
  @IsIn(ACTS)
  act?: Act;

  /** Whether the speaker speaks for the maker. */
  @IsOptional()
  @YesNo()
  official?: boolean;

  /** Whether the words are known to be the speaker's own. */
  @IsOptional()
  @YesNo()
  verified?: boolean;

  /** Said since. */
  @IsOptional()
  @Since()
  since?: number;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(STATEMENT_SORTS))
  sort?: keyof typeof STATEMENT_SORTS;
}
