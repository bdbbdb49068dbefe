import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { reference } from '../platform/http/reference.pipe.js';
import { LeaderboardQueryDto, SourceCalibrationQueryDto } from './calibration.dto.js';
import { LeaderboardPage } from './leaderboard.answer.js';
import { BY_PLACE, EMPTY_BOARD, Leaderboards, partOf } from './leaderboards.service.js';
import { SourceCalibrationAnswer } from './source-record.answer.js';
import { viewLeaderboard, viewRanked, viewSourceCalibration } from './source-record.view.js';
import { SourceRecords } from './source-records.service.js';

/** How right sources were, as everybody reads it. */
@Roles('reader')
@Controller('v1')
export class SourceRecordsController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly records: SourceRecords,
    private readonly boards: Leaderboards,
  ) {}

  @Get('sources/:source/calibration')
  @ApiOperation({ summary: 'Show how right a source was: what it said at face value beside what happened' })
  @Answers(SourceCalibrationAnswer)
  getSourceCalibration(
    @Param('source', reference('src')) source: string,
    @Query() { as_of: asOf, ...asked }: SourceCalibrationQueryDto,
  ) {
    return this.moments.read(asOf, async (moment) =>
      viewSourceCalibration(await this.records.of(source, asked, moment), asked, moment.at),
    );
  }

  @Get('leaderboard')
  @ApiOperation({ summary: 'Rank the sources by skill, and say who cannot be told apart' })
  @Answers(LeaderboardPage)
  async getLeaderboard(@Query() query: LeaderboardQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const list = { name: 'leaderboard', sort: BY_PLACE, view: viewRanked };
    let board = EMPTY_BOARD;
    const page = await this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          board = await this.boards.of(query, moment);
          return partOf(board, window);
        },
      },
      query,
      reply,
    );
    return viewLeaderboard(page, board, query);
  }
}
