import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { SOURCE_SORTS, SourceBoard } from './source-board.service.js';
import { SourcesQueryDto } from './source-reading.dto.js';
import { SourceCardAnswer, SourcePage } from './source.answer.js';
import { viewSource, viewSourceCard } from './source.view.js';

/** Sources, as everybody reads them. */
@Roles('reader')
@Controller('v1/sources')
export class SourcesReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly board: SourceBoard,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the sources' })
  @Answers(SourcePage)
  listSources(@Query() query: SourcesQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { q: words, kind, grade, min_resolved: minResolved, sort = 'name' } = query;
    const filter = { words, kind, grade, minResolved };
    const list = { name: 'sources', sort: SOURCE_SORTS[sort], view: viewSource };
    return this.lists.answer(
      { ...list, read: (window, moment) => this.board.page(filter, window, moment) },
      query,
      reply,
    );
  }

  @Get(':source')
  @ApiOperation({ summary: 'Show the record card of a source' })
  @Answers(SourceCardAnswer)
  async getSource(
    @Param('source', reference('src')) source: string,
    @Query() query: AsOfQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(query.as_of, async (moment) => {
      const row = await this.board.get(source, moment);
      showVersion(reply, row.version);
      return viewSourceCard(row);
    });
  }
}
