import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { HandInArticleDto } from './article.dto.js';
import { INGESTION_STATUSES, type IngestionStatus } from './ingestion.entity.js';

/** Proposes what an article claims, or only shows what it would do. */
@Example<ProposeArticleDto>({
  text: 'Orchard will launch the Vision Air in the first half of 2027, people at a supplier say.',
  title: 'Orchard readies a lighter headset',
  url: 'https://ledger.example/2026/09/orchard',
  source: { name: 'Ledger Wire', kind: 'outlet', vetted: true },
  published_on: '2026-09-20',
  dry_run: true,
})
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
@Example<CommitIngestionDto>({ dry_run: true })
export class CommitIngestionDto {
  /** Shows what a commit would do, and stores nothing. */
  @MayBeMissing()
  @IsBoolean()
  dry_run?: boolean;
}

/** Which ingestions are wanted. */
export class IngestionsQueryDto extends PageQueryDto {
  /** How far they have come. */
  @IsOptional()
  @IsIn(INGESTION_STATUSES)
  status?: IngestionStatus;
}
