import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { HORIZONS, type Horizon } from '../../calibration/forecasts.service.js';
import { SUBJECT_FAMILIES, type SubjectFamily } from '../../engine/subjects/index.js';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { IsDay } from '../../platform/validation.js';

/** A form sends an empty text for what is left open. */
const isGiven = (_act: object, value: unknown): boolean => value !== undefined && value !== '';

/** Which decided claims a record is read of. An empty text stands for no filter, as forms send it. */
@IgnoresUnknown()
export class RecordQueryDto {
  /** The kind of claim: what it is about. */
  @IsOptional()
  @IsIn(['', ...SUBJECT_FAMILIES])
  kind?: SubjectFamily | '';

  /** The first day on which it was decided, `YYYY-MM-DD`. */
  @ValidateIf(isGiven)
  @IsDay()
  from?: string;

  /** The last day on which it was decided, `YYYY-MM-DD`. */
  @ValidateIf(isGiven)
  @IsDay()
  to?: string;
}

/** The same, of what was believed so long before the decision. */
export class OwnRecordQueryDto extends RecordQueryDto {
  @IsOptional()
  @IsIn(HORIZONS)
  horizon?: Horizon;
}
