import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../webhooks/webhook.entity.js';
import { DONE_WORDS, type DoneWord } from './done.js';

/** Which part of a list of the settings is looked at. */
@IgnoresUnknown()
export class SettingsQueryDto {
  /** What was just done. */
  @IsOptional()
  @IsIn(DONE_WORDS)
  did?: DoneWord;

  /** The id behind which the list begins. */
  @IsOptional()
  @Matches(/^[a-z]{2,4}_[0-9A-Z]{26}$/, { message: 'after must be an id' })
  after?: string;

  /** Of deliveries: how far they are. */
  @IsOptional()
  @IsIn(['', ...DELIVERY_STATUSES])
  status?: DeliveryStatus | '';

  /** Of a new rule: the device that it is about. */
  @IsOptional()
  @IsString()
  @Length(0, 200)
  device?: string;
}
