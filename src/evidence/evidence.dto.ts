import { IsIn, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';

/** Links a report to a rumor. */
export class LinkEvidenceDto {
  @IsString()
  @Length(1, 40)
  report: string;

  @IsString()
  @Length(1, 40)
  rumor: string;

  @IsIn(STANCES)
  stance: Stance;

  @IsIn(CERTAINTIES)
  certainty: Certainty;

  /** The passage that says so. */
  @IsOptional()
  @IsString()
  @Length(1, 20_000)
  quote?: string | null;

  /** Where the passage stands: in the title or the text, from and to which UTF-16 unit. */
  @IsOptional()
  @IsIn(['title', 'text'])
  where?: 'title' | 'text' | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  start?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  end?: number | null;
}
