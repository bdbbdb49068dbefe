import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';

/** Corrects what is known of a report: its source, its day, and the report that it goes back to. */
@Example<ReviseReportDto>({ origin_link: 'confirmed', reason: 'It names the other report as its source.' })
export class ReviseReportDto {
  /** Who published it: id, slug or name of a source that is known. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  source?: string;

  /** The day or month on which it was published, `YYYY-MM-DD` or `YYYY-MM`; null where nobody knows. */
  @IsOptional()
  @MaxLength(10)
  @Matches(/^\d{4}-\d{2}(?:-\d{2})?$/, { message: 'published_on must be a day or month, YYYY-MM-DD or YYYY-MM' })
  published_on?: string | null;

  /** The id of the report that it goes back to; null splits it off: it is an origin itself. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  origin?: string | null;

  /** `confirmed` confirms the origin that was suggested; `suggested` takes that back. */
  @MayBeMissing()
  @IsIn(['confirmed', 'suggested'])
  origin_link?: 'confirmed' | 'suggested';

  /** Why, in words. */
  @MayBeMissing()
  @IsString()
  @Length(1, 1000)
  reason?: string;
}
