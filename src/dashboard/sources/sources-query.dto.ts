import { IsIn, IsOptional } from 'class-validator';
import { IgnoresUnknown } from '../../platform/http/input.pipe.js';
import { RecordQueryDto } from '../calibration/calibration-query.dto.js';

/** By what the leaderboard stands; its places are always those of skill. */
export const LEADER_SORTS = ['skill', 'brier', 'n', 'name'] as const;
export type LeaderSort = (typeof LEADER_SORTS)[number];

/** Which decided claims sources are ranked by, and in which order the table stands. */
@IgnoresUnknown()
export class SourcesPageQueryDto extends RecordQueryDto {
  @IsOptional()
  @IsIn(LEADER_SORTS)
  sort?: LeaderSort;
}
