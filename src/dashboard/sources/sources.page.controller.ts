import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { reference } from '../../platform/http/reference.pipe.js';
import { Frames } from '../frame/frames.service.js';
import { sourcePage } from './source-page.js';
import { SourceReader } from './source-reader.service.js';
import { sourcesPage } from './sources-page.js';

/** The pages of those who publish. */
@ApiExcludeController()
@Roles('reader')
@Controller('sources')
export class SourcesPageController {
  constructor(
    private readonly sources: SourceReader,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showSources(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = sourcesPage(await this.sources.list());
    return this.frames.send({ title: 'Sources', body }, request, reply);
  }

  @Get(':source')
  async showSource(
    @Param('source', reference('src')) source: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const props = await this.sources.read(source);
    return this.frames.send({ title: props.source.name, body: sourcePage(props) }, request, reply);
  }
}
