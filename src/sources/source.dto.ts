import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { Example } from '../platform/http/schema-notes.js';
import { IsAddress, IsDay, MayBeMissing, Nested } from '../platform/validation.js';

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
@Example<AddSourceDto>({ name: 'Ledger Wire', kind: 'outlet', grade: 'B', urls: ['https://ledger.example/tech'] })
export class AddSourceDto {
  /** The name that it goes by. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Who it is. */
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

/** What a source says about its record, as an editor writes it down. */
export class ReplyDto {
  /** Its own words. */
  @IsString()
  @Length(1, 2000)
  text: string;

  /** The day on which it said so, `YYYY-MM-DD`. */
  @IsDay()
  said_on: string;

  /** Where its words stand. */
  @IsOptional()
  @IsAddress()
  @Length(1, 2000)
  url?: string | null;
}

/** Changes a source; what is left out stays. */
@Example<ReviseSourceDto>({ grade: 'A', aliases: ['@ledgerwire'] })
export class ReviseSourceDto {
  /** The name that it goes by. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** Who it is. */
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

  /** Handles, spellings and hosts that are not its own any more. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 253, { each: true })
  remove_aliases?: string[];

  /** The outlet that it belongs to: id or slug; null for none. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  parent?: string | null;

  /** What it says about its record; null takes the reply away. */
  @IsOptional()
  @Nested(() => ReplyDto)
  reply?: ReplyDto | null;
}
