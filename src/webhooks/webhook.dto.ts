import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { IsAddress, MayBeMissing, Nested } from '../platform/validation.js';
import { DELIVERY_STATUSES, WEBHOOK_FORMATS, type DeliveryStatus, type WebhookFormat } from './webhook.entity.js';

/** Which events a receiver wants, beyond their types. */
@Example<WebhookFilterDto>({ device: 'orchard-vision-air', min_delta: 0.05 })
export class WebhookFilterDto {
  /** About this device, its rumors, evidence and statements: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string | null;

  /** About the devices of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string | null;

  /** Of the moves of confidences only those of at least this much, 0 to 1. */
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(1)
  min_delta?: number | null;
}

/** Registers a receiver of events. */
@Example<RegisterWebhookDto>({
  url: 'https://receiver.example/hearsay',
  types: ['rumor.confidence_changed', 'rumor.resolved'],
  filter: { device: 'orchard-vision-air', min_delta: 0.05 },
  description: 'newsroom',
})
export class RegisterWebhookDto {
  /** Where events are posted to; an address on the public internet. */
  @IsAddress()
  @Length(1, 2000)
  url: string;

  /** The types of event that it wants; every type where this is missing or empty. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(EVENT_TYPES.length)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  types?: EventType[];

  /** Which of these events. */
  @IsOptional()
  @Nested(() => WebhookFilterDto)
  filter?: WebhookFilterDto | null;

  /** Events as they are (`standard`), or as a message of a chat. */
  @MayBeMissing()
  @IsIn(WEBHOOK_FORMATS)
  format?: WebhookFormat;

  /** Whose it is, in words that the list of webhooks shows. */
  @MayBeMissing()
  @IsString()
  @Length(0, 200)
  description?: string;
}

/** Changes a receiver of events; members that are missing stay as they are. */
@Example<ReviseWebhookDto>({ enabled: true, types: ['rumor.resolved'] })
export class ReviseWebhookDto {
  /** Where events are posted to; an address on the public internet. */
  @MayBeMissing()
  @IsAddress()
  @Length(1, 2000)
  url?: string;

  /** The types of event that it wants; every type where this is empty. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(EVENT_TYPES.length)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  types?: EventType[];

  /** Which of these events; null for all of them. */
  @IsOptional()
  @Nested(() => WebhookFilterDto)
  filter?: WebhookFilterDto | null;

  /** Events as they are (`standard`), or as a message of a chat. */
  @MayBeMissing()
  @IsIn(WEBHOOK_FORMATS)
  format?: WebhookFormat;

  /** Whose it is, in words that the list of webhooks shows. */
  @MayBeMissing()
  @IsString()
  @Length(0, 200)
  description?: string;

  /** Whether anything is sent. Switching one on again sends what still waits for it. */
  @MayBeMissing()
  @IsBoolean()
  enabled?: boolean;
}

/** Gives a receiver a new secret. */
@Example<RotateSecretDto>({ overlap: 'PT24H' })
export class RotateSecretDto {
  /** For how long messages are signed with the old secret as well, an ISO 8601 duration of at most seven days. */
  @MayBeMissing()
  @IsString()
  @Length(2, 20)
  overlap?: string;
}

/** Which deliveries are listed. */
export class DeliveriesQueryDto extends PageQueryDto {
  /** How far they are. */
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  /** Of events of this type. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  type?: string;
}
