import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { SUPERSEDED_REASONS, type SupersededReason } from '../devices/device.entity.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { AtLeast, Example, Relation } from '../platform/http/schema-notes.js';
import { IsDay, MayBeMissing } from '../platform/validation.js';
import { IDENTITY_KINDS, type IdentityKind } from './identity-act.entity.js';

/** Folds a device into another one. */
@Example<MergeDeviceDto>({ into: 'xiaomi-12s-ultra' })
export class MergeDeviceDto {
  /** The device that is kept: slug or id. */
  @IsString()
  @Length(1, 200)
  into: string;
}

/** Says that a device turned out to be another one. Evidence or a statement is required. */
@AtLeast(['evidence'], ['statement'])
@Example<SupersedeDeviceDto>({
  by: 'xiaomi-12s-ultra',
  reason: 'renamed',
  evidence: 'ev_01KA8Z6Y3M7V2QH4T9XBDN5CWE',
})
export class SupersedeDeviceDto {
  /** The device that it turned out to be: slug or id. */
  @IsString()
  @Length(1, 200)
  by: string;

  /** It got another name, it was several all along, or another one comes in its place. */
  @IsIn(SUPERSEDED_REASONS)
  reason: SupersededReason;

  /** The link between a report and a rumor about one of both that shows it. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  evidence?: string | null;

  /** The statement about one of both that says it. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  statement?: string | null;

  /** The day on which it was decided, `YYYY-MM-DD`; that of the evidence or statement where it is missing. */
  @IsOptional()
  @IsDay()
  happened_on?: string | null;

  /** What else is to be said. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  note?: string | null;
}

/** Takes rumors and names out of a device with which another one was mixed up. */
@Relation({ oneOf: [{ required: ['name'] }, { required: ['into'] }] })
@Relation({
  anyOf: [
    { required: ['rumors'], properties: { rumors: { minItems: 1 } } },
    { required: ['aliases'], properties: { aliases: { minItems: 1 } } },
  ],
})
@Example<SplitDeviceDto>({
  name: 'Xiaomi 12S Pro',
  rumors: ['rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE'],
  aliases: ['L2S'],
})
export class SplitDeviceDto {
  /** The name of the other device, which is added; or name one that is followed as `into`. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** The other device, if it is followed already: slug or id. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  into?: string;

  /** The ids of the rumors that are about the other device. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  rumors: string[] = [];

  /** The names that are the other device's. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases: string[] = [];

  /** Why, in words. */
  @MayBeMissing()
  @IsString()
  @Length(1, 1000)
  reason?: string;
}

/** Takes a device down. */
export class RemoveDeviceDto {
  /** Why, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;
}

/** Undoes an act. */
@Example<UndoActDto>({ reason: 'They are two devices after all.' })
export class UndoActDto {
  /** Why, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;
}

/** How acts can be sorted. */
const SORTS = ['-at', 'at'] as const;

/** Which acts are wanted. */
export class IdentityActsQueryDto extends PageQueryDto {
  /** A device that was merged, superseded, split or taken down, or the other one: slug or id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** What was done. */
  @IsOptional()
  @IsIn(IDENTITY_KINDS)
  kind?: IdentityKind;

  /** How they are sorted: the last one first where nothing is said. */
  @IsOptional()
  @IsIn(SORTS)
  sort?: (typeof SORTS)[number];
}
