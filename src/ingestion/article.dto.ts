import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { Example } from '../platform/http/schema-notes.js';
import { IsAddress, IsDay, IsInstant, IsLongText, MayBeMissing, Nested } from '../platform/validation.js';
import { MAX_TEXT_BYTES } from './article.js';

/** Who published an article. */
@Example<SourceDto>({ name: 'Ledger Wire', kind: 'outlet', vetted: true })
export class SourceDto {
  /** The name of the source. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Where it is missing, a source that is known keeps its kind; a new one is an outlet. */
  @MayBeMissing()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  /** The mark for it, A best. */
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade | null;

  /** Whether whoever hands it in vouches for the source. */
  @IsBoolean()
  vetted: boolean = true;
}

/** What is known of an article beside its words. */
export class ArticleFactsDto {
  /** Its title. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string | null;

  /** Where it stands. */
  @IsOptional()
  @IsAddress()
  @Length(1, 2000)
  url?: string | null;

  /** Who published it. */
  @IsOptional()
  @Nested(() => SourceDto)
  source?: SourceDto | null;

  /** The day on which it was published, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  published_on?: string | null;

  /** Until when it is not to be written down, RFC 3339, within 30 days; then the schedule does, by an editor's leave. */
  @IsOptional()
  @IsInstant()
  embargo_until?: string | null;
}

/** Hands in an article to be read. */
export class HandInArticleDto extends ArticleFactsDto {
  /** The text itself, at most 200 kB. */
  @IsLongText(MAX_TEXT_BYTES)
  text: string;
}
