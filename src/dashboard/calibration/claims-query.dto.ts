import { IsIn, IsOptional, Matches } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { OwnRecordQueryDto } from './calibration-query.dto.js';

const BINS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const SHARE = /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/;
const BETWEEN = { message: '$property must be between 0 and 1, with four decimals at most' };

/** Which part of a reliability diagram one looks behind: a step of its curve, or a bar; all of it where neither is named. */
@IgnoresUnknown()
export class ClaimsQueryDto extends OwnRecordQueryDto {
  /** The least that was said in the step, 0 to 1. */
  @IsOptional()
  @Matches(SHARE, BETWEEN)
  said_from?: string;

  /** The most that was said in the step, 0 to 1. */
  @IsOptional()
  @Matches(SHARE, BETWEEN)
  said_to?: string;

  /** The bar: the tenth of the scale, from 0. */
  @IsOptional()
  @IsIn(BINS)
  bin?: (typeof BINS)[number];

  /** Which page of a long list, from 1. */
  @IsOptional()
  @Matches(/^[1-9]\d{0,4}$/)
  page?: string;
}
