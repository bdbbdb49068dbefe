import { Body, Controller, Get, Param, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { Frames } from '../frame/frames.service.js';
import { ArticleDesk } from './article-desk.service.js';
import { articlePage } from './article-page.js';
import { decided } from './decided.js';
import { CandidateFormDto } from './review-forms.dto.js';
import { ReviewPageQueryDto } from './review-query.dto.js';

/** The review of articles that wait: claim by claim, then all that is left at once. */
@ApiExcludeController()
@Roles('editor')
@Controller('review/articles/:ingestion')
export class ArticlesPageController {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Roles('contributor')
  async showArticle(
    @Param('ingestion', identifier('ing')) id: string,
    @Query() { did }: ReviewPageQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { outcome, text } = await this.desk.read(id, actor);
    const body = articlePage({ outcome, text, actor, did });
    return this.frames.send({ title: outcome.title, body }, request, reply);
  }

  @Post()
  @AcceptsForm()
  @Redirect('/review', 303)
  async finishArticle(
    @Param('ingestion', identifier('ing')) id: string,
    @Body() { decision }: CandidateFormDto,
    @ActorOf() actor: Actor,
  ) {
    if (decision === 'rejected') {
      await this.desk.discard(id, actor);
      return decided('discarded');
    }
    await this.desk.commit(id, actor);
    return decided('committed');
  }

  @Post(':candidate')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideCandidate(
    @Param('ingestion', identifier('ing')) id: string,
    @Param('candidate', identifier('can')) candidate: string,
    @Body() { decision }: CandidateFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.desk.decide(id, candidate, decision, actor);
    return decided('changed', `/review/articles/${id}`);
  }
}
