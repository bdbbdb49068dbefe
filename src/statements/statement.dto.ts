import { IsOptional, IsString, IsUrl, Length } from 'class-validator';
import type { Act, Stance } from '../engine/subjects/index.js';

/** What somebody said, as the reader found it in a report. It comes from the reader, never from outside. */
export interface RecordStatement {
  readonly reportId: string;
  /** When Hearsay learned of it, epoch milliseconds. */
  readonly learnedAt: number;
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly act: Act;
  readonly official: boolean;
  readonly direct: boolean;
  readonly quote: string;
  readonly where: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  /** The rumors that the words themselves speak of, each once. */
  readonly rumors: readonly { readonly id: string; readonly stance: Stance }[];
}

/** Declares words to be the speaker's own, for a reason that others can check. */
export class VerifyStatementDto {
  /** How it was found out, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;

  /** Where the speaker's own words stand. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, 2000)
  url?: string;
}
