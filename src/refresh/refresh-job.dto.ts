import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { Example } from '../platform/http/schema-notes.js';
import { MayBeMissing } from '../platform/validation.js';
import { JOB_STATUSES, REFRESH_SCOPES, type JobStatus, type RefreshScope } from './refresh-job.entity.js';

/** Asks for a refresh now. */
@Example<RequestRefreshDto>({ scope: 'device', target: 'orchard-vision-air' })
export class RequestRefreshDto {
  /** Everything (`all`), what is said about one device, one feed or page that is watched, or how right the sources were (`scores`). */
  @MayBeMissing()
  @IsIn(REFRESH_SCOPES)
  scope?: RefreshScope;

  /** The device: slug or id; or the subscription: its id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  target?: string | null;
}

/** Which jobs are listed. */
export class RefreshJobsQueryDto extends PageQueryDto {
  /** How far they have come. */
  @IsOptional()
  @IsIn(JOB_STATUSES)
  status?: JobStatus;
}
