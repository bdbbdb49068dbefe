import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/** The fields of a receiver, as its form names them. */
export const WEBHOOK_FIELDS = [
  ...(['url', 'types', 'format', 'description'] as const),
  ...(['filter_device', 'filter_company', 'filter_min_delta'] as const),
];

/** A box that is ticked comes as a text, several as a list. */
const AsList = () => Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : [value].flat()));

/** A receiver as a form sends it: texts, each of which may be empty. The least move is typed in percentage points. */
@IgnoresUnknown()
export class WebhookFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @IsOptional()
  @IsString()
  url?: string;

  /** The types that were ticked; none = every type. */
  @IsOptional()
  @AsList()
  @IsArray()
  @IsString({ each: true })
  types?: string[];

  @IsOptional()
  @IsString()
  format?: string;

  @IsOptional()
  @IsString()
  description?: string;

  @IsOptional()
  @IsString()
  filter_device?: string;

  @IsOptional()
  @IsString()
  filter_company?: string;

  @IsOptional()
  @IsString()
  filter_min_delta?: string;

  /** Of a change: the version of what was looked at. */
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version?: string;
}

/** A receiver that is switched on or off, as a form sends it. */
@IgnoresUnknown()
export class SwitchFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  @IsIn(['yes', 'no'])
  enabled: 'yes' | 'no';
}

/** Another secret, as a form asks for it. */
@IgnoresUnknown()
export class RotateFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;

  @Matches(/^\d{1,9}$/, { message: 'version must be that of what was looked at' })
  version: string;

  /** For how long the former one signs as well, ISO 8601. */
  @IsString()
  @Length(2, 20)
  overlap: string;
}
