import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { IngestionQueue, NEWEST_FIRST } from './ingestion-queue.service.js';
import { IngestionAnswer, IngestionFileAnswer, IngestionPage } from './ingestion.answer.js';
import { CommitIngestionDto, IngestionsQueryDto } from './ingestion.dto.js';
import { viewOutcome, viewQueued } from './ingestion.view.js';
import { Ingestions } from './ingestions.service.js';

/** Articles that were handed in: reviewed, written down. */
@Controller('v1/ingestions')
export class IngestionsController {
  constructor(
    private readonly ingestions: Ingestions,
    private readonly queue: IngestionQueue,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Roles('contributor')
  @ApiOperation({ summary: 'List the articles that were handed in: all for an editor, else my own' })
  @Answers(IngestionPage)
  listIngestions(
    @Query() query: IngestionsQueryDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const read = (window: Parameters<IngestionQueue['page']>[2]) => this.queue.page(query.status, actor, window);
    return this.lists.answer({ name: 'ingestions', sort: NEWEST_FIRST, read, view: viewQueued }, query, reply);
  }

  @Get(':ingestion')
  @Roles('contributor')
  @ApiOperation({ summary: 'Show an article with what was read in it' })
  @Answers(IngestionFileAnswer)
  async getIngestion(
    @Param('ingestion', identifier('ing')) id: string,
    @Query() _query: NoQueryDto,
    @ActorOf() actor: Actor,
  ) {
    const text = await this.queue.textFor(id, actor);
    return { ...viewOutcome(await this.ingestions.get(id)), text };
  }

  @Post(':ingestion/commit')
  @HttpCode(200)
  @Roles('editor')
  @ApiOperation({ summary: 'Write the accepted claims of an article down, or only show what that would do' })
  @Answers(IngestionAnswer)
  async commitIngestion(
    @Param('ingestion', identifier('ing')) id: string,
    @Body() { dry_run: isDryRun = false }: CommitIngestionDto,
    @ActorOf() actor: Actor,
  ) {
    return viewOutcome(await this.ingestions.commit(id, actor, isDryRun));
  }
}
