import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { created } from '../platform/http/conditions.js';
import { SourceBoard } from './source-board.service.js';
import { SourceCardAnswer } from './source.answer.js';
import { AddSourceDto } from './source.dto.js';
import { viewSourceCard } from './source.view.js';
import { Sources } from './sources.service.js';

/** Sources, as editors add them. */
@Roles('editor')
@Controller('v1/sources')
export class SourcesController {
  constructor(
    private readonly sources: Sources,
    private readonly board: SourceBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a source and vouch for it' })
  @Answers(SourceCardAnswer)
  async addSource(@Body() act: AddSourceDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { id, slug, version } = await this.sources.add(act, actor);
    created(reply, `/v1/sources/${slug}`, version);
    return viewSourceCard(await this.board.get(id));
  }
}
