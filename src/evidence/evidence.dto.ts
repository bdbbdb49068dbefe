import { IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { IsInstant, MayBeMissing } from '../platform/validation.js';
import { MAX_EXCERPT } from './excerpt.js';
import { REPORT_KINDS, type ReportKind } from './report.entity.js';

/** Links a report to a rumor. It comes from the reader of articles, never from outside, and is not checked. */
export interface LinkEvidence {
  readonly report: string;
  readonly rumor: string;
  readonly stance: Stance;
  readonly certainty: Certainty;
  /** The passage that says so. */
  readonly quote: string | null;
  /** Where the passage stands: in the title or the text, from and to which UTF-16 unit. */
  readonly where: 'title' | 'text' | null;
  readonly start: number | null;
  readonly end: number | null;
}

const isNewReport = ({ report }: CiteEvidenceDto): boolean => report === undefined;

/** Cites for or against a rumor what a source published: a report that is known, or one that is told here. */
export class CiteEvidenceDto {
  /** The id of the rumor. */
  @IsString()
  @Length(1, 40)
  rumor: string;

  /** The id of the report, where it is known already; else the source, the title and the day must be told. */
  @MayBeMissing()
  @IsString()
  @Length(1, 40)
  report?: string;

  /** Who published it: id, slug or name of a source that is known. */
  @ValidateIf(isNewReport)
  @IsString()
  @Length(1, 200)
  source?: string;

  @ValidateIf(isNewReport)
  @IsString()
  @Length(1, 300)
  title?: string;

  @MayBeMissing()
  @IsString()
  @Length(1, 2000)
  url?: string;

  /** When it was published, RFC 3339. */
  @ValidateIf(isNewReport)
  @IsInstant()
  published_at?: string;

  @MayBeMissing()
  @IsIn(REPORT_KINDS)
  kind?: ReportKind;

  @IsIn(STANCES)
  stance: Stance;

  @IsIn(CERTAINTIES)
  certainty: Certainty;

  /** The passage that says so. */
  @MayBeMissing()
  @IsString()
  @Length(1, MAX_EXCERPT)
  quote?: string;
}

/** Corrects a link, accepts one that was proposed, or withdraws it for a reason. */
export class ReviseEvidenceDto {
  @MayBeMissing()
  @IsIn(STANCES)
  stance?: Stance;

  @MayBeMissing()
  @IsIn(CERTAINTIES)
  certainty?: Certainty;

  /** `active` accepts a proposed link; a withdrawn one stays withdrawn. */
  @MayBeMissing()
  @IsIn(['active', 'withdrawn'])
  status?: 'active' | 'withdrawn';

  /** Why it is withdrawn. */
  @ValidateIf(({ status }: ReviseEvidenceDto) => status === 'withdrawn')
  @IsString()
  @Length(1, 1000)
  reason?: string;
}
