import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ACTS, STANCES, type Act, type Stance } from '../engine/subjects/index.js';
import { AtLeast, Example, Where } from '../platform/http/schema-notes.js';
import { IsAddress, IsDay, MayBeMissing } from '../platform/validation.js';

/** What somebody said, as it was found in a report. It comes from inside the program, and is not checked. */
export interface RecordStatement {
  readonly reportId: string;
  /** When Hearsay learned of it, epoch milliseconds. */
  readonly learnedAt: number;
  /** When it was said, epoch milliseconds; when the report was published, where this is missing. */
  readonly saidAt?: number;
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly act: Act;
  readonly official: boolean;
  readonly direct: boolean;
  readonly quote: string;
  /** Where the words stand in an article that was read; null where nobody read one. */
  readonly where: 'title' | 'text' | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The rumors that the words themselves speak of, each once. */
  readonly rumors: readonly { readonly id: string; readonly stance: Stance }[];
}

/** A rumor that a statement speaks of, and how. */
@Example<AddressedRumorDto>({ rumor: 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE', stance: 'supports' })
export class AddressedRumorDto {
  /** The id of the rumor. */
  @IsString()
  @Length(1, 40)
  rumor: string;

  /** Whether the words are for the rumor, against it, or only mention it. */
  @IsIn(STANCES)
  stance: Stance;
}

/** What is told of a report is checked where it is needed, and wherever it is told. */
const hasNoReport = ({ report }: RecordStatementDto, value: unknown): boolean =>
  report === undefined || value !== undefined;

/** Records the words of a named speaker. */
@AtLeast(['report'], ['url'])
@Example<RecordStatementDto>({
  speaker: 'Ida Orchard',
  role: 'chief executive',
  organisation: 'Orchard',
  quote: 'We will ship Vision Air next spring.',
  act: 'confirms',
  rumors: [{ rumor: 'rum_01KA8Z6Y3M7V2QH4T9XBDN5CWE', stance: 'supports' }],
  url: 'https://ledger.example/2026/09/orchard',
  source: 'ledger-wire',
  said_on: '2026-09-20',
})
export class RecordStatementDto {
  /** Who said it. */
  @IsString()
  @Length(1, 200)
  speaker: string;

  /** As what: `chief executive`. */
  @MayBeMissing()
  @IsString()
  @Length(1, 300)
  role?: string;

  /** For whom the speaker speaks. */
  @MayBeMissing()
  @IsString()
  @Length(1, 300)
  organisation?: string;

  /** The words. */
  @IsString()
  @Length(1, 300)
  quote: string;

  /** What is done by saying it. */
  @IsIn(ACTS)
  act: Act;

  /** The rumors that the words speak of. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AddressedRumorDto)
  rumors: AddressedRumorDto[];

  /** The id of the report that passes the words on, where it is known; else its address must be told. */
  @MayBeMissing()
  @IsString()
  @Length(1, 40)
  report?: string;

  /** Where the report stands. */
  @ValidateIf(hasNoReport)
  @IsAddress()
  @Length(1, 2000)
  url?: string;

  /** Who published a report that is not known yet: id, slug or name of a source. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  source?: string;

  /** The day on which it was said, `YYYY-MM-DD`. */
  @IsDay()
  said_on: string;
}

/** Whether an act must say why: it doubts the words, or verifies them without an address. */
const needsReason = ({ verified, url }: ReviseStatementDto): boolean =>
  verified === false || (verified === true && url === undefined);

/** Corrects a statement, declares it to be the speaker's own words for a reason or by an address, or doubts that. */
@Where('verified', true, ['reason'], ['url'])
@Where('verified', false, ['reason'])
@Example<ReviseStatementDto>({ verified: true, reason: "It stands in the maker's newsroom." })
export class ReviseStatementDto {
  /** Who said it. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  speaker?: string;

  /** As what; null = not said. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  role?: string | null;

  /** What is done by saying it. */
  @MayBeMissing()
  @IsIn(ACTS)
  act?: Act;

  /** The day on which it was said, `YYYY-MM-DD`. */
  @MayBeMissing()
  @IsDay()
  said_on?: string;

  /** `true`: the words are the speaker's own; `false`: they are not known to be, whatever was found before. */
  @MayBeMissing()
  @IsBoolean()
  verified?: boolean;

  /** How that was found out. */
  @ValidateIf((act: ReviseStatementDto) => needsReason(act) || act.reason !== undefined)
  @IsString()
  @Length(1, 1000)
  reason?: string;

  /** Where the speaker's own words stand. */
  @MayBeMissing()
  @IsAddress()
  @Length(1, 2000)
  url?: string;
}

/** Declares words to be the speaker's own, for a reason that others can check. */
export class VerifyStatementDto {
  /** How it was found out, in words. */
  @IsString()
  @Length(1, 1000)
  reason: string;

  /** Where the speaker's own words stand. */
  @IsOptional()
  @IsAddress()
  @Length(1, 2000)
  url?: string;
}
