import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ACTS, STANCES, type Act, type Stance } from '../engine/subjects/index.js';
import { MayBeMissing } from '../platform/validation.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_RULE = { message: 'said_on must be a day, YYYY-MM-DD' };
const IsAddress = () => IsUrl({ protocols: ['http', 'https'], require_protocol: true });

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
export class AddressedRumorDto {
  /** The id of the rumor. */
  @IsString()
  @Length(1, 40)
  rumor: string;

  @IsIn(STANCES)
  stance: Stance;
}

const hasNoReport = ({ report }: RecordStatementDto): boolean => report === undefined;

/** Records the words of a named speaker. */
export class RecordStatementDto {
  @IsString()
  @Length(1, 200)
  speaker: string;

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

  @IsIn(ACTS)
  act: Act;

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
  @Matches(DAY, DAY_RULE)
  said_on: string;
}

const verifiesByAddress = ({ verified, url }: ReviseStatementDto): boolean => verified === true && url === undefined;

/** Corrects a statement, or declares it to be the speaker's own words for a reason or by an address. */
export class ReviseStatementDto {
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  speaker?: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  role?: string | null;

  @MayBeMissing()
  @IsIn(ACTS)
  act?: Act;

  @MayBeMissing()
  @Matches(DAY, DAY_RULE)
  said_on?: string;

  /** Declares the words to be the speaker's own; that is not taken back. */
  @MayBeMissing()
  @IsIn([true])
  verified?: true;

  /** How it was found out that the words are the speaker's own. */
  @ValidateIf((act: ReviseStatementDto) => verifiesByAddress(act) || act.reason !== undefined)
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
