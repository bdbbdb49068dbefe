import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { RUMOR_SORTS } from '../rumors/rumor-board.service.js';
import { RumorPage } from '../rumors/rumor.answer.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { RumorFileAnswer } from './rumor-file.answer.js';
import { RumorFile } from './rumor-file.service.js';
import { viewRumorFile } from './rumor-file.view.js';
import { RumorQueryDto, RumorsQueryDto } from './rumor-reading.dto.js';

/** Rumors, as everybody reads them. */
@Roles('reader')
@Controller('v1/rumors')
export class RumorsReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly file: RumorFile,
    private readonly named: Named,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the rumors' })
  @Answers(RumorPage)
  listRumors(@Query() query: RumorsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { device, company, sort = '-created_at' } = query;
    const list = { name: 'rumors', sort: RUMOR_SORTS[sort], view: viewRumor };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const named = await this.named.in({ device, company }, moment);
          return this.file.page({ ...filterOf(query), ...named }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get(':rumor')
  @ApiOperation({ summary: 'Show a rumor' })
  @Answers(RumorFileAnswer)
  getRumor(
    @Param('rumor', identifier('rum')) id: string,
    @Query() { as_of: asOf, expand = [] }: RumorQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(asOf, async (moment) => {
      const file = await this.file.get(id, moment, expand);
      showVersion(reply, file.rumor.version);
      return viewRumorFile(file);
    });
  }
}

const filterOf = (query: RumorsQueryDto) => ({
  words: query.q,
  subject: query.subject,
  region: query.region,
  status: query.status,
  minConfidence: query.min_confidence,
  maxConfidence: query.max_confidence,
  changedSince: query.changed_since,
});
