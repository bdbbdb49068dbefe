import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { Clock } from '../../platform/clock.js';
import { Frames } from '../frame/frames.service.js';
import { BoardQueryDto } from './board-query.dto.js';
import { boardPage } from './board-page.js';
import { BoardReader } from './board-reader.service.js';

/** The first page. */
@ApiExcludeController()
@Roles('reader')
@Controller()
export class BoardPageController {
  constructor(
    private readonly board: BoardReader,
    private readonly frames: Frames,
    private readonly clock: Clock,
  ) {}

  @Get()
  async showBoard(@Query() query: BoardQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const props = await this.board.read(query, this.clock.now());
    return this.frames.send({ title: 'Hearsay', body: boardPage(props), feed: 'all' }, request, reply);
  }
}
