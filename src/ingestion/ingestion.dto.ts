import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { IsLongText, MayBeMissing } from '../platform/validation.js';
import { MAX_TEXT_BYTES } from './article.js';
import { ArticleFactsDto } from './article.dto.js';
import { INGESTION_STATUSES, type IngestionStatus } from './ingestion.entity.js';

/** How an article is handed in. */
export const ARTICLE_KINDS = ['text', 'url'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Proposes what an article claims, or only shows what it would do. */
@Example<ProposeArticleDto>({
  text: 'Orchard will launch the Vision Air in the first half of 2027, people at a supplier say.',
  title: 'Orchard readies a lighter headset',
  url: 'https://ledger.example/2026/09/orchard',
  source: { name: 'Ledger Wire', kind: 'outlet', vetted: true },
  published_on: '2026-09-20',
  dry_run: true,
})
export class ProposeArticleDto extends ArticleFactsDto {
  /** What is sent: the `text` itself, or its address (`url`), from which it is fetched. */
  @MayBeMissing()
  @IsIn(ARTICLE_KINDS)
  kind?: ArticleKind;

  /** The text itself, at most 200 kB; missing where it is fetched. */
  @MayBeMissing()
  @IsLongText(MAX_TEXT_BYTES)
  text?: string;

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
