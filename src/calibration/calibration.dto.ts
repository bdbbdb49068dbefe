import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { SUBJECT_FAMILIES, type SubjectFamily } from '../engine/subjects/index.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { PageQueryDto } from '../platform/http/pages.js';
import { WholeNumber } from '../platform/http/parameters.js';
import { HORIZONS, type Horizon } from './forecasts.service.js';
import { IsDay } from '../platform/validation.js';

/** Asks how right a source was. */
export class SourceCalibrationQueryDto extends AsOfQueryDto {
  /** The kind of claim: what it is about. */
  @IsOptional()
  @IsIn(SUBJECT_FAMILIES)
  kind?: SubjectFamily;

  /** About the devices of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  /** About devices of this category, such as `phone`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  /** The first day on which it was decided, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** The last day on which it was decided, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  to?: string;
}

/** Asks how right Hearsay was. */
export class CalibrationQueryDto extends SourceCalibrationQueryDto {
  /** How long before the decision: what was believed so many days ahead, or last (`any`). */
  @IsOptional()
  @IsIn(HORIZONS)
  horizon?: Horizon;
}

/** Asks which sources are the most right. */
export class LeaderboardQueryDto extends IntersectionType(SourceCalibrationQueryDto, PageQueryDto) {
  /** From how many events on a source is ranked; 10 unless something else is asked for. */
  @IsOptional()
  @WholeNumber({ min: 2, max: 1_000_000 })
  min_resolved?: number;
}
