import { Body, Controller, Get, Param, Post, Query, Redirect, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { OnceByForm } from '../forms/once.interceptor.js';
import { Resolutions } from '../../resolutions/resolutions.service.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { StatementReview } from '../../statements/statement-review.service.js';
import { Frames } from '../frame/frames.service.js';
import { acts } from './acts.js';
import { decided } from './decided.js';
import { DecideFormDto, NOTHING_THERE, ResolveFormDto, seenIn } from './review-forms.dto.js';
import { reviewPage } from './review-page.js';
import { ReviewPageQueryDto } from './review-query.dto.js';
import { ReviewReader } from './review-reader.service.js';

/** The page of what waits, and the decisions about words and outcomes. */
@ApiExcludeController()
@Roles('contributor')
@UseInterceptors(OnceByForm)
@Controller('review')
export class ReviewPageController {
  constructor(
    private readonly reader: ReviewReader,
    private readonly statements: StatementReview,
    private readonly resolutions: Resolutions,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showReview(
    @Query() query: ReviewPageQueryDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const body = reviewPage(await this.reader.read(query, actor));
    return this.frames.send({ title: 'What waits for a decision', body }, request, reply);
  }

  @Post('statements/:statement')
  @Roles('editor')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideStatement(
    @Param('statement', identifier('st')) id: string,
    @Body() form: DecideFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.statements.revise(id, acts.ofStatement(form), seenIn(form), actor);
    return decided(form.decision === 'yes' ? 'verified' : 'doubted');
  }

  @Post('rumors/:rumor')
  @Roles('editor')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideRumor(
    @Param('rumor', identifier('rum')) id: string,
    @Body() form: ResolveFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.resolutions.resolve(id, acts.ofOutcome(form), NOTHING_THERE, actor);
    return decided('recorded');
  }
}
