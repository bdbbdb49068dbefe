import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Afterwards } from '../platform/http/afterwards.js';
import { Answers } from '../platform/http/answers.js';
import { CountsAs } from '../platform/http/limiting.js';
import { Prepared, Prepares } from '../platform/http/preparing.js';
import { type HandInArticleDto } from './article.dto.js';
import { FetchedArticles } from './fetched-articles.service.js';
import { Forecasts } from './forecasts.service.js';
import { IngestionAnswer } from './ingestion.answer.js';
import { ProposeArticleDto } from './ingestion.dto.js';
import { viewOutcome } from './ingestion.view.js';
import { Ingestions } from './ingestions.service.js';

/** Articles in: by their text, or by their address. */
@Controller('v1/ingestions')
export class ArticlesController {
  constructor(
    private readonly ingestions: Ingestions,
    private readonly forecasts: Forecasts,
  ) {}

  @Post()
  @CountsAs('ingestion')
  @Roles('reader')
  @Prepares(FetchedArticles)
  @ApiOperation({ summary: 'Read an article and propose what it claims, or only show what it would do' })
  @Answers(IngestionAnswer, { status: [200, 202] })
  async proposeArticle(
    @Body() { dry_run: isDryRun = false }: ProposeArticleDto,
    @Prepared() article: HandInArticleDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const outcome = await this.ingestions.handIn(article, actor, isDryRun ? 'dry_run' : 'review');
    void reply.code(isDryRun || outcome.recognised ? 200 : 202);
    if (isDryRun) return viewOutcome(outcome);
    const { id, status } = outcome.ingestion;
    void reply.header('Location', `/v1/ingestions/${id}`);
    if (outcome.recognised || status !== 'ready') return viewOutcome(outcome);
    const foreseen = async () => {
      await this.forecasts.foresee(id);
      return viewOutcome(await this.ingestions.get(id));
    };
    return new Afterwards(foreseen, () => Promise.resolve(viewOutcome(outcome)));
  }
}
