import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Length, Matches } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { MayBeMissing, Nested } from '../platform/validation.js';

/** Who published an article. */
export class SourceDto {
  @IsString()
  @Length(1, 200)
  name: string;

  /** Where it is missing, a source that is known keeps its kind; a new one is an outlet. */
  @MayBeMissing()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade | null;

  /** Whether whoever hands it in vouches for the source. */
  @IsBoolean()
  vetted: boolean = true;
}

/** Hands in an article to be read. */
export class HandInArticleDto {
  @IsString()
  @IsNotEmpty()
  text: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 2000)
  url?: string | null;

  @IsOptional()
  @Nested(() => SourceDto)
  source?: SourceDto | null;

  /** The day on which it was published, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'published_on must be a day, YYYY-MM-DD' })
  published_on?: string | null;
}
