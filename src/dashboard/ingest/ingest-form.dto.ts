import { IsOptional, IsString, Length } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';

/**
 * The paste box as a browser sends it: texts, each of which may be empty. What is wrong with them is said beside the
 * field and not here, so that nothing typed is lost.
 */
@IgnoresUnknown()
export class IngestFormDto {
  @IsOptional()
  @IsString()
  text?: string;

  @IsOptional()
  @IsString()
  title?: string;

  @IsOptional()
  @IsString()
  url?: string;

  @IsOptional()
  @IsString()
  source?: string;

  @IsOptional()
  @IsString()
  kind?: string;

  /** The grade with which whoever pastes vouches for the source; empty = nobody vouches. */
  @IsOptional()
  @IsString()
  grade?: string;

  @IsOptional()
  @IsString()
  published_on?: string;

  /** On the way to a commit: what the preview was of. */
  @IsOptional()
  @IsString()
  token?: string;
}

/** A button that takes an article back, or puts it back. */
@IgnoresUnknown()
export class UndoFormDto {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  once?: string;
}
