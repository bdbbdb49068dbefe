import { Body, Controller, Get, Param, Post, Query, Redirect, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { formFaultsOf } from '../forms/form-faults.js';
import { Forms } from '../forms/forms.service.js';
import { OnceByForm } from '../forms/once.interceptor.js';
import { Frames, type Leaf } from '../frame/frames.service.js';
import { ArticleDesk } from './article-desk.service.js';
import { articlePage, type ArticleProps } from './article-page.js';
import { decided } from './decided.js';
import { CANDIDATE_FIELDS, CandidateFormDto, FinishFormDto } from './review-forms.dto.js';
import { ReviewPageQueryDto } from './review-query.dto.js';

/** The review of articles that wait: claim by claim, then all that is left at once. */
@ApiExcludeController()
@Roles('editor')
@Controller('review/articles/:ingestion')
export class ArticlesPageController {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly forms: Forms,
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
    return this.frames.send(await this.page(id, actor, { did }), request, reply);
  }

  @Post()
  @UseInterceptors(OnceByForm)
  @AcceptsForm()
  @Redirect('/review', 303)
  async finishArticle(
    @Param('ingestion', identifier('ing')) id: string,
    @Body() { decision }: FinishFormDto,
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
  async decideOnCandidate(
    @Param('ingestion', identifier('ing')) id: string,
    @Param('candidate', identifier('can')) candidate: string,
    @Body() form: CandidateFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.answer({ request, reply }, form.once, {
      act: () => this.desk.decide(id, candidate, form, actor),
      then: async () => {
        await this.desk.foresee(id);
        return decided('changed', `/review/articles/${id}`).url;
      },
      again: (fault) => {
        const state = { values: { ...form }, faults: formFaultsOf(fault, CANDIDATE_FIELDS) };
        return this.page(id, actor, { refused: { candidate, state } });
      },
    });
  }

  private async page(
    id: string,
    actor: Actor,
    { did, refused = null }: Partial<Pick<ArticleProps, 'did' | 'refused'>>,
  ): Promise<Leaf> {
    const { outcome, text } = await this.desk.read(id, actor);
    return { title: outcome.title, body: articlePage({ outcome, text, actor, did, refused }) };
  }
}
