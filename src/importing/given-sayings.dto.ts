import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import { ACTS, type Act } from '../engine/subjects/index.js';
import { MayBeMissing } from '../platform/validation.js';
import { MOST_GIVEN } from './given-limits.js';

/** Words of a named speaker in a report. */
export class GivenStatementDto {
  /** Who says them. */
  @IsString()
  @Length(1, 200)
  speaker: string;

  /** What the speaker is. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  role?: string | null;

  /** For whom the speaker speaks. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  organisation?: string | null;

  /** What is done by saying them; where it is missing the words around them tell. */
  @IsOptional()
  @IsIn(ACTS)
  act?: Act | null;

  /** Whether the speaker speaks for a company that the claims involve. */
  @IsBoolean()
  official: boolean = false;

  /** Whether the words stand between quotation marks. */
  @IsBoolean()
  direct: boolean = true;

  /** The words, exactly as they stand in the text. */
  @MayBeMissing()
  @IsString()
  @Length(1, 5000)
  quote?: string;

  /** Where the words begin, exactly as they stand in the text, instead of all of them. */
  @MayBeMissing()
  @IsString()
  @Length(1, 500)
  quote_start?: string;

  /** The claims, by their places from 0, that are made by saying it; missing = those whose passages stand in the words. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(MOST_GIVEN)
  @IsInt({ each: true })
  @Min(0, { each: true })
  claims?: number[];
}

/** A source that a report names for what it tells. */
export class GivenCreditDto {
  /** Its name. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Other names under which it may be given. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases: string[] = [];
}
