import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ArrayMaxSize } from 'class-validator';
import { GRADES, SOURCE_KINDS, type Grade, type SourceKind } from '../engine/subjects/index.js';

/** Adds a source. */
export class AddSourceDto {
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(SOURCE_KINDS)
  kind: SourceKind;

  /** The starting mark; unrated where it is missing. */
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade | null;

  /** Whether an editor names it in an act of their own: a vetted source is established. */
  @IsBoolean()
  vetted: boolean;

  /** Handles, other spellings, and hosts (`example.com`) at which it publishes. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 253, { each: true })
  aliases?: string[];
}
