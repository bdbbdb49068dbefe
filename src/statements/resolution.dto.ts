import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { OUTCOMES, type Outcome } from '../rumors/rumor.entity.js';

/** Says what became of a rumor, and by what that is known. Evidence or a statement is required. */
export class ResolveRumorDto {
  @IsIn(OUTCOMES)
  outcome: Outcome;

  /** What is true instead, or more exactly, in its canonical text: `2022-07-04`, `EUR 1299`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  value?: string | null;

  /** The day on which it came true or was decided, `YYYY-MM-DD`; that of the evidence or statement where it is missing. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'happened_on must be a day, YYYY-MM-DD' })
  happened_on?: string | null;

  /** The link between a report and a rumor about the device that settles it. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  evidence?: string | null;

  /** The statement about the device that settles it. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  statement?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 1000)
  note?: string | null;
}

/** Takes a resolution back. */
export class ReopenRumorDto {
  /** Why, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;
}
