import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing, Nested } from '../platform/validation.js';
import type { ExternalIds } from './device.entity.js';

/** The numbers under which a device is found elsewhere. */
export class ExternalIdsDto {
  /** The maker's model number. */
  @MayBeMissing()
  @IsString()
  @Length(1, 60)
  model_number?: string;

  /** The number under its bar code: 8, 12, 13 or 14 digits. */
  @MayBeMissing()
  @MaxLength(14)
  @Matches(/^\d{8}(?:\d{4,6})?$/, { message: 'gtin must be 8, 12, 13 or 14 digits' })
  gtin?: string;

  /** The id under which the FCC of the US lists it. */
  @MayBeMissing()
  @MaxLength(20)
  @Matches(/^[A-Z0-9]{3,5}-?[A-Z0-9-]{1,14}$/, { message: 'fcc_id must be a grantee code and a product code' })
  fcc_id?: string;

  /** The id of its item in Wikidata. */
  @MayBeMissing()
  @MaxLength(13)
  @Matches(/^Q[1-9]\d{0,11}$/, { message: 'wikidata must be the id of an item, such as Q42' })
  wikidata?: string;
}

/** Starts to follow a device. */
@Example<AddDeviceDto>({ name: 'Orchard Vision Air', company: 'orchard', category: 'headset', aliases: ['Vision Air'] })
export class AddDeviceDto {
  /** Its commercial name, with or without its maker's (`Xiaomi 12 Ultra`). */
  @IsString()
  @Length(1, 200)
  name: string;

  /** The maker: name, slug or id; a name that stands for no company yet adds one. */
  @IsString()
  @Length(1, 200)
  company: string;

  /** What it is, such as `phone`. */
  @MayBeMissing()
  @IsString()
  @Length(1, 60)
  category?: string;

  /** The maker's line that it belongs to. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  line?: string;

  /** The device that it follows: slug or id. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  succeeds?: string;

  /** Short forms and codenames. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** The numbers under which it is found elsewhere. */
  @MayBeMissing()
  @Nested(() => ExternalIdsDto)
  external_ids?: ExternalIdsDto;
}

/** What an editor may say of where a device stands; what it turned out to be is told by superseding it. */
export const SAID_LIFECYCLES = ['rumored', 'announced', 'released', 'cancelled'] as const;

/** Changes what is known of a device; what is left out stays. */
@Example<ReviseDeviceDto>({ status: 'announced', external_ids: { wikidata: 'Q42' } })
export class ReviseDeviceDto {
  /** The name that it is known by. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** Null where nobody said. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string | null;

  /** The maker's line that it belongs to; null where nobody said. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  line?: string | null;

  /** The device that it follows: slug or id; null for none. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  succeeds?: string | null;

  /** Where it stands in its life. */
  @MayBeMissing()
  @IsIn(SAID_LIFECYCLES)
  status?: (typeof SAID_LIFECYCLES)[number];

  /** All other names, in place of those so far. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** All numbers under which it is found elsewhere, in place of those so far. */
  @MayBeMissing()
  @Nested(() => ExternalIdsDto)
  external_ids?: ExternalIdsDto;
}

/** The numbers that are given, without those that are not. */
export const externalIdsOf = (given: ExternalIdsDto | undefined): ExternalIds =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, number]) => number !== undefined));
