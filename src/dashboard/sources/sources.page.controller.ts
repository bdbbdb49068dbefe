import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { reference } from '../../platform/http/reference.pipe.js';
import { RecordQueryDto } from '../calibration/calibration-query.dto.js';
import { claimsCsv, sendCsv } from '../calibration/claims-csv.js';
import { claimsPage } from '../calibration/claims-page.js';
import { ClaimsQueryDto } from '../calibration/claims-query.dto.js';
import { SaidClaims } from '../calibration/said-claims.service.js';
import { Frames } from '../frame/frames.service.js';
import { LeaderReader } from './leader-reader.service.js';
import { sourcePage } from './source-page.js';
import { SourceReader } from './source-reader.service.js';
import { sourcesPage } from './sources-page.js';
import { SourcesPageQueryDto } from './sources-query.dto.js';

/** The pages of those who publish. */
@ApiExcludeController()
@Roles('reader')
@Controller('sources')
export class SourcesPageController {
  constructor(
    private readonly sources: SourceReader,
    private readonly leaders: LeaderReader,
    private readonly frames: Frames,
    private readonly said: SaidClaims,
  ) {}

  @Get()
  async showSources(@Query() query: SourcesPageQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = sourcesPage(await this.leaders.read(query));
    return this.frames.send({ title: 'Sources', body }, request, reply);
  }

  @Get(':source')
  async showSource(
    @Param('source', reference('src')) source: string,
    @Query() query: RecordQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const props = await this.sources.read(source, query);
    return this.frames.send({ title: props.source.name, body: sourcePage(props) }, request, reply);
  }

  /** The same claims for a spreadsheet, all of them at once. */
  @Get(':source/claims.csv')
  async takeSourceClaims(
    @Param('source', reference('src')) source: string,
    @Query() query: ClaimsQueryDto,
    @Res() reply: FastifyReply,
  ) {
    const props = await this.said.ofSource(source, query, 'all');
    return sendCsv(reply, `hearsay-calibration-${props.whose?.slug ?? ''}.csv`, claimsCsv(props));
  }

  /** The claims behind a point or a bar of its diagram. */
  @Get(':source/claims')
  async showSourceClaims(
    @Param('source', reference('src')) source: string,
    @Query() query: ClaimsQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const props = await this.said.ofSource(source, query);
    const title = `What ${props.whose?.name ?? 'it'} said, and what happened`;
    return this.frames.send({ title, body: claimsPage(props) }, request, reply);
  }
}
