import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AtLeast, Example } from '../platform/http/schema-notes.js';
import { IsClaimValue, type GivenValue } from '../rumors/given-value.js';
import { OUTCOMES, type Outcome } from '../rumors/rumor.entity.js';
import { IsDay } from '../platform/validation.js';

/** What is said with a verdict: what came out, when, and by what that is known. */
export class VerdictDto {
  /** What is true instead, or more exactly: its canonical text (`2022-07-04`, `EUR 1299`), or as values are shown. */
  @IsOptional()
  @IsClaimValue()
  value?: GivenValue | null;

  /** The day on which it came true or was decided, `YYYY-MM-DD`; that of the evidence or statement where it is missing. */
  @IsOptional()
  @IsDay()
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

  /** What else is to be said. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  note?: string | null;
}

/** Says what became of a rumor, and by what that is known. Evidence or a statement is required. */
@AtLeast(['evidence'], ['statement'])
@Example<ResolveRumorDto>({ outcome: 'true', happened_on: '2027-05-04', evidence: 'ev_01KA8Z6Y3M7V2QH4T9XBDN5CWE' })
export class ResolveRumorDto extends VerdictDto {
  /** What became of the rumor. */
  @IsIn(OUTCOMES)
  outcome: Outcome;
}

/** Takes a resolution back. */
export class ReopenRumorDto {
  /** Why, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;
}
