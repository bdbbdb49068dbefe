import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { MayBeMissing } from '../platform/validation.js';
import { HandInArticleDto } from './article.dto.js';
import { INGESTION_STATUSES, type IngestionStatus } from './ingestion.entity.js';

/** Proposes what an article claims, or only shows what it would do. */
export class ProposeArticleDto extends HandInArticleDto {
  /** What is sent: the text itself. */
  @MayBeMissing()
  @IsIn(['text'], { message: 'kind must be text: articles are not fetched by address yet' })
  kind?: 'text';

  /** Shows what a commit would do, and stores nothing. */
  @MayBeMissing()
  @IsBoolean()
  dry_run?: boolean;
}

/** Writes an article down, or only shows what that would do. */
export class CommitIngestionDto {
  /** Shows what a commit would do, and stores nothing. */
  @MayBeMissing()
  @IsBoolean()
  dry_run?: boolean;
}

/** Which ingestions are wanted. */
export class IngestionsQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(INGESTION_STATUSES)
  status?: IngestionStatus;
}
