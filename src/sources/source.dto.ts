import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { MayBeMissing } from '../platform/validation.js';

/** Adds a source, or finds the one that goes by its name. It comes from the reader of articles, and is not checked. */
export interface NamedSource {
  readonly name: string;
  /** Where nobody says it, the source keeps its own; a new one is an outlet. */
  readonly kind?: SourceKind | null;
  /** The starting mark; unrated where it is missing. */
  readonly grade?: Grade | null;
  /** Whether an editor names it in an act of their own: a vetted source is established. */
  readonly vetted: boolean;
  /** Handles, other spellings, and hosts (`example.com`) at which it publishes. */
  readonly aliases?: readonly string[];
}

/** Adds a source for which an editor vouches. */
export class AddSourceDto {
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(SOURCE_KINDS)
  kind: SourceKind;

  /** The starting mark; C where it is missing. */
  @MayBeMissing()
  @IsIn(GRADES)
  grade?: Grade;

  /** Handles and other spellings. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** Addresses at which it publishes; their hosts count. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(3, 2000, { each: true })
  urls?: string[];

  /** The outlet that it belongs to: id or slug. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  parent?: string;
}

/** Changes a source; what is left out stays. */
export class ReviseSourceDto {
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  name?: string;

  @MayBeMissing()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  /** The mark; null takes it away. */
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade | null;

  /** Whether an editor vouches for it. */
  @MayBeMissing()
  @IsBoolean()
  vetted?: boolean;

  /** More handles, other spellings, and hosts at which it publishes. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 253, { each: true })
  aliases?: string[];

  /** The outlet that it belongs to: id or slug; null for none. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  parent?: string | null;
}
