import { IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { AtLeast, Example, Where } from '../platform/http/schema-notes.js';
import { IsAddress, IsDay, IsInstant, MayBeMissing } from '../platform/validation.js';
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

/** What is told of a report is checked where it is needed, and wherever it is told. */
const isNewReport = ({ report }: CiteEvidenceDto, value: unknown): boolean =>
  report === undefined || value !== undefined;

/** The day is needed of a new report whose instant is not told. */
const needsDay = (act: CiteEvidenceDto, value: unknown): boolean =>
  isNewReport(act, value) && (act.published_at === undefined || value !== undefined);

/** Cites for or against a rumor what a source published: a report that is known, or one that is told here. */
@AtLeast(['report'], ['source', 'title', 'published_on'], ['source', 'title', 'published_at'])
@Example<CiteEvidenceDto>({
  rumor: 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE',
  source: 'ledger-wire',
  title: 'Orchard readies a lighter headset',
  url: 'https://ledger.example/2026/09/lighter-headset',
  published_on: '2026-09-20',
  stance: 'supports',
  certainty: 'reported',
  quote: 'The headset will arrive in the first half of 2027.',
})
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

  /** The title of what was published. */
  @ValidateIf(isNewReport)
  @IsString()
  @Length(1, 300)
  title?: string;

  /** Where it stands. */
  @MayBeMissing()
  @IsAddress()
  @Length(1, 2000)
  url?: string;

  /** The day on which it was published, `YYYY-MM-DD`, as answers tell it. */
  @ValidateIf(needsDay)
  @IsDay()
  published_on?: string;

  /** The instant at which it was published, RFC 3339, in place of the day; the day is what is kept of it. */
  @MayBeMissing()
  @IsInstant()
  published_at?: string;

  /** What it is; an article where it is missing. */
  @MayBeMissing()
  @IsIn(REPORT_KINDS)
  kind?: ReportKind;

  /** Whether it is for the rumor, against it, or only mentions it. */
  @IsIn(STANCES)
  stance: Stance;

  /** How surely it says so. */
  @IsIn(CERTAINTIES)
  certainty: Certainty;

  /** The passage that says so. */
  @MayBeMissing()
  @IsString()
  @Length(1, MAX_EXCERPT)
  quote?: string;
}

/** Corrects a link, accepts one that was proposed, withdraws it for a reason, or takes that back. */
@Where('status', 'withdrawn', ['reason'])
@Example<ReviseEvidenceDto>({ status: 'withdrawn', reason: 'It speaks of another device.' })
export class ReviseEvidenceDto {
  /** Whether it is for the rumor, against it, or only mentions it. */
  @MayBeMissing()
  @IsIn(STANCES)
  stance?: Stance;

  /** How surely it says so. */
  @MayBeMissing()
  @IsIn(CERTAINTIES)
  certainty?: Certainty;

  /** `active` accepts a proposed link, or makes a withdrawn one count again; `withdrawn` turns either down. */
  @MayBeMissing()
  @IsIn(['active', 'withdrawn'])
  status?: 'active' | 'withdrawn';

  /** Why; a withdrawal needs a reason. */
  @ValidateIf(({ status, reason }: ReviseEvidenceDto) => status === 'withdrawn' || reason !== undefined)
  @IsString()
  @Length(1, 1000)
  reason?: string;
}
