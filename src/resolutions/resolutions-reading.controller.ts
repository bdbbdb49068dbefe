import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Named } from '../evidence/named.service.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { RESOLUTION_SORTS, ResolutionBoard } from './resolution-board.service.js';
import { ResolutionsQueryDto } from './resolution-reading.dto.js';
import { ResolutionAnswer, ResolutionPage } from './resolution.answer.js';
import { viewResolution } from './resolution.view.js';

/** What became of rumors, as everybody reads it. */
@Roles('reader')
@Controller('v1')
export class ResolutionsReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly board: ResolutionBoard,
    private readonly named: Named,
  ) {}

  @Get('resolutions')
  @ApiOperation({ summary: 'List what became of rumors' })
  @Answers(ResolutionPage)
  listResolutions(@Query() query: ResolutionsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { device, company, subject, outcome, from, to, sort = '-resolved_at' } = query;
    const list = { name: 'resolutions', sort: RESOLUTION_SORTS[sort], view: viewResolution };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const named = await this.named.in({ device, company }, moment);
          return this.board.page({ subject, outcome, from, to, ...named }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get('rumors/:rumor/resolution')
  @ApiOperation({ summary: 'Show what became of a rumor' })
  @Answers(ResolutionAnswer)
  async getResolution(
    @Param('rumor', identifier('rum')) rumorId: string,
    @Query() _query: NoQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.board.ofRumor(rumorId);
    showVersion(reply, row.version);
    return viewResolution(row);
  }
}
