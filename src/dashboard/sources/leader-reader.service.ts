import { Injectable } from '@nestjs/common';
import { viewCalibration } from '../../calibration/calibration.view.js';
import { Leaderboards } from '../../calibration/leaderboards.service.js';
import { OwnCalibrations } from '../../calibration/own-calibration.service.js';
import { viewLeaderboard, viewRanked } from '../../calibration/source-record.view.js';
import { Moments } from '../../events/moments.service.js';
import { sayInstant } from '../../platform/instant.js';
import { SOURCE_SORTS, SourceBoard } from '../../sources/source-board.service.js';
import { viewSource } from '../../sources/source.view.js';
import { askedIn } from '../calibration/asked.js';
import type { SourcesProps } from './sources-page.js';
import type { SourcesPageQueryDto } from './sources-query.dto.js';

/** How many sources the page lists beneath the leaderboard. */
const MOST = 200;

/** Puts the page of all sources together. */
@Injectable()
export class LeaderReader {
  constructor(
    private readonly sources: SourceBoard,
    private readonly boards: Leaderboards,
    private readonly own: OwnCalibrations,
    private readonly moments: Moments,
  ) {}

  /**
   * The sources with the most reports first, the leaderboard above them, and Hearsay's own record beside it.
   *
   * @throws Fault malformed `invalid-parameter` for days that run backwards
   */
  read(query: SourcesPageQueryDto): Promise<SourcesProps> {
    const asked = askedIn(query);
    return this.moments.read(null, async (moment) => {
      const window = { sort: SOURCE_SORTS['-reports'], after: null, limit: MOST };
      const rows = await this.sources.page({}, window, moment);
      const board = await this.boards.of(asked, moment);
      const page = {
        as_of: sayInstant(moment.at),
        data: board.ranked.map(viewRanked),
        page: { limit: board.ranked.length, next_cursor: null, has_more: false },
      };
      return {
        sources: rows.slice(0, MOST).map(viewSource),
        board: { ...viewLeaderboard(page, board, asked), data: page.data },
        own: viewCalibration(await this.own.of('any', asked, moment)),
        query,
      };
    });
  }
}
