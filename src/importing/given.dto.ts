import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import { IsClaimValue, type GivenValue } from '../rumors/given-value.js';
import { IsRegion } from '../rumors/region.js';
import { MOST_GIVEN } from './given-limits.js';
import { GivenCreditDto, GivenStatementDto } from './given-sayings.dto.js';

/** A device that a report is about. */
export class GivenDeviceDto {
  /** Its commercial name. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** The company that makes it; of a device that is followed already it may be missing. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  brand?: string | null;

  /** Other names that it goes by. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases: string[] = [];

  /** Whether the report is mainly about it. */
  @IsBoolean()
  primary: boolean = false;
}

/** One thing that a report says about a device. */
export class GivenClaimDto {
  /** What kind of claim it is; it follows from the subject and is not looked at. */
  @IsOptional()
  @IsString()
  type?: string | null;

  /** A name of one of the report's devices, or a name, slug or id of one that is followed; missing = the primary one. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string | null;

  /** The company that makes the device, where it is to be followed from now on and stands not among `devices`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  brand?: string | null;

  /** What it is about: a subject of the catalogue, or `spec.…`. */
  @IsString()
  @Length(1, 80)
  subject: string;

  /** The value: its canonical text, or as it is shown by the API. */
  @IsClaimValue()
  value: GivenValue;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; null where the claim is tied to no place. */
  @IsOptional()
  @IsRegion()
  region?: string | null;

  /** The model that it speaks of; null = all. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string | null;

  /** Whether the report is for it, against it, or only mentions it. */
  @IsIn(STANCES)
  stance: Stance = 'supports';

  /** How surely it says so. */
  @IsIn(CERTAINTIES)
  certainty: Certainty = 'reported';

  /** The passage that says so, exactly as it stands in the text or the title. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  span?: string | null;
}

/** What a report claims, as whoever hands it in has read it: in the form of `hearsay extract`. */
export class GivenReadingDto {
  /** ISO 639-1. */
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  language?: string | null;

  /** The month of publication, `YYYY-MM`, where no day is known. */
  @IsOptional()
  @Matches(/^(?:199\d|20\d{2})-(?:0[1-9]|1[0-2])$/)
  published?: string | null;

  /** The devices that it is about. */
  @IsArray()
  @ArrayMaxSize(MOST_GIVEN)
  @ValidateNested({ each: true })
  @Type(() => GivenDeviceDto)
  devices: GivenDeviceDto[] = [];

  /** What it says about them. */
  @IsArray()
  @ArrayMaxSize(MOST_GIVEN)
  @ValidateNested({ each: true })
  @Type(() => GivenClaimDto)
  claims: GivenClaimDto[] = [];

  /** Who is quoted. */
  @IsArray()
  @ArrayMaxSize(MOST_GIVEN)
  @ValidateNested({ each: true })
  @Type(() => GivenStatementDto)
  statements: GivenStatementDto[] = [];

  /** Whom it names as its sources. */
  @IsArray()
  @ArrayMaxSize(MOST_GIVEN)
  @ValidateNested({ each: true })
  @Type(() => GivenCreditDto)
  credits: GivenCreditDto[] = [];
}
