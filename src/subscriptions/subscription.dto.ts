import { IsBoolean, IsIn, IsOptional, Length } from 'class-validator';
import { SourceDto } from '../ingestion/article.dto.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { IsAddress, MayBeMissing, Nested } from '../platform/validation.js';
import { IsInterval } from './interval.js';
import {
  SUBSCRIPTION_KINDS,
  SUBSCRIPTION_STATUSES,
  type SubscriptionKind,
  type SubscriptionStatus,
} from './subscription.entity.js';

/** Watches a feed or a page. */
@Example<WatchDto>({ url: 'https://ledger.example/feed.xml', interval: 'PT1H' })
export class WatchDto {
  /** Where it is. */
  @IsAddress()
  @Length(1, 2000)
  url: string;

  /** What it is; found out where it is missing. */
  @MayBeMissing()
  @IsIn(SUBSCRIPTION_KINDS)
  kind?: SubscriptionKind;

  /** Who publishes all of it; null: each entry has the source at its own address. */
  @IsOptional()
  @Nested(() => SourceDto)
  source?: SourceDto | null;

  /** How long to wait between two looks, ISO 8601, from `PT5M` to `P30D`; `PT1H` where it is missing. */
  @MayBeMissing()
  @IsInterval()
  interval?: string;

  /** Whether what is read is written down without a review. */
  @MayBeMissing()
  @IsBoolean()
  auto_commit?: boolean;
}

const SET = ['active', 'paused'] as const satisfies readonly SubscriptionStatus[];

/** Changes how something is watched; what is left out stays. */
@Example<ReviseSubscriptionDto>({ status: 'paused' })
export class ReviseSubscriptionDto {
  /** Whether it is asked; what was gone or paused is asked at once when it is active again. */
  @MayBeMissing()
  @IsIn(SET)
  status?: (typeof SET)[number];

  /** How long to wait between two looks, ISO 8601, from `PT5M` to `P30D`. */
  @MayBeMissing()
  @IsInterval()
  interval?: string;

  /** Whether what is read is written down without a review. */
  @MayBeMissing()
  @IsBoolean()
  auto_commit?: boolean;
}

/** Which subscriptions are listed. */
export class SubscriptionsQueryDto extends PageQueryDto {
  /** Whether they are asked. */
  @IsOptional()
  @IsIn(SUBSCRIPTION_STATUSES)
  status?: SubscriptionStatus;
}
